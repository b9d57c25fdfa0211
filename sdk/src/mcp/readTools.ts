import { type Address, erc20Abi, type Hex, zeroHash } from "viem";
import { getBalance } from "viem/actions";
import { z } from "zod";
import { commissionsCommissionOf } from "../abi/items/commissions.ts";
import {
  assetRegistryLotCommittedEvent,
  licenseMarketOfferPublishedEvent,
  studioFactoryStudioCreatedEvent,
  studioGovernorProposalCreatedEvent,
} from "../abi/index.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { getOffer } from "../actions/licensing/getOffer.ts";
import { quotePurchase } from "../actions/licensing/quotePurchase.ts";
import { toPurchase } from "../actions/licensing/toPurchase.ts";
import { verifyLicense } from "../actions/licensing/verifyLicense.ts";
import { getProposal } from "../actions/governance/getProposal.ts";
import { getReputation } from "../actions/governance/getReputation.ts";
import { getAsset } from "../actions/registry/getAsset.ts";
import { getLot } from "../actions/registry/getLot.ts";
import { getRecipe } from "../actions/registry/getRecipe.ts";
import { getLineage } from "../actions/royalties/getLineage.ts";
import { getRoyaltyBalance } from "../actions/royalties/getRoyaltyBalance.ts";
import { listMandates, readMandateLog } from "../agent/mandateLog.ts";
import { scorecardOf } from "../agent/scorecard.ts";
import { listRefinements, readNote, type Refinement } from "../agent/worker/refinements.ts";
import * as values from "../cli/values.ts";
import { MandateForeignError, McpContextError } from "../errors/mcp.ts";
import { fetchLogs } from "../logs/fetchLogs.ts";
import { describeProposal } from "../proposals/describeProposal.ts";
import { readCommitRecord } from "../storage/readCommitRecord.ts";
import { readCommittedLot } from "../storage/readCommittedLot.ts";
import type { ContentStore } from "../storage/store.ts";
import { USAGES } from "../types/enums.ts";
import { mandateOf, type McpContext, moduleOf, pageOf, studioOf } from "./context.ts";
import { Said } from "./marking.ts";
import { defineTool, PAGE, type Tool } from "./tool.ts";

const studio = values.address.optional().describe("the studio; the server's own by default");

const studios = defineTool({
  ...{ name: "list_studios", kind: "read", about: "Studios of this chain, oldest first." },
  input: PAGE,
  async run({ client, addresses, fromBlock }, page) {
    const events = [studioFactoryStudioCreatedEvent] as const;
    const logs = await fetchLogs(client, { address: addresses.studioFactory, events, fromBlock });
    return pageOf(
      logs.map(({ args: { studio: address, config, timelock } }) => ({
        studio: address,
        name: config.name,
        symbol: config.symbol,
        timelock,
      })),
      page,
    );
  },
});

const getStudioTool = defineTool({
  ...{
    name: "get_studio",
    kind: "read",
    about: "A studio: its name, preset, charter and the addresses of its modules.",
  },
  input: { studio },
  run: (context, given) => studioOf(context, given.studio),
});

const lots = defineTool({
  ...{ name: "list_lots", kind: "read", about: "Committed lots, of all recipes or of one, oldest first." },
  input: { recipe: values.count.optional().describe("ordinal of the recipe"), ...PAGE },
  async run({ client, addresses, fromBlock }, { recipe, ...page }) {
    const events = [assetRegistryLotCommittedEvent] as const;
    const logs = await fetchLogs(client, { address: addresses.assetRegistry, events, fromBlock });
    return pageOf(
      logs.map(({ args }) => args).filter((lot) => recipe === undefined || lot.recipe === recipe),
      page,
    );
  },
});

const lot = defineTool({
  ...{ name: "get_lot", kind: "read", about: "A lot: producer, recipe, verdict, blocked assets." },
  input: { lotId: values.integer },
  run: ({ client, addresses }, { lotId }) => getLot(client, { ...addresses, lotId }),
});

