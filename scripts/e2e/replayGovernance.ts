import { ethicsBoardAbi, reputationTokenAbi, studioAbi, studioGovernorAbi } from "@imprimatur/sdk/abi";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { type Address, getContract, type Hex, numberToHex } from "viem";
import { bookKey, type GovernedStudio } from "./governedStudio.ts";
import { idOf, readAll, type Sides, type World } from "./replay.ts";
import { replayProposals } from "@imprimatur/sdk/logs";
import { readClaims, readSeats } from "./replayBoard.ts";

const MODULES = ["timelock", "governor", "reputation", "curation", "board", "mandates", "commissions", "impact"];
const PRESETS = ["Solo", "Collective", "House", "Open"];
const FINDINGS = [null, "Upheld", "Mistaken", "Abusive"];
const SEATS = 5;
const EXECUTED = 7;
const CANCELED = 2;

type Reference = { id: Hex } | null;

/** The studio's present modules. */
export async function compareModules(subgraph: SubgraphClient, { governed, books }: World): Promise<Sides> {
  const { reader, studio } = governed;
  const directory = getContract({ address: studio, abi: studioAbi, client: reader });
  const query = `query ($id: ID!) { studio(id: $id) { preset ${MODULES.map((name) => `${name} { id }`).join(" ")} } }`;
  const answer = await subgraph.query<{ studio: Record<string, Reference> & { preset: string } }>(query, {
    id: studio.toLowerCase(),
  });
  const indexed: Record<string, unknown> = { preset: answer.studio.preset };
  const stored: Record<string, unknown> = { preset: PRESETS[await directory.read.preset()] };
  for (const [i, name] of MODULES.entries()) {
    indexed[name] = answer.studio[name]?.id ?? null;
    const module = await directory.read.moduleOf([i]);
    stored[name] = BigInt(module) === 0n ? null : module.toLowerCase();
  }
  const { timelock, governor, reputation, curation, board } = (await books.reader.getStudio({ studio })) ?? {};
  const logged = { timelock, governor, reputation, curation, board };
  return { indexed: { [studio]: indexed }, stored: { [studio]: stored }, logged: { [studio]: logged } };
}

interface HolderFields {
  tokenAddress: Address;
  account: { id: Address };
  tokenBalanceRaw: string;
  grantedRaw: string;
  inheritedRaw: string;
  migratedInRaw: string;
  slashedRaw: string;
  prunedRaw: string;
  migratedOutRaw: string;
}

/** Every balance, and the ledger that adds up to it. */
export async function compareMembers(subgraph: SubgraphClient, { governed: { reader }, books }: World): Promise<Sides> {
  const sums = "grantedRaw inheritedRaw migratedInRaw slashedRaw prunedRaw migratedOutRaw";
  const fields = `tokenAddress account { id } tokenBalanceRaw ${sums}`;
  const indexed: Record<string, unknown> = {};
  const stored: Record<string, unknown> = {};
  const logged: Record<string, unknown> = {};
  for (const [id, holder] of await readAll<HolderFields>(subgraph, "tokenHolders", fields)) {
    const token = getContract({ address: holder.tokenAddress, abi: reputationTokenAbi, client: reader });
    const balance = String(await token.read.balanceOf([holder.account.id]));
    indexed[id] = { balance: holder.tokenBalanceRaw, ledger: String(ledgerOf(holder)) };
    stored[id] = { balance, ledger: balance };
    logged[id] = { balance: books.voters.balances.get(idOf(holder.tokenAddress, holder.account.id)) };
  }
  return { indexed, stored, logged };
}

function ledgerOf(holder: HolderFields): bigint {
  const received = BigInt(holder.grantedRaw) + BigInt(holder.inheritedRaw) + BigInt(holder.migratedInRaw);
  return received - BigInt(holder.slashedRaw) - BigInt(holder.prunedRaw) - BigInt(holder.migratedOutRaw);
}

