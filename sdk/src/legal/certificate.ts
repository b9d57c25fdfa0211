import { type Address, type Client, type Hex, isAddressEqual } from "viem";
import { getBlock, getChainId, readContract } from "viem/actions";
import {
  licenseMarketLicensePurchasedEvent,
  licenseMarketOfferPublishedEvent,
  licensesRecordOf,
} from "../abi/items/index.ts";
import { type LicenseRight, verifyLicense } from "../actions/licensing/verifyLicense.ts";
import { ImprimaturError } from "../errors/base.ts";
import { CertificateInvalidError, LicenseMissingError } from "../errors/legal.ts";
import { fetchEventLogs } from "../logs/fetchLogs.ts";
import { canonicalJson, type Json } from "../storage/json.ts";
import { nameOf, namesOf } from "../types/codec.ts";
import { LICENSE_STATUSES, type Usage, USAGES } from "../types/enums.ts";
import { hashText } from "./licenseText.ts";
import { renderCertificate } from "./certificateText.ts";

/** Contracts that a certificate speaks of. */
export type CertificateAddresses = { licenses: Address; licenseMarket: Address };

/** What {@link issueCertificate} needs: whose use of which asset, or the record that allows it to its holder. */
export type IssueCertificateParameters = {
  addresses: CertificateAddresses;
  /** First block with logs of the contracts; that of the deployment is early enough. */
  fromBlock: bigint;
  /** Block at whose end the license is certified; the latest by default. */
  at?: bigint;
} & (
  | { account: Address; assetId: bigint; usage: Usage; licenseId?: Hex }
  | { licenseId: Hex; account?: undefined; assetId?: undefined; usage?: undefined }
);

/** A license as the chain has it at one block; integers over 2^53 and ids are strings. */
export type LicenseCertificate = {
  type: "imprimatur/license-certificate";
  version: 1;
  chainId: number;
  licenses: Address;
  licenseMarket: Address;
  block: { number: string; hash: Hex; timestamp: string };
  account: Address;
  assetId: string;
  usage: Usage;
  right: {
    kind: "plain" | "record";
    /** The asset, or its whole lot. */
    assetId: string;
    /** First second in which it is over, unix time; 2^40−1 = perpetual. */
    expiry: string;
    licenseId?: Hex;
    role?: "holder" | "seat";
    exclusive?: boolean;
    holder?: Address;
    usages?: readonly Usage[];
    /** ppm of a derivative recipe's sales. */
    rate?: number;
    seats?: number;
    status?: string;
  };
  /** The purchases that it rests on, oldest first. */
  purchases: readonly {
    purchaseId: Hex;
    offerId: Hex;
    payer: Address;
    licensee: Address;
    token: Address;
    gross: string;
    txHash: Hex;
    /** SHA-256 of the license text that was sold. */
    textHash: Hex;
    legalPreset: number;
  }[];
};

/** A certificate in all its forms. */
export type IssuedCertificate = {
  certificate: LicenseCertificate;
  /** Canonical JSON (RFC 8785): what is handed on and verified. */
  json: string;
  /** One page for people. */
  text: string;
  /** SHA-256 of the JSON. */
  digest: Hex;
};

/**
 * Certifies, out of an RPC alone, that an account may use an asset: by which license, bought when, for how much and under
 * which text. Throws `LicenseMissingError` where it may not.
 *
 * @example
 * ```ts
 * const { json, text } = await issueCertificate(client, { addresses, account, assetId, usage: "commercial", fromBlock });
 * ```
 */