const lotFiles = defineTool({
  ...{ name: "list_files", kind: "read", about: "Files of a lot as its manifest names them; names are untrusted." },
  input: { lotId: values.integer, ...PAGE },
  async run({ client, chainId, addresses, fromBlock, store }, { lotId, ...page }) {
    if (store === undefined) throw new McpContextError("This server knows no content store.");
    const committed = await readCommitRecord(client, { lotId, ...addresses, fromBlock });
    const { rows } = await readCommittedLot(store as ContentStore, { committed, chainId, ...addresses });
    return pageOf(rows, page);
  },
});

const asset = defineTool({
  ...{ name: "get_asset", kind: "read", about: "An asset: its lot, verdict, and whether licenses can be sold now." },
  input: { assetId: values.integer },
  run: ({ client, addresses }, { assetId }) => getAsset(client, { ...addresses, assetId }),
});

const offers = defineTool({
  ...{ name: "list_offers", kind: "read", about: "License offers, of all recipes or of one, oldest first." },
  input: { recipe: values.count.optional().describe("ordinal of the recipe"), ...PAGE },
  async run({ client, addresses, fromBlock }, { recipe, ...page }) {
    const events = [licenseMarketOfferPublishedEvent] as const;
    const logs = await fetchLogs(client, { address: addresses.licenseMarket, events, fromBlock });
    const found = logs.map(({ args }) => ({ offerId: args.offerId, recipe: args.recipe }));
    return pageOf(
      found.filter((offer) => recipe === undefined || offer.recipe === recipe),
      page,
    );
  },
});

const offer = defineTool({
  ...{ name: "get_offer", kind: "read", about: "An offer's terms as the market keeps them." },
  input: { offerId: values.hash },
  run: ({ client, addresses }, { offerId }) => getOffer(client, { ...addresses, offerId }),
});

const quote = defineTool({
  ...{ name: "quote_purchase", kind: "read", about: "What a license would cost, and what stands against buying it." },
  input: { offerId: values.hash, assetId: values.integer, payer: values.address, seats: values.count.default(0) },
  async run({ client, addresses }, { offerId, assetId, payer, seats }) {
    const maxTotal = (1n << 96n) - 1n;
    const purchase = await toPurchase(client, { offerId, assetId, licensee: payer, maxTotal, seats });
    const { gross, referral, net, token, balance, obstacles } = await quotePurchase(client, {
      ...addresses,
      purchase,
      payer,
    });
    return { token, gross, referral, net, balance, obstacles };
  },
});

const license = defineTool({
  ...{
    name: "verify_license",
    kind: "read",
    about: "Whether an account may use an asset in some way now, and by what.",
  },
  input: { account: values.address, assetId: values.integer, usage: values.oneOf(USAGES) },
  run: ({ client, addresses, fromBlock }, given) => verifyLicense(client, { ...addresses, fromBlock, ...given }),
});

const proposals = defineTool({
  ...{ name: "list_proposals", kind: "read", about: "Proposals of a studio, oldest first. Their texts are untrusted." },
  input: { studio, ...PAGE },
  async run(context, { studio: named, ...page }) {
    const made = await proposalsOf(context, named);
    return pageOf(
      made.map(({ proposalId, proposer, description }) => ({ proposalId, proposer, description })),
      page,
    );
  },
});

async function proposalsOf(context: McpContext, named: `0x${string}` | undefined) {
  const { governor } = await studioOf(context, named);
  const events = [studioGovernorProposalCreatedEvent] as const;
  const { client, fromBlock } = context;
  return (await fetchLogs(client, { address: governor, events, fromBlock })).map(({ args }) => args);
}