/** Every electorate: its supply, its settings and the votes of its delegates. */
export async function compareElectorates(subgraph: SubgraphClient, { governed, books }: World): Promise<Sides> {
  const { supplies, halfLives, votes, settings } = books.voters;
  const fields = `totalTokenSupply grantCapacity active halfLife framework { votingDelay votingPeriod quorumNumerator
    voteCap } delegates(first: 100, orderBy: id) { account { id } delegatedVotesRaw }`;
  const all = await readAll<{ delegates: { account: { id: Address } }[] }>(subgraph, "governances", fields);
  const indexed: Record<string, unknown> = {};
  const stored: Record<string, unknown> = {};
  const logged: Record<string, unknown> = {};
  for (const { governor, reputation } of governed.electorates) {
    const id = governor.toLowerCase();
    const found = all.get(id);
    indexed[id] = found;
    stored[id] = await readElectorate(governed, governor, reputation, found?.delegates ?? []);
    const delegates = (found?.delegates ?? []).map(({ account }) => ({
      account,
      delegatedVotesRaw: votes.get(idOf(reputation, account.id)) ?? 0n,
    }));
    const token = reputation.toLowerCase();
    const facts = { totalTokenSupply: supplies.get(token), halfLife: halfLives.get(token), delegates };
    logged[id] = { ...facts, framework: settings.get(id) };
  }
  return { indexed, stored, logged };
}

async function readElectorate(
  { reader, electorates }: GovernedStudio,
  governorAddress: Address,
  reputation: Address,
  delegates: { account: { id: Address } }[],
) {
  const governor = getContract({ address: governorAddress, abi: studioGovernorAbi, client: reader });
  const token = getContract({ address: reputation, abi: reputationTokenAbi, client: reader });
  const votes = delegates.map(async ({ account }) => ({
    account,
    delegatedVotesRaw: String(await token.read.getVotes([account.id])),
  }));
  return {
    totalTokenSupply: String(await token.read.totalSupply()),
    grantCapacity: governorAddress === electorates[0]?.governor ? 80_000 : 50_000,
    active: governorAddress === electorates.at(-1)?.governor,
    halfLife: String(await token.read.halfLife()),
    framework: {
      votingDelay: String(await governor.read.votingDelay()),
      votingPeriod: String(await governor.read.votingPeriod()),
      quorumNumerator: String(await governor.read.quorumNumerator()),
      voteCap: String(await governor.read.voteCap()),
    },
    delegates: await Promise.all(votes),
  };
}

interface ProposalFields {
  proposalId: string;
  governance: { id: Address };
  proposer: { account: { id: Address } };
  isOverride: boolean;
  queued: boolean;
  canceled: boolean;
  executed: boolean;
  voteStart: string;
  voteEnd: string;
  againstWeightedVotes: string;
  forWeightedVotes: string;
  abstainWeightedVotes: string;
}

/** Every proposal, of successors before the vote too. */
export async function compareProposals(
  subgraph: SubgraphClient,
  { governed: { reader }, books }: World,
): Promise<Sides> {
  const fields = `proposalId governance { id } proposer { account { id } } isOverride queued canceled executed voteStart voteEnd
    againstWeightedVotes forWeightedVotes abstainWeightedVotes`;
  const all = await readAll<ProposalFields>(subgraph, "proposals", fields);
  const { overrides } = books.voters;
  const stored: Record<string, ProposalFields> = {};
  const logged: Record<string, unknown> = {};
  for (const governor of new Set([...all.values()].map(({ governance }) => governance.id))) {
    for (const [proposalId, { votes, proposer, ...facts }] of await replayProposals(books.client, {
      governor,
      fromBlock: 0n,
    })) {
      const { description: _description, ...told } = facts;
      logged[idOf(governor, bookKey(proposalId))] = {
        ...told,
        governance: { id: governor },
        proposer: { account: { id: proposer } },
        isOverride: overrides.has(idOf(governor, bookKey(proposalId))),
        againstWeightedVotes: votes.against,
        forWeightedVotes: votes.for,
        abstainWeightedVotes: votes.abstain,
      };
    }
  }
  for (const [id, proposal] of all) stored[id] = await storedProposal(reader, proposal);
  return { indexed: Object.fromEntries(all), stored, logged };
}

async function storedProposal(
  reader: GovernedStudio["reader"],
  { proposalId, governance }: ProposalFields,
): Promise<ProposalFields> {
  const { read } = getContract({ address: governance.id, abi: studioGovernorAbi, client: reader });
  const args = [BigInt(proposalId)] as const;
  const state = await read.state(args);
  const [against, inFavor, abstain] = await read.proposalVotes(args);
  return {
    proposalId,
    governance,
    proposer: { account: { id: (await read.proposalProposer(args)).toLowerCase() as Address } },
    isOverride: await read.isOverride(args),
    queued: (await read.proposalEta(args)) !== 0n,
    canceled: state === CANCELED,
    executed: state === EXECUTED,
    voteStart: String(await read.proposalSnapshot(args)),
    voteEnd: String(await read.proposalDeadline(args)),
    againstWeightedVotes: String(against),
    forWeightedVotes: String(inFavor),
    abstainWeightedVotes: String(abstain),
  };
}