export async function issueCertificate(
  client: Client,
  parameters: IssueCertificateParameters,
): Promise<IssuedCertificate> {
  const { addresses, fromBlock, licenseId } = parameters;
  const { account, assetId, usage } = await subjectOf(client, parameters);
  const at = parameters.at === undefined ? {} : { at: parameters.at };
  const question = { account, assetId, usage, fromBlock, licenses: addresses.licenses, ...at };
  const { rights, blockNumber } = await verifyLicense(client, question);
  const right = rights.find(
    (each) => licenseId === undefined || (each.kind === "record" && each.licenseId === licenseId),
  );
  if (right === undefined) throw new LicenseMissingError(account, assetId, usage, blockNumber);
  const [chainId, block] = await Promise.all([getChainId(client), getBlock(client, { blockNumber })]);
  const certificate: LicenseCertificate = {
    type: "imprimatur/license-certificate",
    version: 1,
    chainId,
    ...lowerCase(addresses),
    block: { number: `${blockNumber}`, hash: block.hash, timestamp: `${block.timestamp}` },
    account: lower(account),
    assetId: `${assetId}`,
    usage,
    right: await describeRight(client, right, { address: addresses.licenses, blockNumber }),
    purchases: await purchasesOf(client, right, { addresses, account, fromBlock, toBlock: blockNumber }),
  };
  const json = canonicalJson(certificate);
  const digest = hashText(json);
  return { certificate, json, text: renderCertificate(certificate, digest), digest };
}

/** What {@link verifyCertificate} found. */
export type CertificateVerification = {
  /** Whether the chain says exactly what the certificate says. */
  valid: boolean;
  /** Whether the account may use the asset now. */
  live: boolean;
  /** Fields that do not agree; empty when valid. */
  differences: readonly { field: string; found: string; expected: string }[];
};

/**
 * Checks a certificate that somebody handed over, against one's own RPC and the contracts one trusts: everything in it is
 * read again at its block. It is only as good as the addresses given here; those in the certificate prove nothing.
 *
 * @example
 * ```ts
 * const { valid, live } = await verifyCertificate(client, { addresses, json, fromBlock });
 * ```
 */
export async function verifyCertificate(
  client: Client,
  parameters: { addresses: CertificateAddresses; json: string; fromBlock: bigint },
): Promise<CertificateVerification> {
  const { addresses, json, fromBlock } = parameters;
  const certificate = parseCertificate(json);
  const { account, usage } = certificate;
  const { licenseId } = certificate.right;
  const question = { account, usage, assetId: BigInt(certificate.assetId), fromBlock };
  const basis = licenseId === undefined ? {} : { licenseId };
  const live = verifyLicense(client, { ...question, licenses: addresses.licenses });
  const at = BigInt(certificate.block.number);
  const differences = await issueCertificate(client, { ...question, ...basis, addresses, at }).then(
    (issued) => compare(certificate as unknown as Json, issued.certificate as unknown as Json),
    (error: unknown) => {
      if (!ImprimaturError.is(error) || error.name !== "LicenseMissingError") throw error;
      return [{ field: "right", found: certificate.right.kind, expected: "none" }];
    },
  );
  return { valid: differences.length === 0, live: (await live).licensed, differences };
}

/** Whose use of what is certified: of a record that is named alone, its holder's, for the first of its usages. */
async function subjectOf(
  client: Client,
  parameters: IssueCertificateParameters,
): Promise<{ account: Address; assetId: bigint; usage: Usage }> {
  if (parameters.account !== undefined) return parameters;
  const { addresses, licenseId, at } = parameters;
  const record = await readContract(client, {
    ...{ address: addresses.licenses, abi: [licensesRecordOf], functionName: "recordOf", args: [licenseId] },
    ...(at === undefined ? {} : { blockNumber: at }),
  });
  const [usage = "personal"] = namesOf(USAGES, record.usages);
  return { account: record.holder, assetId: record.assetId, usage };
}

const lower = (address: Address): Address => address.toLowerCase() as Address;
const lowerCase = ({ licenses, licenseMarket }: CertificateAddresses): CertificateAddresses => {
  return { licenses: lower(licenses), licenseMarket: lower(licenseMarket) };
};