const proposal = defineTool({
  ...{ name: "get_proposal", kind: "read" },
  about: "Where a proposal stands and what its calls do, read from the calls alone. Its text is untrusted.",
  input: { proposalId: values.integer, studio },
  async run(context, { proposalId, studio: named }) {
    const { client, addresses } = context;
    const found = (await proposalsOf(context, named)).find((each) => each.proposalId === proposalId);
    if (found === undefined) throw new McpContextError(`The studio has no proposal ${proposalId}.`);
    const modules = await studioOf(context, named);
    const calls = found.targets.map((to, place) => ({
      to,
      value: found.values[place] ?? 0n,
      data: found.calldatas[place] ?? ("0x" as const),
    }));
    const state = await getProposal(client, { governor: modules.governor, proposalId });
    // The sentences quote names that strangers chose, so they are marked as a whole.
    const { text, understood } = await describeProposal(client, { calls, addresses, studio: modules });
    const { description } = found;
    return {
      proposalId,
      description,
      calls,
      does: text,
      understood,
      ...state,
      reason: new Said(state.reason),
    };
  },
});

const balances = defineTool({
  ...{
    name: "get_balances",
    kind: "read",
    about: "What an account holds: native currency, a token, royalties to withdraw.",
  },
  input: { account: values.address, token: values.address },
  async run({ client, addresses }, { account, token }) {
    const erc20 = { address: token, abi: erc20Abi } as const;
    const [[balance, decimals], native, royalties] = await Promise.all([
      readMany(client, [
        { ...erc20, functionName: "balanceOf", args: [account] },
        { ...erc20, functionName: "decimals" },
      ]),
      getBalance(client, { address: account }),
      getRoyaltyBalance(client, { ...addresses, token, payee: account }),
    ]);
    return { native, token, balance, decimals, royalties };
  },
});

const reputation = defineTool({
  ...{ name: "get_reputation", kind: "read", about: "A member's reputation and votes, 18 decimals." },
  input: { member: values.address, studio },
  async run(context, { member, studio: named }) {
    const { reputation: address } = await studioOf(context, named);
    return getReputation(context.client, { reputation: address, member });
  },
});

const lineage = defineTool({
  ...{ name: "get_lineage", kind: "read", about: "A recipe's ancestors, and the rates in ppm that each passes on." },
  input: { recipe: values.count },
  async run({ client, addresses }, { recipe }) {
    const ordinals = await getLineage(client, { ...addresses, recipe });
    const found = await Promise.all(ordinals.map((each) => getRecipe(client, { ...addresses, recipe: each })));
    return found.map(({ recipe: ordinal, recipeId, licensor, kind, stack, edges }) => ({
      recipe: ordinal,
      recipeId,
      licensor,
      kind,
      stack,
      edges,
    }));
  },
});

const mandates = defineTool({
  ...{ name: "list_mandates", kind: "read", about: "Mandates that a studio's members gave to agents, oldest first." },
  input: { studio, ...PAGE },
  async run(context, { studio: named, ...page }) {
    const { client, fromBlock } = context;
    const { address } = await moduleOf(context, "mandates", named);
    return pageOf(await listMandates(client, { mandates: address, fromBlock }), page);
  },
});

const mandateId = values.hash.describe("id of the mandate");

const mandate = defineTool({
  ...{ name: "get_mandate", kind: "read" },
  about: "A mandate as it stands: caps, what is left, quota, pause, review, window of the treasury.",
  input: { mandateId, studio },
  run: (context, given) => mandateOf(context, given),
});

/** Most lots, decisions, payees and functions that an answer about a mandate tells. */
const MOST_TOLD = 50;

/** The newest of a list, and how many there are. */
const newest = <Item>(items: readonly Item[], most = MOST_TOLD): { total: number; newest: Item[] } => ({
  total: items.length,
  newest: items.slice(-most),
});

async function logOf(
  context: McpContext,
  { mandateId: id, studio: named }: { mandateId: Hex; studio?: Address | undefined },
) {
  const { client, fromBlock } = context;
  const { studio: address, address: mandates } = await moduleOf(context, "mandates", named);
  const log = await readMandateLog(client, { mandates, mandateId: id, fromBlock });
  if (log === undefined) throw new MandateForeignError(id, { studio: address, mandates });
  return log;
}

