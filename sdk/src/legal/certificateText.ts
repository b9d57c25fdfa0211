import type { Hex } from "viem";
import { PERPETUAL } from "../types/time.ts";
import type { LicenseCertificate } from "./certificate.ts";
import { DISCLAIMER } from "./licenseText.ts";
import { LEGAL_PRESETS } from "./presets.ts";

const instant = (seconds: string): string => new Date(Number(seconds) * 1000).toISOString();

function until(expiry: string): string {
  return BigInt(expiry) >= PERPETUAL ? "for ever" : `until ${instant(expiry)} (${expiry})`;
}

/** A certificate on one page of plain text; nothing in it was written by strangers. */
export function renderCertificate(certificate: LicenseCertificate, digest: Hex): string {
  const { account, assetId, usage, right, block, chainId, licenses, licenseMarket, purchases } = certificate;
  const subject = right.assetId === assetId ? `asset ${assetId}` : `asset ${assetId}, by a license of its whole lot`;
  const record = [
    `License       ${right.licenseId} (${right.status})`,
    `Holder        ${right.holder}${right.role === "seat" ? " (the account has a seat)" : ""}`,
    `Usages        ${right.usages?.join(", ")}`,
    `Seats         ${right.seats}`,
    `Exclusive     ${right.exclusive === true ? "yes" : "no"}`,
    `Rate          ${right.rate} ppm`,
  ];
  const bought = purchases.flatMap((purchase, place) => [
    `Purchase ${place + 1}    ${purchase.gross} units of ${purchase.token}`,
    `  paid by     ${purchase.payer}`,
    `  offer       ${purchase.offerId}`,
    `  transaction ${purchase.txHash}`,
    `  text        SHA-256 ${purchase.textHash} (${LEGAL_PRESETS[purchase.legalPreset] ?? "unknown preset"})`,
  ]);
  return [
    "LICENSE CERTIFICATE",
    "",
    account,
    `may use ${subject}`,
    `for ${usage} use ${until(right.expiry)}.`,
    "",
    `Kind          ${right.kind}`,
    ...(right.kind === "record" ? record : []),
    ...bought,
    "",
    `Chain         ${chainId}`,
    `Block         ${block.number}, ${instant(block.timestamp)}`,
    `              ${block.hash}`,
    `Licenses      ${licenses}`,
    `LicenseMarket ${licenseMarket}`,
    `Certificate   SHA-256 ${digest}`,
    "",
    "It tells the state of that block. Verify it against a node of your own before you rely on it.",
    DISCLAIMER,
    "",
  ].join("\n");
}
