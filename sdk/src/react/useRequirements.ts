"use client";
import { skipToken, type SkipToken, type UseQueryResult } from "@tanstack/react-query";
import { useConnection } from "wagmi";
import type { ParametersOf } from "../query/readQuery.ts";
import { requirementsQueryOptions } from "../query/requirementsQuery.ts";
import type { Requirement } from "../requirements/requirement.ts";
import type { requirementsOf } from "../requirements/requirementsOf.ts";
import { defineReadHook, type QueryChoices } from "./readHook.ts";

const useRequirementsOf = /* @__PURE__ */ defineReadHook<typeof requirementsOf, requirementsOf.ErrorType>(
  requirementsQueryOptions,
);

/**
 * What the connected account, or `sender`, has to send or to sign before an action. Asks nothing while neither is known.
 *
 * @example
 * ```tsx
 * const needed = useRequirements({ action: "purchaseLicense", purchase });
 * ```
 */
export function useRequirements<Selected = readonly Requirement[]>(
  parameters: ParametersOf<typeof requirementsOf> | SkipToken,
  choices?: QueryChoices<readonly Requirement[], requirementsOf.ErrorType, Selected>,
): UseQueryResult<Selected, requirementsOf.ErrorType> {
  const { address } = useConnection();
  const sender = parameters === skipToken ? undefined : (parameters.sender ?? address);
  const asked = parameters === skipToken || sender === undefined ? skipToken : { ...parameters, sender };
  return useRequirementsOf<Selected>(asked, choices);
}