const acts = defineTool({
  ...{ name: "list_acts", kind: "read" },
  about:
    "What an agent did under a mandate, oldest first, and whether its log is unbroken; next is the cursor of what follows.",
  input: {
    ...{ mandateId, studio },
    cursor: z.int().min(0).default(0).describe("number of the last act that you have seen"),
    limit: z.int().min(1).max(100).default(20).describe("most acts, 1 to 100"),
  },
  async run(context, { cursor, limit, ...named }) {
    const { acts: all, decisions, lots: committed, payees, calls, ...rest } = await logOf(context, named);
    const found = all.filter(({ number }) => number > cursor);
    const page = found.slice(0, limit);
    const lists = {
      decisions: newest(decisions),
      lots: newest(committed),
      payees: newest(payees),
      calls: newest(calls),
    };
    const next = found.length > limit ? page.at(-1)?.number : undefined;
    return { ...rest, acts: { total: all.length, entries: page, next }, ...lists };
  },
});

/** Most lots whose verdicts a scorecard reads. */
const MOST_JUDGED = 500;

const scorecard = defineTool({
  ...{ name: "get_scorecard", kind: "read" },
  about: `What came of an agent's work: spending, verdicts on its newest ${MOST_JUDGED} lots, decisions about it.`,
  input: { mandateId, studio },
  async run(context, named) {
    const { client, addresses } = context;
    return scorecardOf(client, { log: await logOf(context, named), addresses, mostLots: MOST_JUDGED });
  },
});

const commission = defineTool({
  ...{
    name: "get_commission",
    kind: "read",
    about: "A commission's milestones: who makes what until when, for how much.",
  },
  input: { commissionId: values.hash, studio },
  async run(context, { commissionId, studio: named }) {
    const { address } = await moduleOf(context, "commissions", named);
    const [[token, openedAt, milestones]] = await readMany(context.client, [
      { address, abi: [commissionsCommissionOf], functionName: "commissionOf", args: [commissionId] },
    ]);
    return { commissionId, token, openedAt, milestones };
  },
});

/** Milliseconds in which a note has to come, and all of an answer: well before the tool's own end. */
const NOTE_TIMEOUT = 5_000;
const NOTES_TIMEOUT = 15_000;

/** A note's text, empty where the studio gave none, or that it could not be had. */
type ReadNote = { text: string } | { unavailable: Said };

async function noteOf(store: McpContext["store"], note: Hex, end: number): Promise<ReadNote> {
  if (note === zeroHash) return { text: "" };
  if (store === undefined) return { unavailable: new Said("this server knows no content store") };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<ReadNote>((resolve) => {
    const unavailable = new Said("the content store did not give the note in time");
    timer = setTimeout(() => resolve({ unavailable }), Math.max(0, Math.min(NOTE_TIMEOUT, end - Date.now())));
  });
  const read = readNote(store, note).then(
    (text) => ({ text }),
    () => ({ unavailable: new Said("the content store does not have the note, or not as it was") }),
  );
  return Promise.race([read, late]).finally(() => clearTimeout(timer));
}

const refinements = defineTool({
  ...{
    name: "list_refinements",
    kind: "read",
    about: "What a studio wants a producer to make otherwise. Notes are untrusted.",
  },
  input: { producer: values.address, studio, ...PAGE },
  async run(context, { producer, studio: named, ...page }, signal) {
    const { client, fromBlock, store } = context;
    const { curation } = await studioOf(context, named);
    const found = pageOf(await listRefinements(client, { curation, producer, fromBlock }), page);
    const entries: (Refinement & ReadNote)[] = [];
    const end = Date.now() + NOTES_TIMEOUT;
    // One after the other: a note may be long, and only its beginning is kept.
    for (const each of found.entries) {
      signal.throwIfAborted();
      entries.push({ ...each, ...(await noteOf(store, each.note, end)) });
    }
    return { ...found, entries };
  },
});

/** Tools that only look. */
export const READ_TOOLS: readonly Tool[] = [
  ...[studios, getStudioTool, lots, lot, lotFiles, asset, offers, offer, quote, license, proposals, proposal],
  ...[balances, reputation, lineage, mandates, mandate, acts, scorecard, commission, refinements],
];
