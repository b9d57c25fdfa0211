import { Address, BigDecimal, BigInt, Bytes, DataSourceContext } from "@graphprotocol/graph-ts";
import { StudioCreated } from "../generated/StudioFactory/StudioFactory";
import { Governance, GovernanceFramework, Module, Studio, StudioCreation } from "../generated/schema";
import {
  Curation as CurationSource,
  ReputationToken as ReputationSource,
  Studio as StudioSource,
  StudioGovernor as GovernorSource,
  StudioTimelock as TimelockSource,
} from "../generated/templates";
import { actor } from "./helpers/actors";
import { CLOCK_MODES, PRESETS } from "./helpers/enums";
import { eventId, nullable } from "./helpers/ids";
import { loadProtocol } from "./helpers/protocol";
import { stamp } from "./helpers/stamp";
import { addCharter, setRegistrar, STUDIO_KEY } from "./helpers/studios";

const PERCENT = BigInt.fromI32(100);

export function handleStudioCreated(event: StudioCreated): void {
  saveModules(event);
  saveGovernance(event);
  saveStudio(event);
  saveCreation(event);
  indexContracts(event);

  const protocol = loadProtocol();
  protocol.studios += 1;
  protocol.save();
}

function saveStudio(event: StudioCreated): void {
  const config = event.params.config;
  const studio = new Studio(event.params.studio);
  studio.name = config.name;
  studio.symbol = config.symbol;
  studio.preset = PRESETS[config.preset];
  studio.clockMode = CLOCK_MODES[config.clockMode];
  studio.secondsPerTick = config.secondsPerTick;
  studio.creator = actor(event.params.creator);
  studio.founders = config.founders.map<Bytes>((founder: Address) => actor(founder));
  studio.timelock = event.params.timelock;
  studio.governor = event.params.governor;
  studio.reputation = event.params.reputation;
  studio.curation = event.params.curation;
  studio.createdAt = event.block.timestamp;
  studio.createdAtBlock = event.block.number;
  studio.createdInTx = event.transaction.hash;
  studio.lotCount = 0;
  studio.assetCount = BigInt.zero();
  studio.acceptedLotCount = 0;
  studio.charter = addCharter(studio.id, BigInt.fromI32(1), config.charter, event.block.timestamp);
  setRegistrar(studio, nullable(config.registrar), event.block.timestamp);
  studio.save();
}

function saveModules(event: StudioCreated): void {
  const studio = event.params.studio;
  saveModule(studio, studio, "Studio");
  saveModule(studio, event.params.timelock, "Timelock");
  saveModule(studio, event.params.governor, "Governor");
  saveModule(studio, event.params.reputation, "Reputation");
  saveModule(studio, event.params.curation, "Curation");
  actor(event.params.timelock);
}

function saveModule(studio: Address, address: Address, kind: string): void {
  const module = new Module(address);
  module.studio = studio;
  module.kind = kind;
  module.active = true;
  module.save();
}

function saveGovernance(event: StudioCreated): void {
  const governance = new Governance(event.params.studio);
  governance.studio = event.params.studio;
  governance.framework = event.params.governor;
  governance.totalTokenSupply = BigInt.zero();
  governance.currentTokenHolders = BigInt.zero();
  governance.totalTokenHolders = BigInt.zero();
  governance.currentDelegates = BigInt.zero();
  governance.totalDelegates = BigInt.zero();
  governance.delegatedVotesRaw = BigInt.zero();
  governance.delegatedVotes = BigDecimal.zero();
  governance.proposals = BigInt.zero();
  governance.proposalsQueued = BigInt.zero();
  governance.proposalsExecuted = BigInt.zero();
  governance.proposalsCanceled = BigInt.zero();
  governance.gBase = BigInt.zero();
  governance.tBase = BigInt.zero();
  governance.halfLife = BigInt.zero();
  governance.save();
  saveFramework(event);
}

/** The settings follow from the events of the same transaction: the new data sources see its whole block. */
function saveFramework(event: StudioCreated): void {
  const framework = new GovernanceFramework(event.params.governor);
  framework.studio = event.params.studio;
  framework.name = event.params.config.name;
  framework.type = "OZGovernor";
  framework.contractAddress = event.params.governor;
  framework.tokenAddress = event.params.reputation;
  framework.timelockAddress = event.params.timelock;
  framework.votingDelay = BigInt.zero();
  framework.votingPeriod = BigInt.zero();
  framework.proposalThreshold = BigInt.zero();
  framework.quorumNumerator = BigInt.zero();
  framework.quorumDenominator = PERCENT;
  framework.lateQuorumVoteExtension = BigInt.zero();
  framework.voteCap = BigInt.zero();
  framework.minDelay = BigInt.zero();
  framework.save();
}

function saveCreation(event: StudioCreated): void {
  const config = event.params.config;
  const creation = new StudioCreation(eventId(event));
  stamp(creation, event);
  creation.studio = event.params.studio;
  creation.timelock = event.params.timelock;
  creation.creator = event.params.creator;
  creation.name = config.name;
  creation.symbol = config.symbol;
  creation.preset = PRESETS[config.preset];
  creation.clockMode = CLOCK_MODES[config.clockMode];
  creation.secondsPerTick = config.secondsPerTick;
  creation.registrar = nullable(config.registrar);
  creation.founders = config.founders.map<Bytes>((founder: Address) => founder);
  creation.charter = config.charter;
  creation.salt = config.salt;
  creation.governor = event.params.governor;
  creation.reputation = event.params.reputation;
  creation.curation = event.params.curation;
  creation.save();
}

function indexContracts(event: StudioCreated): void {
  const context = new DataSourceContext();
  context.setBytes(STUDIO_KEY, event.params.studio);
  StudioSource.createWithContext(event.params.studio, context);
  TimelockSource.createWithContext(event.params.timelock, context);
  GovernorSource.createWithContext(event.params.governor, context);
  ReputationSource.createWithContext(event.params.reputation, context);
  CurationSource.createWithContext(event.params.curation, context);
}
