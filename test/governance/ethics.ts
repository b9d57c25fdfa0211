import { expect } from "chai";
import {
  type Address,
  type ContractFunctionArgs,
  encodeAbiParameters,
  encodeFunctionData,
  encodePacked,
  type Hash,
  type Hex,
  keccak256,
  parseEventLogs,
  stringToHex,
  zeroHash,
} from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { callArgs, type Proposal } from "../helpers/governance.ts";
import { type Protocol, seatWallets, type StudioClones, type StudioConfig, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { recipeInput } from "../registry/registry.ts";
import { type Governance, setUpGovernance } from "./governance.ts";

export const KIND = { proposal: 0, asset: 1, recipe: 2, mandate: 3 } as const;
export const POWER = { answer: 0, veto: 1, quarantine: 2, maskVeto: 3, pause: 4, certify: 5, lift: 6, confirm: 7 };
export const FINDING = { none: 0, upheld: 1, mistaken: 2, abusive: 3 } as const;

export const DAY = 86_400;
export const REASON = stringToHex("harm/consent", { size: 32 });
export const EVIDENCE: Hash = `0x${"e7".repeat(32)}`;

/** Enough for every call of these tests; named so that a call that reverts is mined and not stopped at estimation. */
export const GAS = 5_000_000n;

export const hashOf = (text: string): Hash => keccak256(stringToHex(text));

export type ReviewInput = ContractFunctionArgs<ArtifactMap["IEthicsBoard"]["abi"], "nonpayable", "openReview">[0];

/** A studio with a board. */
export interface Ethics extends Governance {
  board: Awaited<ReturnType<typeof boardAt>>;
  studio: Awaited<ReturnType<typeof studioAt>>;
  /** Who holds seat 1, 2, … at first. */
  seats: Wallet[];
  /** Accounts that hold nothing. */
  others: Wallet[];
}

const boardAt = ({ connection }: Protocol, address: Address) => connection.viem.getContractAt("IEthicsBoard", address);
const studioAt = ({ connection }: Protocol, { studio }: StudioClones) =>
  connection.viem.getContractAt("Studio", studio);

/** A studio with a board of `count` seats, and a timelock that the tests may act as. */
export async function setUpEthics(count = 5, config: Partial<StudioConfig> = {}): Promise<Ethics> {
  const holders = (protocol: Protocol) => addressesOf(seatWallets(protocol, count));
  const governance = await setUpGovernance((protocol) => ({ seats: holders(protocol), ...config }));
  const { protocol, clones } = governance;
  const { networkHelpers } = protocol.connection;
  const studio = await studioAt(protocol, clones);
  await networkHelpers.impersonateAccount(clones.timelock);
  await networkHelpers.setBalance(clones.timelock, 10n ** 20n);
  const seats = seatWallets(protocol, count);
  const board = await boardAt(protocol, clones.board);
  const stranger = protocol.wallets.at(-1) as Wallet;
  const others = protocol.wallets.slice(4, 10);
  const snapshot = await networkHelpers.takeSnapshot();
  return { ...governance, stranger, board, studio, seats, others, rewind: () => snapshot.restore() };
}

/** Another board of the studio, which it does not use yet. */
export async function makeBoard(protocol: Protocol, clones: StudioClones, holders: Wallet[], created = 1) {
  const { connection, publicClient, addressOf, wallets } = protocol;
  const implementation = addressOf("EthicsBoard");
  const code = encodePacked(
    ["bytes10", "address", "bytes15", "address", "uint8", "uint48"],
    ["0x363d3d373d3d3d363d73", implementation, "0x5af43d82803e903d91602b57fd5bf3", clones.studio, 1, created],
  );
  const size = ((code.length - 2) / 2).toString(16).padStart(4, "0");
  // push size, copy what follows these ten bytes to memory, return it
  const hash = await (wallets[0] as Wallet).sendTransaction({ data: `0x61${size}80600a3d393df3${code.slice(2)}` });
  const { contractAddress } = await publicClient.getTransactionReceipt({ hash });
  const board = await boardAt(protocol, contractAddress as Address);
  const factory = addressOf("StudioFactory");
  await connection.networkHelpers.impersonateAccount(factory);
  await connection.networkHelpers.setBalance(factory, 10n ** 20n);
  await board.write.initialize([addressesOf(holders)], { account: factory });
  return board;
}

export const addressesOf = (wallets: Wallet[]): Address[] => wallets.map(({ account }) => account.address);

/** A review that asks for a certificate of nothing in particular. */
export const reviewInput = (overrides: Partial<ReviewInput>): ReviewInput => ({
  kind: KIND.asset,
  subject: 0n,
  power: POWER.certify,
  payload: "0x",
  reasonCode: REASON,
  evidence: EVIDENCE,
  claimId: 0n,
  finding: FINDING.none,
  ...overrides,
});

export const payloads = {
  duration: (seconds: number) => encodeAbiParameters([{ type: "uint256" }], [BigInt(seconds)]),
  mask: (gate: Address, word: bigint, mask: bigint) =>
    encodeAbiParameters([{ type: "address" }, { type: "uint256" }, { type: "uint256" }], [gate, word, mask]),
  certificate: (passed: boolean, report: Hash) =>
    encodeAbiParameters([{ type: "bool" }, { type: "bytes32" }], [passed, report]),
  review: (reviewId: bigint) => encodeAbiParameters([{ type: "uint256" }], [reviewId]),
  proposals: (proposals: Proposal[]): Hex =>
    encodeAbiParameters(
      [
        {
          type: "tuple[]",
          components: [
            { name: "targets", type: "address[]" },
            { name: "values", type: "uint256[]" },
            { name: "calldatas", type: "bytes[]" },
            { name: "descriptionHash", type: "bytes32" },
          ],
        },
      ],
      [proposals.map(actionsOf)],
    ),
};

/** A proposal as the board takes it. */
export function actionsOf(proposal: Proposal) {
  const [targets, values, calldatas, descriptionHash] = callArgs(proposal);
  return { targets, values, calldatas, descriptionHash };
}

/** What asks for a veto of these proposals. */
export const vetoInput = (proposals: Proposal[], overrides: Partial<ReviewInput> = {}): ReviewInput =>
  reviewInput({
    kind: KIND.proposal,
    subject: proposals[0]?.id ?? 0n,
    power: POWER.veto,
    payload: payloads.proposals(proposals),
    ...overrides,
  });

/** Opens a review; `by` votes for it thereby. */
export async function openReview({ board }: Ethics, input: ReviewInput, by: Wallet): Promise<bigint> {
  await board.write.openReview([input], { account: by.account });
  return board.read.reviewCount();
}

export async function voteOn({ board }: Ethics, reviewId: bigint, voters: Wallet[], support = true): Promise<void> {
  for (const { account } of voters) await board.write.voteOnReview([reviewId, support, ""], { account });
}

export const enact = ({ board, stranger }: Ethics, reviewId: bigint, payload: Hex, by = stranger): Promise<Hash> =>
  board.write.enactReview([reviewId, payload], { account: by.account, gas: GAS });

/** Opens a review, lets `voters` support it, the first one by opening it, and enacts it. */
export async function decide(ethics: Ethics, input: ReviewInput, voters = ethics.seats): Promise<Hash> {
  const [opener, ...rest] = voters as [Wallet, ...Wallet[]];
  const reviewId = await openReview(ethics, input, opener);
  await voteOn(ethics, reviewId, rest);
  return enact(ethics, reviewId, input.payload);
}

/** Elects by decree of the impersonated timelock. */
export async function elect({ board, clones }: Ethics, seat: number, holder: Wallet, statement = EVIDENCE) {
  if (statement !== zeroHash) await board.write.stand([statement], { account: holder.account });
  return board.write.electSeat([seat, holder.account.address], { account: clones.timelock });
}

/** Asserts that the board refuses a call, and that the whole state stays as it was. */
export async function expectBoardRefuses(
  { protocol, board, clones }: Ethics,
  call: () => Promise<Hash>,
  error: Parameters<typeof expectRefused<Ethics["board"]>>[2]["error"],
  args: readonly unknown[],
): Promise<void> {
  const others = [board.address, clones.governor, clones.timelock, clones.curation, clones.studio];
  await expectRefused(protocol, call, { by: board, error, args, others });
}

/** Decoded events of the board in one transaction. */
export async function boardEvents({ protocol, board }: Ethics, hash: Hash) {
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  const own = logs.filter((log) => log.address.toLowerCase() === board.address.toLowerCase());
  return parseEventLogs({ abi: board.abi, logs: own }).map(({ eventName, args }) => ({ eventName, args }));
}

/** Seconds of the block of a transaction. */
export async function timeOf({ protocol }: Ethics, hash: Hash): Promise<number> {
  const { blockNumber } = await protocol.publicClient.getTransactionReceipt({ hash });
  return Number((await protocol.publicClient.getBlock({ blockNumber })).timestamp);
}

/** Everything that a review has cost so far. */
export async function expectState(ethics: Ethics, proposal: Proposal, state: number): Promise<void> {
  expect(await ethics.governor.read.state([proposal.id])).to.equal(state);
}

/** A call of the board itself. */
export function boardCall<TName extends "appointChamber" | "electSeat" | "removeSeat" | "setVetoLimit">(
  { board }: Ethics,
  functionName: TName,
  args: ContractFunctionArgs<ArtifactMap["IEthicsBoard"]["abi"], "nonpayable", TName>,
) {
  const data = encodeFunctionData({ abi: board.abi, functionName, args } as never);
  return { target: board.address, data };
}

/** A recipe that the studio licenses. */
export async function registerRecipe(
  { protocol, clones, founders }: Ethics,
  licensor = clones.timelock,
): Promise<Hash> {
  const registry = await registryOf({ protocol });
  const input = recipeInput({ licensor, commitment: hashOf("recipe of a board's tests") });
  const account = licensor === clones.timelock ? (founders[0] as Wallet).account : licensor;
  await registry.write.registerRecipe([input, 0n, "0x"], { account });
  return registry.read.hashRecipe([input]);
}

export const registryOf = ({ protocol }: Pick<Ethics, "protocol">) =>
  protocol.connection.viem.getContractAt("AssetRegistry", protocol.addressOf("AssetRegistry"));

/** A lot of 300 assets that a solo studio certified, and that is for sale. */
export async function commitLot({ protocol, clones, founders }: Ethics, recipeId: Hash, nonce = 1n): Promise<bigint> {
  const { connection } = protocol;
  const { account } = founders[0] as Wallet;
  const registry = await registryOf({ protocol });
  const curation = await connection.viem.getContractAt("ICuration", clones.curation);
  const lotId = (BigInt(account.address) << 64n) | nonce;
  const lot = { recipeId, nonce, root: hashOf(`root ${nonce}`), count: 300, gate: clones.curation };
  await registry.write.commitLot([{ ...lot, manifest: hashOf("manifest") }], { account });
  await curation.write.selfCertify([lotId, [], []], { account, gas: GAS });
  const { releasableAt } = await registry.read.lotOf([lotId]);
  await connection.networkHelpers.time.increaseTo(releasableAt);
  return lotId;
}

export const assetOf = (lotId: bigint, index: number): bigint => (lotId << 24n) | BigInt(index);
export const wholeOf = (lotId: bigint): bigint => assetOf(lotId, 0xffffff);

/** Mandates that the studio uses from now on. */
export async function useMandates({ protocol, studio, clones }: Ethics) {
  const mandates = await protocol.connection.viem.deployContract("MandatesMock", [clones.studio]);
  await studio.write.setMandates([mandates.address, []], { account: clones.timelock });
  return mandates;
}

/** The same studio with another board, whose seats `holders` have. */
export async function withBoard(ethics: Ethics, holders: Wallet[], created = 3): Promise<Ethics> {
  const board = await makeBoard(ethics.protocol, ethics.clones, holders, created);
  await ethics.studio.write.setBoard([board.address], { account: ethics.clones.timelock });
  return { ...ethics, board, seats: holders };
}
