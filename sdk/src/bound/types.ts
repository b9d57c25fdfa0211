import type { Address } from "viem";
import type { ActionClient, ContractKey } from "../actions/internal/types.ts";

/** An action as it is written: the client first. */
export type Action<Parameters, Result> = (client: ActionClient, parameters: Parameters) => Promise<Result>;

/** Makes the contracts optional, in each member of a union: the client knows them. */
export type Filling<Parameters> = Parameters extends unknown
  ? Omit<Parameters, ContractKey> & { readonly [Name in ContractKey & keyof Parameters]?: Address }
  : never;

/** The parameters as arguments: none at all where nothing is asked for. */
export type Arguments<Parameters> =
  Partial<Parameters> extends Parameters ? [parameters?: Parameters] : [parameters: Parameters];

/** An action with its client and the contracts that the client knows. */
export type Bound<Subject> =
  Subject extends Action<infer Parameters, infer Result>
    ? (...parameters: Arguments<Filling<Parameters>>) => Promise<Result>
    : never;

/** Names without those of waiting forms, which `studioActions` makes by itself. */
export type Unwaiting<Name> = Exclude<Name, `${string}AndWait`>;