async function describeRight(
  client: Client,
  right: LicenseRight,
  { address, blockNumber }: { address: Address; blockNumber: bigint },
): Promise<LicenseCertificate["right"]> {
  const common = { assetId: `${right.assetId}`, expiry: `${right.expiry}` };
  if (right.kind === "plain") return { kind: "plain", ...common };
  const { licenseId, role, exclusive } = right;
  const record = await readContract(client, {
    ...{ address, blockNumber, abi: [licensesRecordOf], functionName: "recordOf", args: [licenseId] },
  });
  return {
    kind: "record",
    ...common,
    licenseId,
    role,
    exclusive,
    holder: lower(record.holder),
    usages: namesOf(USAGES, record.usages),
    rate: record.rate,
    seats: record.seats,
    status: nameOf(LICENSE_STATUSES, record.status),
  };
}

type PurchasesParameters = { addresses: CertificateAddresses; account: Address; fromBlock: bigint; toBlock: bigint };

/** A plain license rests on the licensee's purchases, a record on the purchase of its id and its renewals. */
async function purchasesOf(
  client: Client,
  right: LicenseRight,
  { addresses, account, fromBlock, toBlock }: PurchasesParameters,
): Promise<LicenseCertificate["purchases"]> {
  const range = { fromBlock, toBlock, address: addresses.licenseMarket };
  const licensees = right.kind === "plain" ? { licensee: account } : {};
  const sales = await fetchEventLogs(client, {
    ...range,
    event: licenseMarketLicensePurchasedEvent,
    args: { assetId: right.assetId, ...licensees },
  });
  const isBasis = (sale: { purchaseId: Hex; license: bigint; licensee: Address }): boolean =>
    right.kind === "plain"
      ? sale.license !== 0n && isAddressEqual(sale.licensee, account)
      : sale.purchaseId === right.licenseId;
  const purchases = [];
  for (const { args, transactionHash: txHash } of sales.filter((log) => isBasis(log.args))) {
    const { purchaseId, offerId, payer, licensee, token, gross } = args;
    const event = licenseMarketOfferPublishedEvent;
    const [published] = await fetchEventLogs(client, { ...range, event, args: { offerId } });
    if (published === undefined) throw new CertificateInvalidError(`No log tells the terms of offer ${offerId}.`);
    const { textHash, legalPreset } = published.args.input;
    const parties = { payer: lower(payer), licensee: lower(licensee), token: lower(token) };
    purchases.push({ purchaseId, offerId, ...parties, gross: `${gross}`, txHash, textHash, legalPreset });
  }
  return purchases;
}

const ADDRESS = /^0x[0-9a-f]{40}$/u;
const INTEGER = /^\d{1,78}$/u;

/** Untrusted text: only what is used as a question is looked at here, everything else is compared with the chain. */
function parseCertificate(json: string): LicenseCertificate {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (cause) {
    throw new CertificateInvalidError("The certificate is not JSON.", { cause });
  }
  const certificate = parsed as Partial<LicenseCertificate> | null;
  const { type, version, account, assetId, usage, block, right } = certificate ?? {};
  const isRead = type === "imprimatur/license-certificate" && version === 1;
  const isQuestion =
    ADDRESS.test(String(account)) && INTEGER.test(String(assetId)) && INTEGER.test(String(block?.number));
  if (!isRead || !isQuestion || !USAGES.includes(usage as Usage) || right === undefined) {
    throw new CertificateInvalidError("This is not a license certificate of version 1.");
  }
  return certificate as LicenseCertificate;
}

/** Every leaf of two JSON values that differs, by its path. */
function compare(
  found: Json | undefined,
  expected: Json | undefined,
  field = "",
): CertificateVerification["differences"] {
  const isNode = (value: Json | undefined): value is { readonly [key: string]: Json } =>
    typeof value === "object" && value !== null;
  if (!isNode(found) || !isNode(expected)) {
    const pair = { field, found: JSON.stringify(found ?? null), expected: JSON.stringify(expected ?? null) };
    return pair.found === pair.expected ? [] : [pair];
  }
  const names = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...names].flatMap((name) => compare(found[name], expected[name], field === "" ? name : `${field}.${name}`));
}
