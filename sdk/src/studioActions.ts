import type { ActionClient } from "./actions/internal/types.ts";
import { bindAll } from "./bound/bindAll.ts";
import { BOARD_ACTIONS, type BoardActions } from "./bound/board.ts";
import { CURATION_ACTIONS, type CurationActions } from "./bound/curation.ts";
import { DISPUTE_ACTIONS, type DisputeActions } from "./bound/disputes.ts";
import { FOUNDING_ACTIONS, type FoundingActions } from "./bound/founding.ts";
import { GOVERNANCE_ACTIONS, type GovernanceActions } from "./bound/governance.ts";
import { IMPACT_ACTIONS, type ImpactActions } from "./bound/impact.ts";
import { LICENSING_ACTIONS, type LicensingActions } from "./bound/licensing.ts";
import { MEMBER_ACTIONS, type MemberActions } from "./bound/members.ts";
import { PARAMETER_ACTIONS, type ParameterActions } from "./bound/parameters.ts";
import { REGISTRY_ACTIONS, type RegistryActions } from "./bound/registry.ts";
import { ROYALTIES_ACTIONS, type RoyaltiesActions } from "./bound/royalties.ts";
import type { KnownContracts } from "./studioContracts.ts";

export type { Bound } from "./bound/types.ts";
export type { StudioAddresses } from "./studioContracts.ts";

/** All actions as methods of a client, which fills in the contracts it knows. */
export type StudioActions = FoundingActions &
  RegistryActions &
  CurationActions &
  DisputeActions &
  LicensingActions &
  RoyaltiesActions &
  GovernanceActions &
  MemberActions &
  ParameterActions &
  BoardActions &
  ImpactActions;

const ACTIONS = {
  ...FOUNDING_ACTIONS,
  ...REGISTRY_ACTIONS,
  ...CURATION_ACTIONS,
  ...DISPUTE_ACTIONS,
  ...LICENSING_ACTIONS,
  ...ROYALTIES_ACTIONS,
  ...GOVERNANCE_ACTIONS,
  ...MEMBER_ACTIONS,
  ...PARAMETER_ACTIONS,
  ...BOARD_ACTIONS,
  ...IMPACT_ACTIONS,
};

/** What {@link studioActions} needs. */
export type StudioActionsParameters = KnownContracts;

/**
 * All actions for `client.extend`: of the protocol, and, if it is given, of one studio.
 *
 * @example
 * ```ts
 * const client = createWalletClient({ account, chain, transport: http() })
 *   .extend(publicActions)
 *   .extend(studioActions({ addresses: addressesOf(deployment) }));
 * const created = await client.createStudioAndWait({ name: "Nord", symbol: "NORD", preset: "solo", founders: [alice], charter });
 * const member = client.extend(studioActions({ addresses, studio: created }));
 * ```
 */
export function studioActions(parameters: StudioActionsParameters): (client: ActionClient) => StudioActions {
  return bindAll(ACTIONS, parameters) as (client: ActionClient) => StudioActions;
}
