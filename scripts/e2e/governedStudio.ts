import {
  ethicsBoardAbi,
  reputationTokenAbi,
  studioAbi,
  studioFactoryAbi,
  studioGovernorAbi,
} from "@imprimatur/sdk/abi";
import { buildInheritance } from "@imprimatur/sdk/merkle";
import {
  type Account,
  type Address,
  createTestClient,
  createWalletClient,
  encodeAbiParameters,
  getContract,
  type Hash,
  type Hex,
  http,
  keccak256,
  numberToHex,
  parseAbiParameters,
  parseEther,
  parseEventLogs,
  publicActions,
  stringToHex,
  type TransactionReceipt,
  zeroAddress,
  zeroHash,
} from "viem";
import { hardhat } from "viem/chains";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";
import { quarrel } from "./governedRarities.ts";

const HOUSE = 2;
const PROPOSAL = 0;
const VETO = 1;
const UPHELD = 1;
const FOR = 1;
const DAY = 86_400;
const ANN = localAccount(10);
const BOB = localAccount(11);
const CAROL = localAccount(12);
const DAVE = localAccount(13);
const FOUNDERS = [ANN, BOB, CAROL, DAVE, localAccount(14)];
const FIRST = localAccount(15);
const THIRD = localAccount(17);
const FIFTH = localAccount(19);
const SEATS = [FIRST, localAccount(16), THIRD, localAccount(18), FIFTH];
const CANDIDATE = localAccount(8);
const STRANGER = localAccount(9);
const FILE = keccak256("0x01");

/** What voters act on. */
export interface Electorate {
  governor: Address;
  reputation: Address;
}

/** What a claim costs in the end, in millionths of a dollar. */
const BOND = 50_000_000n;

/** A studio that changed its members, its board and itself. */
export interface GovernedStudio {
  reader: Member;
  studio: Address;
  board: Address;
  electorates: Electorate[];
}

type Member = ReturnType<typeof connect>;

function connect(rpcUrl: string, account: Account | Address) {
  const options = { account, chain: hardhat, transport: http(rpcUrl), pollingInterval: 20, cacheTime: 0 } as const;
  return createWalletClient(options).extend(publicActions);
}

/** Everybody's doings, one after the other. */
class Life {
  readonly #stack: Stack;
  readonly #test;

  constructor(stack: Stack) {
    this.#stack = stack;
    this.#test = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(stack.rpcUrl) });
  }

