import { type Address, type Client, type Hex, numberToHex, zeroAddress } from "viem";
import {
  licensesLicenseEndedEvent,
  licensesLicenseRecordedEvent,
  licensesLicenseRenewedEvent,
  licensesTransferEvent,
} from "../abi/items/index.ts";
import type { LicenseSummary } from "../data/studioData.ts";
import { nameOf } from "../types/codec.ts";
import { LICENSE_STATUSES } from "../types/enums.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

const EVENTS = [
  licensesLicenseRecordedEvent,
  licensesLicenseRenewedEvent,
  licensesLicenseEndedEvent,
  licensesTransferEvent,
] as const;

/** A license record as the logs of Licenses tell it; undefined where none was granted. */
export async function replayLicense(
  client: Client,
  { licenseId, ...rest }: BlockRange & { licenses: Address; licenseId: Hex },
): Promise<LicenseSummary | undefined> {
  return (await replayLicenses(client, rest)).get(licenseId);
}

/** Every license record that the logs of Licenses tell of, by its id. */
export async function replayLicenses(
  client: Client,
  { licenses, ...range }: BlockRange & { licenses: Address },
): Promise<Map<Hex, LicenseSummary>> {
  const known = new Map<Hex, LicenseSummary>();
  for (const log of await fetchLogs(client, { ...range, address: licenses, events: EVENTS })) {
    const licenseId = log.eventName === "Transfer" ? numberToHex(log.args.tokenId, { size: 32 }) : log.args.licenseId;
    const license = known.get(licenseId);
    if (log.eventName === "LicenseRecorded") {
      const { assetId, holder, expiry, seats } = log.args;
      const record = { licenseId, assetId, holder, seats, status: "granted", transferred: false } as const;
      known.set(licenseId, { ...record, expiry: BigInt(expiry) });
    } else if (license === undefined) {
      continue; // an ERC-721 token is made before its record is logged
    } else if (log.eventName === "LicenseRenewed") {
      license.expiry = BigInt(log.args.expiry);
    } else if (log.eventName === "LicenseEnded") {
      license.status = nameOf(LICENSE_STATUSES, log.args.status);
    } else if (log.args.from !== zeroAddress && log.args.to !== zeroAddress) {
      license.holder = log.args.to;
      license.transferred = true;
    }
  }
  return known;
}
