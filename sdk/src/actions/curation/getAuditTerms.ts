import { curationTermsOf } from "../../abi/items/curation.ts";
import { type AuditTerms, fromRawTerms } from "../../curation/terms.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getAuditTerms {
  type Args = {
    /** 0: the defaults. */
    version: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    terms: AuditTerms;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads terms by which lots are audited, by their version.
 *
 * @example
 * ```ts
 * const { terms } = await client.getAuditTerms({ version });
 * ```
 */
export const getAuditTerms: ReadAction<
  "curation",
  getAuditTerms.Args,
  typeof curationTermsOf,
  getAuditTerms.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "curation",
  item: curationTermsOf,
  toInputs: ({ version }: getAuditTerms.Args) => [version],
  fromOutput: (terms): getAuditTerms.ReturnType => ({ terms: fromRawTerms(terms) }),
});