  as(account: Account | Address): Member {
    return connect(this.#stack.rpcUrl, account);
  }

  /** Acts by impersonation: what it does would be voted. */
  async asTimelock(address: Address): Promise<Member> {
    await this.#test.impersonateAccount({ address });
    await this.#test.setBalance({ address, value: parseEther("10") });
    return this.as(address);
  }

  async settle(sent: Promise<Hash>): Promise<TransactionReceipt> {
    const receipt = await this.as(STRANGER).waitForTransactionReceipt({ hash: await sent });
    if (receipt.status !== "success") throw new Error(`${receipt.transactionHash} was reverted`);
    return receipt;
  }

  async pass(seconds: number): Promise<void> {
    await this.#test.increaseTime({ seconds });
    await this.#test.mine({ blocks: 1 });
  }

  factory(account: Account) {
    const address = this.#stack.deployment.addressOf("StudioFactory");
    return getContract({ address, abi: studioFactoryAbi, client: this.as(account) });
  }

  board(address: Address, account: Account) {
    return getContract({ address, abi: ethicsBoardAbi, client: this.as(account) });
  }

  governor(address: Address, account: Account) {
    return getContract({ address, abi: studioGovernorAbi, client: this.as(account) });
  }

  token(address: Address, client: Member) {
    return getContract({ address, abi: reputationTokenAbi, client });
  }
}

/** Lets a house live: it grants and slashes, elects, vetoes, overrides and replaces its modules. */
export async function govern(stack: Stack): Promise<GovernedStudio> {
  const life = new Life(stack);
  const made = await open(life);
  const timelock = await life.asTimelock(made.timelock);
  await reward(life, made, timelock);
  await elect(life, made.board, timelock);
  await overrideVeto(life, made);
  await quarrel(stack, made, (seconds) => life.pass(seconds));
  const board = getContract({ address: made.board, abi: ethicsBoardAbi, client: timelock });
  await life.settle(board.write.setClaimTerms([stack.deployment.addressOf("TestUSDC"), BOND]));
  const successors = await succeed(life, made, timelock);
  return {
    reader: life.as(STRANGER),
    studio: made.studio,
    board: made.board,
    electorates: [made, successors],
  };
}

interface Made extends Electorate {
  studio: Address;
  timelock: Address;
  curation: Address;
  board: Address;
}

async function open(life: Life): Promise<Made> {
  const config = {
    name: "Governed",
    symbol: "GOV",
    preset: HOUSE,
    clockMode: 0,
    secondsPerTick: 1,
    registrar: zeroAddress,
    founders: FOUNDERS.map(({ address }) => address),
    seats: SEATS.map(({ address }) => address),
    charter: FILE,
    salt: zeroHash,
  };
  const { logs } = await life.settle(life.factory(STRANGER).write.createStudio([config]));
  const [created] = parseEventLogs({ abi: studioFactoryAbi, eventName: "StudioCreated", logs });
  if (created === undefined) throw new Error("no studio was created");
  return created.args;
}

async function reward(life: Life, { reputation }: Made, timelock: Member): Promise<void> {
  const { write } = life.token(reputation, timelock);
  const editor = stringToHex("editor", { size: 32 });
  await life.settle(write.mint([ANN.address, parseEther("5"), editor, FILE]));
  await life.settle(write.mint([STRANGER.address, parseEther("3"), editor, FILE]));
  await life.settle(write.mint([ANN.address, parseEther("1"), zeroHash, FILE]));
  await life.settle(write.slash([BOB.address, parseEther("100"), FILE]));
  await life.settle(write.setGrantCapacity([80_000]));
  await life.settle(life.token(reputation, life.as(CAROL)).write.delegate([DAVE.address]));
  await life.settle(life.token(reputation, life.as(STRANGER)).write.noteDormancy([BOB.address]));
}

async function elect(life: Life, board: Address, timelock: Member): Promise<void> {
  const { write } = getContract({ address: board, abi: ethicsBoardAbi, client: timelock });
  await life.settle(life.board(board, CANDIDATE).write.stand([FILE]));
  await life.settle(write.electSeat([2, CANDIDATE.address]));
  await life.settle(write.electSeat([3, THIRD.address]));
  await life.settle(write.removeSeat([4, FILE]));
  await life.settle(life.board(board, FIFTH).write.resign([5]));
  await life.settle(write.setVetoLimit([2]));
}

const ACTIONS = parseAbiParameters("(address[], uint256[], bytes[], bytes32)[]");

/** The board cancels a gift, because somebody claims that it must; the members make it all the same. */
async function overrideVeto(life: Life, { governor, board }: Made): Promise<void> {
  const actions = [[STRANGER.address], [0n], ["0x"]] as [Address[], bigint[], Hex[]];
  await life.pass(1);
  const gift = await propose(life, governor, ANN, actions, "# A gift");
  const payload = encodeAbiParameters(ACTIONS, [[[...actions, keccak256(stringToHex("# A gift"))]]]);
  await life.settle(life.board(board, BOB).write.file([PROPOSAL, gift, FILE, FILE]));
  const input = { kind: PROPOSAL, subject: gift, power: VETO, payload, reasonCode: FILE, evidence: FILE, claimId: 1n };
  await life.settle(life.board(board, FIRST).write.openReview([{ ...input, finding: UPHELD }]));
  await life.settle(life.board(board, THIRD).write.voteOnReview([1n, true, "no gifts"]));
  await life.settle(life.board(board, CANDIDATE).write.voteOnReview([1n, false, ""]));
  await life.settle(life.board(board, STRANGER).write.enactReview([1n, payload]));
  await life.settle(life.board(board, STRANGER).write.closeClaim([1n]));
  await life.settle(life.board(board, STRANGER).write.rewardReview([1n]));

  const again = await propose(life, governor, ANN, actions, "# A gift after all");
  await life.pass(2 * DAY);
  await life.settle(
    life.governor(governor, ANN).write.castVoteWithReasonAndParams([again, FOR, "a good cause", "0x01"]),
  );
  for (const founder of FOUNDERS.slice(1)) {
    await life.settle(life.governor(governor, founder).write.castVote([again, FOR]));
  }
  await life.pass(8 * DAY);
  const call = [...actions, keccak256(stringToHex("# A gift after all"))] as const;
  await life.settle(life.governor(governor, ANN).write.queue(call));
  await life.pass(8 * DAY);
  await life.settle(life.governor(governor, ANN).write.execute(call));
}

async function propose(
  life: Life,
  governor: Address,
  account: Account,
  actions: [Address[], bigint[], Hex[]],
  description: string,
): Promise<bigint> {
  const { logs } = await life.settle(life.governor(governor, account).write.propose([...actions, description]));
  const [created] = parseEventLogs({ abi: studioGovernorAbi, eventName: "ProposalCreated", logs });
  if (created === undefined) throw new Error("nothing was proposed");
  return created.args.proposalId;
}

/** Successors act before the vote, and take over after it. */
async function succeed(life: Life, { studio, reputation: former }: Made, timelock: Member): Promise<Electorate> {
  const { read } = life.token(former, timelock);
  const balances = [DAVE, CAROL, ANN].map(async ({ address }) => ({
    ...{ account: address, raw: await read.balanceOf([address]) },
  }));
  const inheritance = buildInheritance(await Promise.all(balances));
  const input = {
    preset: HOUSE,
    clockMode: 0,
    secondsPerTick: 1,
    electorate: true,
    curation: false,
    board: true,
    mandates: false,
    commissions: false,
    impact: true,
    founders: FOUNDERS.slice(0, 3).map(({ address }) => address),
    seats: [],
    root: inheritance.root,
    total: inheritance.total,
    evidence: FILE,
  };
  const { logs } = await life.settle(life.factory(STRANGER).write.createSuccessors([studio, input]));
  const [created] = parseEventLogs({ abi: studioFactoryAbi, eventName: "SuccessorsCreated", logs });
  if (created === undefined) throw new Error("no successors were created");
  const { governor, reputation, board, impact } = created.args.successors;
  await life.pass(1);
  const actions = [[STRANGER.address], [1n], ["0x"]] as [Address[], bigint[], Hex[]];
  await propose(life, governor, ANN, actions, "# Too early");

  const { write } = getContract({ address: studio, abi: studioAbi, client: timelock });
  await life.settle(write.setBoard([board]));
  await life.settle(write.setImpact([impact]));
  await life.settle(write.replaceElectorate([governor, reputation]));
  const { account, raw } = inheritance.balances[0] ?? { account: zeroAddress, raw: 0n };
  const heir = life.token(reputation, life.as(STRANGER)).write;
  await life.settle(heir.claimInheritance([account, raw, inheritance.proof(account)]));
  return { governor, reputation };
}

/** Id of an entity of a board's books. */
export const bookKey = (number: bigint): Hex => numberToHex(number, { size: 32 });
