import { setRegistrar, toPayload, toProposalActions } from "@imprimatur/sdk";
import type { BoardDecision } from "@imprimatur/sdk";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { type Account, type Address, type Hex, keccak256, stringToHex } from "viem";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";
import { connect, type Member } from "./house.ts";

const MINUTE = 60n;
const DAY = 86_400n;
const FILE = keccak256("0x05");
const MEMBERS = [10, 11, 12, 13, 14].map((index) => localAccount(index));
/** Who holds seats after the elections. */
const SEATED = [localAccount(15), localAccount(8), localAccount(17)] as const;
const CHAMBER = localAccount(9);
const ARTIST = localAccount(18);
const FRIEND = localAccount(19);

type Studio = NonNullable<Parameters<typeof connect>[2]> & { board: Address };

/** A studio with a board, and the clock. */
interface Scene {
  stack: Stack;
  studio: Studio;
  /** Acts by impersonation: what it does would be voted. */
  timelock: Member;
  pass: (seconds: bigint) => Promise<void>;
  now: () => Promise<bigint>;
}

/** What seldom happens to a studio with a board, each once; nobody pays for claims yet. */
export async function quarrel(stack: Stack, studio: Studio, pass: (seconds: number) => Promise<void>): Promise<void> {
  const timelock = connect(stack, studio.timelock, studio);
  const now = async (): Promise<bigint> => (await timelock.getBlock()).timestamp;
  const scene: Scene = { stack, studio, timelock, now, pass: (seconds) => pass(Number(seconds)) };
  await ignore(scene);
  await appeal(scene);
  await withdraw(scene);
  await overrule(scene);
}

const as = ({ stack, studio }: Scene, account: Account): Member => connect(stack, account, studio);

/** Two of three seats vote for a decision about a recipe, and it takes effect. */
async function decide(scene: Scene, subject: bigint, decision: BoardDecision): Promise<bigint> {
  const about = { kind: "recipe", subject, decision, reasonCode: FILE, evidence: FILE } as const;
  const { reviewId } = await as(scene, SEATED[0]).openReviewAndWait(about);
  await as(scene, SEATED[2]).voteOnReviewAndWait({ reviewId, support: true, reason: "" });
  await as(scene, CHAMBER).enactReviewAndWait({ reviewId, payload: toPayload(decision) });
  return reviewId;
}

/** The board never answers a claim about a proposal, which its proposer takes back. */
async function ignore(scene: Scene): Promise<void> {
  const [proposer, claimant] = [as(scene, MEMBERS[0] as Account), as(scene, MEMBERS[1] as Account)];
  const proposal = await proposer.proposeAndWait({ title: "Never mind", calls: [nothing(scene)] });
  const about = { kind: "proposal", subject: proposal.proposalId, reasonCode: FILE, evidence: FILE } as const;
  const { claimId } = await claimant.fileClaimAndWait(about);
  await proposer.cancelAndWait(proposal);
  await scene.pass(14n * DAY);
  await claimant.lapseClaimAndWait({ claimId });
}

/** The board quarantines a recipe; the studio appeals, and no answer lifts it. */
async function appeal(scene: Scene): Promise<void> {
  const { timelock } = scene;
  const licensor = timelock.account.address;
  const split = [{ account: licensor, weight: 1_000_000 }];
  const { recipeId } = await timelock.registerRecipeAndWait({ licensor, kind: "work", commitment: FILE, split });
  const decision = { power: "quarantine", seconds: 30n * DAY } as const;
  const reviewId = await decide(scene, BigInt(recipeId), decision);
  await timelock.appealReviewAndWait({ reviewId, evidence: FILE });
  await scene.pass(14n * DAY);
  await as(scene, CHAMBER).grantAppealAndWait({ reviewId });
}

/** An artist lets a friend move a work, and offers it no longer. */
async function withdraw(scene: Scene): Promise<void> {
  const artist = as(scene, ARTIST);
  const licensor = ARTIST.address;
  const split = [{ account: licensor, weight: 1_000_000 }];
  const { recipeId } = await artist.registerRecipeAndWait({ licensor, kind: "work", commitment: FILE, split });
  const leaf = toLeaf({ contentHash: keccak256(stringToHex("withdrawn")) });
  const { assetId } = await artist.registerAndWait({ recipeId, nonce: 2n ** 41n, leaf });
  const registry = scene.stack.deployment.addressOf("AssetRegistry");
  const approve = { address: registry, abi: APPROVE, functionName: "approve" } as const;
  const hash = await artist.writeContract({ ...approve, args: [FRIEND.address, assetId] });
  await artist.waitForTransactionReceipt({ hash });

  const token = scene.stack.deployment.addressOf("TestUSDC");
  const end = (await scene.now()) + 30n * DAY;
  const offer = { recipeId, token, price: 5n, end, duration: "perpetual", usages: ["personal"] } as const;
  const { offerId } = await artist.publishOfferAndWait(offer);
  await artist.withdrawOfferAndWait({ offerId });
}

const APPROVE = [
  {
    ...({ type: "function", name: "approve", stateMutability: "payable", outputs: [] } as const),
    inputs: [
      { name: "to", type: "address" },
      { name: "tokenId", type: "uint256" },
    ],
  },
] as const;

/** Members decide in the last minute, which gives the others more time; a chamber stops what waits in the timelock. */
async function overrule(scene: Scene): Promise<void> {
  const { timelock } = scene;
  const until = (await scene.now()) + 300n * DAY;
  await timelock.appointChamberAndWait({ chamber: CHAMBER.address, until });
  const proposer = as(scene, MEMBERS[0] as Account);
  const proposal = await proposer.proposeAndWait({ title: "Late", calls: [nothing(scene)] });
  await scene.pass(proposal.voteEnd - (await scene.now()) - MINUTE);
  for (const member of MEMBERS) {
    const { proposalId } = proposal;
    await as(scene, member).voteAndWait({ proposalId, support: "for" });
  }
  const { proposalId } = proposal;
  const { deadline } = await proposer.getProposalState({ proposalId });
  await scene.pass(deadline - (await scene.now()) + 1n);
  await proposer.queueAndWait(proposal);
  const proposals = [toProposalActions(proposal)];
  await as(scene, CHAMBER).vetoAsChamberAndWait({ proposals, reasonCode: FILE, evidence: FILE });
}

/** A call that would change nothing that matters. */
const nothing = ({ studio }: Scene): { to: Address; data: Hex; value?: bigint } =>
  setRegistrar.encode({ studio: studio.studio, registrar: FRIEND.address });
