import { Bytes } from "@graphprotocol/graph-ts";
import { AttestationRevoked, Attested } from "../generated/Attestations/Attestations";
import { Attestation, AttestationRevocation, AttestationStatement } from "../generated/schema";
import { actor } from "./helpers/actors";
import { ATTESTATION_KINDS, ATTESTATION_OUTCOMES, ATTESTATION_SUBJECTS } from "./helpers/enums";
import { ACCOUNT_WIDTH, ASSET_WIDTH, eventId, LOT_WIDTH, nonZero, slice, WORD256_WIDTH } from "./helpers/ids";
import { lotOf } from "./helpers/lots";
import { stamp } from "./helpers/stamp";

/** The same statement may be made again: it is the first that counts. */
export function handleAttested(event: Attested): void {
  if (!Attestation.load(event.params.uid)) saveAttestation(event);

  const statement = new AttestationStatement(eventId(event));
  stamp(statement, event);
  statement.attestation = event.params.uid;
  statement.attester = actor(event.params.attester);
  statement.save();
}

function saveAttestation(event: Attested): void {
  const input = event.params.input;
  const attestation = new Attestation(event.params.uid);
  attestation.attester = event.params.attester;
  attestation.kind = ATTESTATION_KINDS[input.kind];
  attestation.outcome = ATTESTATION_OUTCOMES[input.outcome];
  attestation.agent = input.agent;
  attestation.score = input.score.toI32();
  attestation.validUntil = input.validUntil;
  attestation.evidence = nonZero(input.evidence);
  attestation.referenceId = nonZero(input.referenceId);
  attestation.text = input.text;
  attestation.statedAt = event.block.timestamp;
  setSubject(attestation, ATTESTATION_SUBJECTS[input.subjectKind], input.subject);
  attestation.save();
}

/** Nobody has looked whether there is such a lot, asset, recipe or offer; an account there always is. */
function setSubject(attestation: Attestation, kind: string, subject: Bytes): void {
  attestation.subjectKind = kind;
  attestation.subject = subject;
  if (kind == "Account") attestation.account = actor(low(subject, ACCOUNT_WIDTH));
  else if (kind == "Recipe") attestation.recipe = subject;
  else if (kind == "Offer") attestation.offer = subject;
  else if (kind == "Lot") attestation.lot = low(subject, LOT_WIDTH);
  else {
    const asset = low(subject, ASSET_WIDTH);
    attestation.asset = asset;
    attestation.lot = lotOf(asset);
  }
}

function low(word: Bytes, width: i32): Bytes {
  return slice(word, WORD256_WIDTH - width, width);
}

/** A revoked statement cannot be made any more, so one that is not known needs no mark. */
export function handleAttestationRevoked(event: AttestationRevoked): void {
  const attestation = Attestation.load(event.params.uid);
  const own = attestation !== null && attestation.attester == event.params.attester;
  if (own && attestation!.revokedAt === null) {
    attestation!.revokedAt = event.block.timestamp;
    attestation!.save();
  }

  const revocation = new AttestationRevocation(eventId(event));
  stamp(revocation, event);
  if (own) revocation.attestation = event.params.uid;
  revocation.uid = event.params.uid;
  revocation.attester = actor(event.params.attester);
  revocation.save();
}
