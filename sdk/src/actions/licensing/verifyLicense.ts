import { type Address, type Hex, isAddressEqual } from "viem";
import { getBlock } from "viem/actions";
import {
  licensesHoldsLicense,
  licensesLicenseRecordedEvent,
  licensesPlainLicenseOf,
  licensesRecordOf,
} from "../../abi/items/licenses.ts";
import { type BlockRange, fetchEventLogs } from "../../logs/fetchLogs.ts";
import { type Usage, USAGES } from "../../types/enums.ts";
import { lotOf, wholeLot } from "../../types/ids.ts";
import { explained } from "../internal/failure.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

/** One license that allows a use. */
export type LicenseRight = {
  /** The asset, or its whole lot. */
  assetId: bigint;
  /** First second in which it is over, unix time; 2^40−1 = perpetual. */
  expiry: bigint;
} & (
  | { kind: "plain" }
  | {
      kind: "record";
      licenseId: Hex;
      /** Whether the account bought or received the license, or was given a seat by who did. */
      role: "holder" | "seat";
      exclusive: boolean;
    }
);

export declare namespace verifyLicense {
  type Args = Omit<BlockRange, "toBlock"> & {
    account: Address;
    assetId: bigint;
    usage: Usage;
    /** Block at whose end the question is asked; the latest by default. The node must still have its state. */
    at?: bigint;
  };
  type Parameters = On<"licenses"> & Args;
  type ReturnType = {
    licensed: boolean;
    /** Every license that allows the use, the longest first. */
    rights: readonly LicenseRight[];
    blockNumber: bigint;
    /** Time for which the answer holds, unix seconds. */
    timestamp: bigint;
  };
  type ErrorType = ReadErrorType;
}

/** Records looked up in one request. */
const BATCH = 100;

/**
 * Whether an account may use an asset, and why: by a plain license, one of the whole lot, or a record that it holds or
 * sits on, now or at a past block. It needs an RPC and no indexer, so that anybody can check what somebody claims.
 *
 * @example
 * ```ts
 * const { licensed, rights } = await client.verifyLicense({ account, assetId, usage: "commercial", fromBlock });
 * ```
 */
export async function verifyLicense(
  client: ActionClient,
  parameters: verifyLicense.Parameters,
): Promise<verifyLicense.ReturnType> {
  const { account, assetId, at } = parameters;
  const { number, timestamp } = await explained(() => getBlock(client, at === undefined ? {} : { blockNumber: at }));
  const question = {
    ...parameters,
    account,
    blockNumber: number,
    timestamp,
    subjects: [assetId, wholeLot(lotOf(assetId))],
  };
  const [plain, recorded] = await Promise.all([plainRights(client, question), recordedRights(client, question)]);
  const rights = [...plain, ...recorded].sort((a, b) => (a.expiry < b.expiry ? 1 : a.expiry > b.expiry ? -1 : 0));
  return { licensed: rights.length > 0, rights, blockNumber: number, timestamp };
}

type Question = verifyLicense.Parameters & { blockNumber: bigint; timestamp: bigint; subjects: readonly bigint[] };

async function plainRights(client: ActionClient, question: Question): Promise<LicenseRight[]> {
  const { account, usage, subjects, timestamp } = question;
  const address = addressIn("licenses", question);
  const slots = await readMany(
    client,
    subjects.map((assetId) => ({
      address,
      abi: [licensesPlainLicenseOf],
      functionName: "plainLicenseOf" as const,
      args: [account, assetId] as const,
    })),
    question,
  );
  return subjects.flatMap((assetId, place): LicenseRight[] => {
    const expiry = BigInt(slots[place]?.[USAGES.indexOf(usage)] ?? 0);
    return timestamp < expiry ? [{ kind: "plain", assetId, expiry }] : [];
  });
}

async function recordedRights(client: ActionClient, question: Question): Promise<LicenseRight[]> {
  const { account, assetId, usage, subjects, blockNumber, fromBlock, portion } = question;
  const address = addressIn("licenses", question);
  const logs = await explained(() =>
    fetchEventLogs(client, {
      ...{ address, fromBlock, toBlock: blockNumber, ...(portion === undefined ? {} : { portion }) },
      event: licensesLicenseRecordedEvent,
      args: { assetId: subjects },
    }),
  );
  const ids = logs.map(({ args }) => args.licenseId);
  const rights: LicenseRight[] = [];
  for (let first = 0; first < ids.length; first += BATCH) {
    const batch = ids.slice(first, first + BATCH);
    const held = await readMany(
      client,
      batch.map((id) => ({
        address,
        abi: [licensesHoldsLicense],
        functionName: "holdsLicense" as const,
        args: [id, account, assetId, USAGES.indexOf(usage)] as const,
      })),
      question,
    );
    rights.push(
      ...(await describe(
        client,
        question,
        batch.filter((_, place) => held[place] === true),
      )),
    );
  }
  return rights;
}

async function describe(client: ActionClient, question: Question, ids: readonly Hex[]): Promise<LicenseRight[]> {
  if (ids.length === 0) return [];
  const address = addressIn("licenses", question);
  const records = await readMany(
    client,
    ids.map((id) => ({ address, abi: [licensesRecordOf], functionName: "recordOf" as const, args: [id] as const })),
    question,
  );
  return records.map(({ assetId, expiry, exclusive, holder }, place): LicenseRight => {
    const role = isAddressEqual(holder, question.account) ? "holder" : "seat";
    return { kind: "record", licenseId: ids[place] as Hex, role, assetId, expiry: BigInt(expiry), exclusive };
  });
}
