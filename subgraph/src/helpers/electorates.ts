import { BigDecimal, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Governance, GovernanceFramework, Studio } from "../../generated/schema";
import { loadFramework, loadGovernance } from "./studios";

const NONE = BigInt.zero();
const PERCENT = BigInt.fromI32(100);

/** ppm of the supply in 90 days, until votes say otherwise. */
const GRANT_CAPACITY = 50_000;

/** A governor and its reputation as their own events have not described them yet. */
export function openElectorate(studio: Studio, governor: Bytes, reputation: Bytes): void {
  const governance = new Governance(governor);
  governance.studio = studio.id;
  governance.framework = governor;
  governance.reputation = reputation;
  governance.active = false;
  governance.totalTokenSupply = NONE;
  governance.currentTokenHolders = NONE;
  governance.totalTokenHolders = NONE;
  governance.currentDelegates = NONE;
  governance.totalDelegates = NONE;
  governance.delegatedVotesRaw = NONE;
  governance.delegatedVotes = BigDecimal.zero();
  governance.proposals = NONE;
  governance.proposalsQueued = NONE;
  governance.proposalsExecuted = NONE;
  governance.proposalsCanceled = NONE;
  governance.gBase = NONE;
  governance.tBase = NONE;
  governance.halfLife = NONE;
  governance.grantCapacity = GRANT_CAPACITY;
  governance.earlierGrantCapacity = GRANT_CAPACITY;
  governance.grantCapacityFrom = NONE;
  governance.grantedRaw = NONE;
  governance.slashedRaw = NONE;
  governance.prunedRaw = NONE;
  governance.inheritanceClaimedRaw = NONE;
  governance.save();
  saveFramework(studio, governor, reputation);
}

/** The settings follow from the events of the same transaction: the new data sources see its whole block. */
function saveFramework(studio: Studio, governor: Bytes, reputation: Bytes): void {
  const framework = new GovernanceFramework(governor);
  framework.studio = studio.id;
  framework.governance = governor;
  framework.name = studio.name;
  framework.type = "OZGovernor";
  framework.contractAddress = governor;
  framework.tokenAddress = reputation;
  framework.timelockAddress = studio.timelock;
  framework.secondsPerTick = NONE;
  framework.votingDelay = NONE;
  framework.votingPeriod = NONE;
  framework.proposalThreshold = NONE;
  framework.quorumNumerator = NONE;
  framework.quorumDenominator = PERCENT;
  framework.lateQuorumVoteExtension = NONE;
  framework.voteCap = NONE;
  framework.minDelay = NONE;
  framework.save();
}

/** Says what the electorate's clock counts. */
export function setClock(governor: Bytes, clockMode: string, secondsPerTick: BigInt): void {
  const framework = loadFramework(governor);
  framework.clockMode = clockMode;
  framework.secondsPerTick = secondsPerTick;
  framework.save();
}

/** From now on the studio, which is not saved, is governed by this electorate, perhaps made elsewhere. */
export function installElectorate(studio: Studio, governor: Bytes, reputation: Bytes, now: BigInt): void {
  if (!Governance.load(governor)) openElectorate(studio, governor, reputation);
  const governance = loadGovernance(governor);
  governance.active = true;
  governance.since = now;
  governance.until = null;
  governance.save();

  studio.governance = governor;
  studio.governor = governor;
  studio.reputation = reputation;
  const clockMode = loadFramework(governor).clockMode;
  if (clockMode) {
    studio.clockMode = clockMode;
    studio.secondsPerTick = loadFramework(governor).secondsPerTick;
  }
}

/** The new electorate takes over from the old one, and the timelock's delay with it. */
export function succeedElectorate(studio: Studio, governor: Bytes, reputation: Bytes, now: BigInt): void {
  const old = loadGovernance(studio.governance);
  old.active = false;
  old.until = now;
  old.save();

  const minDelay = loadFramework(old.id).minDelay;
  installElectorate(studio, governor, reputation, now);
  const framework = loadFramework(governor);
  framework.minDelay = minDelay;
  framework.save();
}
