import { graduate, type graduateAndWait } from "../actions/studio/graduate.ts";
import { grantReputation, type grantReputationAndWait } from "../actions/governance/grantReputation.ts";
import { recordGate, type recordGateAndWait } from "../actions/registry/recordGate.ts";
import { replaceElectorate, type replaceElectorateAndWait } from "../actions/studio/replaceElectorate.ts";
import { resumeRecipe, type resumeRecipeAndWait } from "../actions/registry/resumeRecipe.ts";
import { setBoard, type setBoardAndWait } from "../actions/studio/setBoard.ts";
import { setCharter, type setCharterAndWait } from "../actions/studio/setCharter.ts";
import { setCommissions, type setCommissionsAndWait } from "../actions/studio/setCommissions.ts";
import { setCuration, type setCurationAndWait } from "../actions/studio/setCuration.ts";
import { setGrantCapacity, type setGrantCapacityAndWait } from "../actions/governance/setGrantCapacity.ts";
import { setHalfLife, type setHalfLifeAndWait } from "../actions/governance/setHalfLife.ts";
import { setImpact, type setImpactAndWait } from "../actions/studio/setImpact.ts";
import {
  setLateQuorumExtension,
  type setLateQuorumExtensionAndWait,
} from "../actions/governance/setLateQuorumExtension.ts";
import { setMandates, type setMandatesAndWait } from "../actions/studio/setMandates.ts";
import { setProposalThreshold, type setProposalThresholdAndWait } from "../actions/governance/setProposalThreshold.ts";
import { setQuorum, type setQuorumAndWait } from "../actions/governance/setQuorum.ts";
import { setRegistrar, type setRegistrarAndWait } from "../actions/studio/setRegistrar.ts";
import { setTimelockDelay, type setTimelockDelayAndWait } from "../actions/governance/setTimelockDelay.ts";
import { setVoteCap, type setVoteCapAndWait } from "../actions/governance/setVoteCap.ts";
import { setVotingDelay, type setVotingDelayAndWait } from "../actions/governance/setVotingDelay.ts";
import { setVotingPeriod, type setVotingPeriodAndWait } from "../actions/governance/setVotingPeriod.ts";
import { slash, type slashAndWait } from "../actions/governance/slash.ts";
import { suspendRecipe, type suspendRecipeAndWait } from "../actions/registry/suspendRecipe.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** What only the studio's votes do, as methods of a client: mostly encoded for proposals. */
export type ParameterActions = {
  /** Puts a new version of the charter into force; only the timelock may.  * See {@link setCharter}. */
  setCharter: Bound<typeof setCharter>;
  /** {@link setCharter}, waiting for the receipt. */
  setCharterAndWait: Bound<typeof setCharterAndWait>;
  /**
   * Appoints who registers recipes and mints for the studio; only the timelock may.  * See {@link setRegistrar}.
   */
  setRegistrar: Bound<typeof setRegistrar>;
  /** {@link setRegistrar}, waiting for the receipt. */
  setRegistrarAndWait: Bound<typeof setRegistrarAndWait>;
  /**
   * Replaces the gate for new lots; only the timelock may. The old gate goes on judging its own lots.  * See {@link
   * setCuration}.
   */
  setCuration: Bound<typeof setCuration>;
  /** {@link setCuration}, waiting for the receipt. */
  setCurationAndWait: Bound<typeof setCurationAndWait>;
  /** Replaces the ethics board, which cannot veto that; only the timelock may.  * See {@link setBoard}. */
  setBoard: Bound<typeof setBoard>;
  /** {@link setBoard}, waiting for the receipt. */
  setBoardAndWait: Bound<typeof setBoardAndWait>;
  /**
   * Replaces the agents' mandates; only the timelock may, and only once the old ones cannot spend any more.  * See
   * {@link setMandates}.
   */
  setMandates: Bound<typeof setMandates>;
  /** {@link setMandates}, waiting for the receipt. */
  setMandatesAndWait: Bound<typeof setMandatesAndWait>;
  /** Replaces the commissions; only the timelock may.  * See {@link setCommissions}. */
  setCommissions: Bound<typeof setCommissions>;
  /** {@link setCommissions}, waiting for the receipt. */
  setCommissionsAndWait: Bound<typeof setCommissionsAndWait>;
  /**
   * Replaces what grants reputation for impact, which no studio has at birth; only the timelock may.  * See {@link
   * setImpact}.
   */
  setImpact: Bound<typeof setImpact>;
  /** {@link setImpact}, waiting for the receipt. */
  setImpactAndWait: Bound<typeof setImpactAndWait>;
  /**
   * Replaces governor and reputation in one step; only the timelock may. Whatever the old governor queued can never
   * be executed.  * See {@link replaceElectorate}.
   */
  replaceElectorate: Bound<typeof replaceElectorate>;
  /** {@link replaceElectorate}, waiting for the receipt. */
  replaceElectorateAndWait: Bound<typeof replaceElectorateAndWait>;
  /**
   * Turns a solo studio into one of several members, with another electorate and another gate; only the timelock
   * may.  * See {@link graduate}.
   */
  graduate: Bound<typeof graduate>;
  /** {@link graduate}, waiting for the receipt. */
  graduateAndWait: Bound<typeof graduateAndWait>;
  /** Sets how long after a proposal the vote begins; only the timelock may.  * See {@link setVotingDelay}. */
  setVotingDelay: Bound<typeof setVotingDelay>;
  /** {@link setVotingDelay}, waiting for the receipt. */
  setVotingDelayAndWait: Bound<typeof setVotingDelayAndWait>;
  /** Sets how long a vote lasts; only the timelock may.  * See {@link setVotingPeriod}. */
  setVotingPeriod: Bound<typeof setVotingPeriod>;
  /** {@link setVotingPeriod}, waiting for the receipt. */
  setVotingPeriodAndWait: Bound<typeof setVotingPeriodAndWait>;
  /**
   * Sets how long a vote goes on after its quorum was reached late; only the timelock may.  * See {@link
   * setLateQuorumExtension}.
   */
  setLateQuorumExtension: Bound<typeof setLateQuorumExtension>;
  /** {@link setLateQuorumExtension}, waiting for the receipt. */
  setLateQuorumExtensionAndWait: Bound<typeof setLateQuorumExtensionAndWait>;
  /** Sets which share of all votes it takes to propose; only the timelock may.  * See {@link setProposalThreshold}. */
  setProposalThreshold: Bound<typeof setProposalThreshold>;
  /** {@link setProposalThreshold}, waiting for the receipt. */
  setProposalThresholdAndWait: Bound<typeof setProposalThresholdAndWait>;
  /**
   * Sets how many votes, for or abstaining, a proposal needs; only the timelock may.  * See {@link setQuorum}.
   */
  setQuorum: Bound<typeof setQuorum>;
  /** {@link setQuorum}, waiting for the receipt. */
  setQuorumAndWait: Bound<typeof setQuorumAndWait>;
  /** Sets how many votes one delegate can cast at most; only the timelock may.  * See {@link setVoteCap}. */
  setVoteCap: Bound<typeof setVoteCap>;
  /** {@link setVoteCap}, waiting for the receipt. */
  setVoteCapAndWait: Bound<typeof setVoteCapAndWait>;
  /**
   * Sets how long a queued proposal waits before it can be executed; only the timelock itself may.  * See {@link
   * setTimelockDelay}.
   */
  setTimelockDelay: Bound<typeof setTimelockDelay>;
  /** {@link setTimelockDelay}, waiting for the receipt. */
  setTimelockDelayAndWait: Bound<typeof setTimelockDelayAndWait>;
  /**
   * Changes how fast reputation decays from now on; only the timelock may. Nothing that was earned changes now.  *
   * See {@link setHalfLife}.
   */
  setHalfLife: Bound<typeof setHalfLife>;
  /** {@link setHalfLife}, waiting for the receipt. */
  setHalfLifeAndWait: Bound<typeof setHalfLifeAndWait>;
  /**
   * Sets how much reputation votes may grant; only the timelock may. A rise counts seven days later.  * See {@link
   * setGrantCapacity}.
   */
  setGrantCapacity: Bound<typeof setGrantCapacity>;
  /** {@link setGrantCapacity}, waiting for the receipt. */
  setGrantCapacityAndWait: Bound<typeof setGrantCapacityAndWait>;
  /**
   * Grants reputation by vote; only the timelock may, within the share of the supply that votes may grant in 90
   * days.  * See {@link grantReputation}.
   */
  grantReputation: Bound<typeof grantReputation>;
  /** {@link grantReputation}, waiting for the receipt. */
  grantReputationAndWait: Bound<typeof grantReputationAndWait>;
  /** Takes reputation away by vote; only the timelock may.  * See {@link slash}. */
  slash: Bound<typeof slash>;
  /** {@link slash}, waiting for the receipt. */
  slashAndWait: Bound<typeof slashAndWait>;
  /**
   * Records one more gate of the studio for good; only its timelock may. Older gates keep their lots.  * See {@link
   * recordGate}.
   */
  recordGate: Bound<typeof recordGate>;
  /** {@link recordGate}, waiting for the receipt. */
  recordGateAndWait: Bound<typeof recordGateAndWait>;
  /**
   * Stops new lots of a recipe for a while; only the board of its licensor's studio, or its timelock, may.  * See
   * {@link suspendRecipe}.
   */
  suspendRecipe: Bound<typeof suspendRecipe>;
  /** {@link suspendRecipe}, waiting for the receipt. */
  suspendRecipeAndWait: Bound<typeof suspendRecipeAndWait>;
  /**
   * Ends the suspension of a recipe; anybody may once it is over, who rules the recipe before.  * See {@link
   * resumeRecipe}.
   */
  resumeRecipe: Bound<typeof resumeRecipe>;
  /** {@link resumeRecipe}, waiting for the receipt. */
  resumeRecipeAndWait: Bound<typeof resumeRecipeAndWait>;
};

/** The actions behind {@link ParameterActions}. */
export const PARAMETER_ACTIONS = {
  setCharter,
  setRegistrar,
  setCuration,
  setBoard,
  setMandates,
  setCommissions,
  setImpact,
  replaceElectorate,
  graduate,
  setVotingDelay,
  setVotingPeriod,
  setLateQuorumExtension,
  setProposalThreshold,
  setQuorum,
  setVoteCap,
  setTimelockDelay,
  setHalfLife,
  setGrantCapacity,
  grantReputation,
  slash,
  recordGate,
  suspendRecipe,
  resumeRecipe,
} as const satisfies Record<Unwaiting<keyof ParameterActions>, unknown>;
