import type { ArtifactMap } from "hardhat/types/artifacts";
import { type Address, type ContractFunctionArgs, type Hash, type Hex, numberToHex, sha256, stringToHex } from "viem";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { hashOf, ONE, PERPETUAL, type Registry } from "./registry.ts";

type AttestationsAbi = ArtifactMap["Attestations"]["abi"];

export type AttestationInput = ContractFunctionArgs<AttestationsAbi, "nonpayable", "attest">[0];

export const ATTESTATION = {
  actor: 0,
  humanOversight: 1,
  copyrightCheck: 2,
  biasAudit: 3,
  c2paVerification: 4,
  performanceReport: 5,
  licenseRating: 6,
} as const;
export const SUBJECT = { account: 0, recipe: 1, lot: 2, asset: 3, offer: 4 } as const;
export const OUTCOME = { none: 0, positive: 1, negative: 2, inconclusive: 3 } as const;

export const attestationsOf = ({ protocol: { connection, addressOf } }: Pick<Registry, "protocol">) =>
  connection.viem.getContractAt("Attestations", addressOf("Attestations"));

/** An id as the subject of an attestation. */
export const subjectOf = (id: bigint | Address): Hex => numberToHex(BigInt(id), { size: 32 });

/** A complete statement: a search for copies of an asset that found none. */
export function attestationInput(overrides: Partial<AttestationInput> = {}): AttestationInput {
  return {
    kind: ATTESTATION.copyrightCheck,
    subjectKind: SUBJECT.asset,
    subject: subjectOf(2n ** 248n - 1n),
    outcome: OUTCOME.positive,
    agent: false,
    score: ONE / 4,
    validUntil: PERPETUAL,
    evidence: sha256(stringToHex("report")),
    referenceId: hashOf("index"),
    text: "4,096 registered works",
    salt: hashOf("salt"),
    deadline: BigInt(PERPETUAL),
    ...overrides,
  };
}

/** What an account says of itself. */
export function actorInput(account: Address, overrides: Partial<AttestationInput> = {}): AttestationInput {
  return attestationInput({
    kind: ATTESTATION.actor,
    subjectKind: SUBJECT.account,
    subject: subjectOf(account),
    outcome: OUTCOME.none,
    score: 0,
    text: "did:web:agents.example:painter",
    ...overrides,
  });
}

/** The types of a statement, and of taking it back, as EIP-712 writes them. */
export const ATTESTATION_TYPES = {
  Attestation: [
    { name: "attester", type: "address" },
    { name: "kind", type: "uint8" },
    { name: "subjectKind", type: "uint8" },
    { name: "subject", type: "bytes32" },
    { name: "outcome", type: "uint8" },
    { name: "agent", type: "bool" },
    { name: "score", type: "uint32" },
    { name: "validUntil", type: "uint40" },
    { name: "evidence", type: "bytes32" },
    { name: "referenceId", type: "bytes32" },
    { name: "text", type: "string" },
    { name: "salt", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;
export const REVOCATION_TYPES = {
  Revocation: [
    { name: "attester", type: "address" },
    { name: "uid", type: "bytes32" },
  ],
} as const;

export const domainOf = (verifyingContract: Address) => ({
  name: "Imprimatur Attestations",
  version: "1",
  chainId: 31_337,
  verifyingContract,
});

/** What a wallet signs for itself, or for the contract account that it owns. */
export function signStatement(
  { protocol }: Registry,
  wallet: Wallet,
  input: AttestationInput,
  attester: Address = wallet.account.address,
): Promise<Hex> {
  return wallet.signTypedData({
    domain: domainOf(protocol.addressOf("Attestations")),
    types: ATTESTATION_TYPES,
    primaryType: "Attestation",
    message: { attester, ...input },
  });
}

/** Refusals by Attestations itself. */
type Contract = Awaited<ReturnType<typeof attestationsOf>>;
export type AttestationsError = Parameters<typeof expectRefused<Contract>>[2]["error"];

/** Asserts that Attestations refuses a call with one of its own errors, and that no storage changes. */
export async function expectAttestationsRefused(
  registry: Registry,
  call: () => Promise<Hash>,
  error: AttestationsError,
  args: readonly unknown[],
): Promise<void> {
  await expectRefused(registry.protocol, call, { by: await attestationsOf(registry), error, args });
}
