import type { Address, Hash } from "viem";
import { curationAdmitProducer, curationProducerAdmittedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace admitProducer {
  type Args = {
    producer: Address;
    /** Assets a day; 0 dismisses. */
    quota: number;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = { producer: Address; quota: number };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets an account commit lots to the studio's gate; only the registrar or the timelock may.
 *
 * @example
 * ```ts
 * await client.admitProducerAndWait({ producer: agent, quota: 20_000 });
 * ```
 */
export const admitProducer: WriteAction<
  "curation",
  admitProducer.Args,
  typeof curationAdmitProducer,
  admitProducer.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationAdmitProducer,
  event: curationProducerAdmittedEvent,
  toInputs: ({ producer, quota }: admitProducer.Args) => [producer, quota],
  fromInputs: ([producer, quota]) => ({ producer, quota }),
});

/** {@link admitProducer}, waiting for the receipt. */
export const admitProducerAndWait: WaitingAction<"curation", admitProducer.Args, admitProducer.Result> =
  /* @__PURE__ */ andWait(admitProducer);