interface SeatFields {
  holder: Reference;
  since: string | null;
  termEnd: string | null;
}

/** The seats of the first board. */
export async function compareSeats(
  subgraph: SubgraphClient,
  { governed: { reader, board }, books }: World,
): Promise<Sides> {
  const contract = getContract({ address: board, abi: ethicsBoardAbi, client: reader });
  const indexed = Object.fromEntries(
    await readAll<SeatFields>(subgraph, "boardSeats", "holder { id } since termEnd", board),
  );
  const stored: Record<string, SeatFields> = {};
  for (let number = 1; number <= SEATS; number++) {
    const { holder, since, termEnd } = await contract.read.seatOf([number]);
    const empty = BigInt(holder) === 0n;
    stored[idOf(board, numberToHex(number, { size: 1 }))] = {
      holder: empty ? null : { id: holder.toLowerCase() as Hex },
      since: empty ? null : String(since),
      termEnd: empty ? null : String(termEnd),
    };
  }
  return { indexed, stored, logged: await readSeats(books.client, board) };
}

interface ReviewFields {
  subject: string;
  charterVersion: string;
  openedAt: string;
  enactedAt: string | null;
  reasonCode: Hex;
  forVotes: number;
  againstVotes: number;
}

/** The reviews of the first board, with their votes. */
export async function compareReviews(
  subgraph: SubgraphClient,
  { governed: { reader, board }, books }: World,
): Promise<Sides> {
  const contract = getContract({ address: board, abi: ethicsBoardAbi, client: reader });
  const fields = "subject charterVersion openedAt enactedAt reasonCode forVotes againstVotes";
  const indexed = Object.fromEntries(await readAll<ReviewFields>(subgraph, "reviews", fields, board));
  const stored: Record<string, ReviewFields> = {};
  const count = await contract.read.reviewCount();
  for (let reviewId = 1n; reviewId <= count; reviewId++) {
    const review = await contract.read.reviewOf([reviewId]);
    stored[idOf(board, bookKey(reviewId))] = {
      subject: String(review.subject),
      charterVersion: String(review.charter),
      openedAt: String(review.openedAt),
      enactedAt: review.enactedAt === 0 ? null : String(review.enactedAt),
      reasonCode: review.reasonCode,
      forVotes: bits(review.supporters),
      againstVotes: bits(review.opponents),
    };
  }
  const logged = Object.fromEntries(
    books.board.reviews.map(({ reviewId, subject, charter, openedAt, reasonCode, votes }) => {
      const [forVotes, againstVotes] = [true, false].map(
        (side) => votes.filter(({ support }) => support === side).length,
      );
      const facts = { subject, charterVersion: charter, openedAt, reasonCode, forVotes, againstVotes };
      return [idOf(board, bookKey(reviewId)), facts];
    }),
  );
  return { indexed, stored, logged };
}

interface ClaimFields {
  claimant: { id: Address };
  subject: string;
  bond: string;
  filedAt: string;
  finding: string | null;
  review: { reviewId: string } | null;
  bondReturn: { to: { id: Address } } | null;
}

/** The claims of the first board. */
export async function compareClaims(
  subgraph: SubgraphClient,
  { governed: { reader, board }, books }: World,
): Promise<Sides> {
  const contract = getContract({ address: board, abi: ethicsBoardAbi, client: reader });
  const fields = "claimant { id } subject bond filedAt finding review { reviewId } bondReturn { to { id } }";
  const indexed = Object.fromEntries(await readAll<ClaimFields>(subgraph, "ethicsClaims", fields, board));
  const stored: Record<string, ClaimFields> = {};
  const count = await contract.read.claimCount();
  for (let claimId = 1n; claimId <= count; claimId++) {
    const claim = await contract.read.claimOf([claimId]);
    const claimant = { id: claim.claimant.toLowerCase() as Address };
    stored[idOf(board, bookKey(claimId))] = {
      claimant,
      subject: String(claim.subject),
      bond: String(claim.bond),
      filedAt: String(claim.filedAt),
      finding: FINDINGS[claim.finding] ?? null,
      review: claim.reviewId === 0n ? null : { reviewId: String(claim.reviewId) },
      bondReturn: claim.closed ? { to: claimant } : null,
    };
  }
  return { indexed, stored, logged: await readClaims(books.client, board) };
}

const bits = (mask: number): number => mask.toString(2).replaceAll("0", "").length;
