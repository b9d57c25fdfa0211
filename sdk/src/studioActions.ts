import { zeroAddress } from "viem";
import type { ActionClient, ContractKey, On, ProtocolContract, StudioContract } from "./actions/internal/types.ts";
import { BOARD_ACTIONS, type BoardActions } from "./bound/board.ts";
import { CURATION_ACTIONS, type CurationActions } from "./bound/curation.ts";
import { DISPUTE_ACTIONS, type DisputeActions } from "./bound/disputes.ts";
import { FOUNDING_ACTIONS, type FoundingActions } from "./bound/founding.ts";
import { GOVERNANCE_ACTIONS, type GovernanceActions } from "./bound/governance.ts";
import { LICENSING_ACTIONS, type LicensingActions } from "./bound/licensing.ts";
import { MEMBER_ACTIONS, type MemberActions } from "./bound/members.ts";
import { PARAMETER_ACTIONS, type ParameterActions } from "./bound/parameters.ts";
import { REGISTRY_ACTIONS, type RegistryActions } from "./bound/registry.ts";
import { ROYALTIES_ACTIONS, type RoyaltiesActions } from "./bound/royalties.ts";
import type { Action } from "./bound/types.ts";

export type { Bound } from "./bound/types.ts";

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
  BoardActions;

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
};

/** A studio's contracts; without a board its actions ask for one. */
export type StudioAddresses = On<Exclude<StudioContract, "board">> & Partial<On<"board">>;

/** What {@link studioActions} needs. */
export type StudioActionsParameters = {
  /** The protocol's contracts: see `addressesOf` in `/addresses`. */
  addresses: On<ProtocolContract>;
  /** A studio's contracts, as `createStudioAndWait` and `getStudio` return them. */
  studio?: StudioAddresses;
};

/**
 * All actions for `client.extend`: of the protocol, and, if it is given, of one studio.
 *
 * @example
 * ```ts
 * const client = createWalletClient({ account, chain, transport: http() })
 *   .extend(publicActions)
 *   .extend(studioActions({ addresses: addressesOf(deployment) }));
 * const created = await client.createStudioAndWait({ … });
 * const member = client.extend(studioActions({ addresses, studio: created }));
 * ```
 */
export function studioActions({ addresses, studio }: StudioActionsParameters): (client: ActionClient) => StudioActions {
  const contracts = { ...pick(addresses, PROTOCOL), ...(studio === undefined ? {} : pick(studio, STUDIO)) };
  return (client) => {
    const bind = <Parameters, Result>(action: Action<Parameters, Result>) =>
      // The contracts that the type lets the caller leave out are the ones that are filled in here.
      ((parameters?: object) => action(client, { ...contracts, ...parameters } as Parameters)) as never;
    const bound = Object.entries(ACTIONS).map(([name, action]) => [name, bind(action as Action<unknown, unknown>)]);
    return Object.fromEntries(bound) as StudioActions;
  };
}

const PROTOCOL = ["assetRegistry", "royaltySplitter", "licenseMarket", "licenses", "studioFactory"] as const;
const STUDIO = ["studio", "timelock", "governor", "reputation", "curation", "board"] as const;

/** A contract that the studio does not have is left out, so that actions on it say so. */
function pick<Key extends ContractKey>(from: Partial<On<Key>>, keys: readonly Key[]): Partial<On<Key>> {
  const there = keys.filter((key) => (from[key] ?? zeroAddress) !== zeroAddress);
  return Object.fromEntries(there.map((key) => [key, from[key]])) as Partial<On<Key>>;
}
