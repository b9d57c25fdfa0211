import { ethereum } from "@graphprotocol/graph-ts";
import { Attested } from "../../generated/Attestations/Attestations";
import { RecipeRegistered } from "../../generated/AssetRegistry/AssetRegistry";
import { AgentAppointed, OfferPublished } from "../../generated/LicenseMarket/LicenseMarket";
import { NodeOpened } from "../../generated/RoyaltySplitter/RoyaltySplitter";
import { StudioCreated, SuccessorsCreated } from "../../generated/StudioFactory/StudioFactory";
import { MandateGranted, MandateReviewed } from "../../generated/templates/AgentMandates/AgentMandates";
import { CommissionOpened } from "../../generated/templates/Commissions/Commissions";
import { TermsSet } from "../../generated/templates/Curation/Curation";
import { ReviewOpened } from "../../generated/templates/EthicsBoard/EthicsBoard";
import { handleAttested } from "../../src/attestations";
import { handleCommissionOpened } from "../../src/commissions";
import { handleStudioCreated } from "../../src/factory";
import { handleMandateGranted, handleMandateReviewed } from "../../src/mandates";
import { handleAgentAppointed, handleOfferPublished } from "../../src/market";
import { handleRecipeRegistered } from "../../src/recipes";
import { handleReviewOpened } from "../../src/reviews";
import { handleTermsSet } from "../../src/rolls";
import { handleNodeOpened } from "../../src/royalties";
import { handleSuccessorsCreated } from "../../src/successors";

// `gnd test` cannot encode tuples. Twelve events have them: the tests log them with the members spread out, and these
// handlers put the tuples together again before they call the real handlers.

export function handleFlatStudioCreated(event: ethereum.Event): void {
  handleStudioCreated(restore<StudioCreated>(event, join(event.parameters, 3, 10)));
}

export function handleFlatSuccessorsCreated(event: ethereum.Event): void {
  const withSuccessors = join(event.parameters, 16, 7);
  handleSuccessorsCreated(restore<SuccessorsCreated>(event, join(withSuccessors, 2, 14)));
}

export function handleFlatReviewOpened(event: ethereum.Event): void {
  handleReviewOpened(restore<ReviewOpened>(event, join(event.parameters, 3, 8)));
}

export function handleFlatRecipeRegistered(event: ethereum.Event): void {
  const withTerms = join(event.parameters, 10, 3);
  handleRecipeRegistered(restore<RecipeRegistered>(event, zip(withTerms, 7, 3)));
}

export function handleFlatNodeOpened(event: ethereum.Event): void {
  const withAdvance = join(event.parameters, 12, 3);
  const withOptions = join(withAdvance, 8, 5);
  const withPayees = zip(withOptions, 5, 3);
  handleNodeOpened(restore<NodeOpened>(event, zip(withPayees, 2, 3)));
}

export function handleFlatOfferPublished(event: ethereum.Event): void {
  handleOfferPublished(restore<OfferPublished>(event, join(event.parameters, 4, 26)));
}

export function handleFlatAgentAppointed(event: ethereum.Event): void {
  handleAgentAppointed(restore<AgentAppointed>(event, join(event.parameters, 2, 5)));
}

export function handleFlatTermsSet(event: ethereum.Event): void {
  handleTermsSet(restore<TermsSet>(event, join(event.parameters, 1, 18)));
}

export function handleFlatAttested(event: ethereum.Event): void {
  handleAttested(restore<Attested>(event, join(event.parameters, 3, 12)));
}

export function handleFlatMandateGranted(event: ethereum.Event): void {
  const withCalls = zip(event.parameters, 16, 2);
  const withLimits = join(withCalls, 8, 3);
  handleMandateGranted(restore<MandateGranted>(event, join(withLimits, 4, 11)));
}

export function handleFlatMandateReviewed(event: ethereum.Event): void {
  handleMandateReviewed(restore<MandateReviewed>(event, join(event.parameters, 3, 3)));
}

export function handleFlatCommissionOpened(event: ethereum.Event): void {
  const withMilestones = zip(event.parameters, 2, 5);
  handleCommissionOpened(restore<CommissionOpened>(event, join(withMilestones, 1, 3)));
}

/** `count` parameters from `start` as one tuple. */
function join(parameters: ethereum.EventParam[], start: i32, count: i32): ethereum.EventParam[] {
  const tuple = new ethereum.Tuple();
  for (let i = 0; i < count; i++) tuple.push(parameters[start + i].value);
  return replace(parameters, start, count, ethereum.Value.fromTuple(tuple));
}

/** `count` parallel arrays from `start` as one array of tuples. */
function zip(parameters: ethereum.EventParam[], start: i32, count: i32): ethereum.EventParam[] {
  const tuples: ethereum.Tuple[] = [];
  const columns: ethereum.Value[][] = [];
  for (let i = 0; i < count; i++) columns.push(parameters[start + i].value.toArray());
  for (let row = 0; row < columns[0].length; row++) {
    const tuple = new ethereum.Tuple();
    for (let i = 0; i < count; i++) tuple.push(columns[i][row]);
    tuples.push(tuple);
  }
  return replace(parameters, start, count, ethereum.Value.fromTupleArray(tuples));
}

function replace(
  parameters: ethereum.EventParam[],
  start: i32,
  count: i32,
  value: ethereum.Value,
): ethereum.EventParam[] {
  const result = parameters.slice(0, start);
  result.push(new ethereum.EventParam("", value));
  return result.concat(parameters.slice(start + count));
}

function restore<T>(event: ethereum.Event, parameters: ethereum.EventParam[]): T {
  return instantiate<T>(
    event.address,
    event.logIndex,
    event.transactionLogIndex,
    event.logType,
    event.block,
    event.transaction,
    parameters,
    event.receipt,
  );
}
