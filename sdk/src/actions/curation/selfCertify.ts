import type { Address, Hash } from "viem";
import { curationLotSelfCertifiedEvent, curationSelfCertify } from "../../abi/items/curation.ts";
import { fromBlockedWords, toBlockedWords } from "../../curation/words.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace selfCertify {
  type Args = {
    lotId: bigint;
    /** Indices of assets that must not be released. */
    blocked?: readonly number[];
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = { lotId: bigint; by: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Accepts a lot of a solo studio without judges, and says so in its verdict; only the registrar or the timelock may.
 *
 * @example
 * ```ts
 * await client.selfCertifyAndWait({ lotId, blocked: [7, 300] });
 * ```
 */
export const selfCertify: WriteAction<"curation", selfCertify.Args, typeof curationSelfCertify, selfCertify.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationSelfCertify,
    event: curationLotSelfCertifiedEvent,
    toInputs: ({ lotId, blocked = [] }: selfCertify.Args) => {
      const words = toBlockedWords(blocked);
      return [lotId, words.map(({ word }) => word), words.map(({ mask }) => mask)];
    },
    fromInputs: ([lotId, words, masks]) => ({
      lotId,
      blocked: fromBlockedWords(words.map((word, entry) => ({ word, mask: masks[entry] ?? 0n }))),
    }),
  });

/** {@link selfCertify}, waiting for the receipt. */
export const selfCertifyAndWait: WaitingAction<"curation", selfCertify.Args, selfCertify.Result> =
  /* @__PURE__ */ andWait(selfCertify);
