import { type Address, type Hex, zeroAddress } from "viem";
import { parseAccount } from "viem/accounts";
import { ethicsBoardClaimTerms } from "../abi/items/ethicsBoard.ts";
import { licenseMarketOfferOf, licenseMarketRevocationRefundOf } from "../abi/items/licenseMarket.ts";
import { licensesRecordOf } from "../abi/items/licenses.ts";
import { royaltySplitterPotOf } from "../abi/items/royaltySplitter.ts";
import { potIdOf } from "../actions/curation/fundDeposit.ts";
import type { ReadErrorType } from "../actions/internal/errorTypes.ts";
import { auditTokenOf } from "../actions/internal/auditTokenOf.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { signerOf } from "../actions/internal/signer.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import { fundPot } from "../actions/royalties/fundPot.ts";
import { toBondId } from "../board/codes.ts";
import { type AccountMissingError, ContractMissingError } from "../errors/action.ts";
import type { AuditTokenUnsetError } from "../errors/curation.ts";
import { PurchaseOverMaxTotalError, type TokenDomainUnknownError } from "../errors/licensing.ts";
import { grossOf, type Purchase } from "../licensing/purchase.ts";
import { approvalsFor } from "./approvals.ts";
import { orderRequirements, type UnsignedOrder } from "./orders.ts";
import type { CallRequirement, Requirement } from "./requirement.ts";

type Market = On<"licenseMarket" | "royaltySplitter">;

export declare namespace requirementsOf {
  /** The action by its name, with those of its parameters that decide what is taken from whom. */
  type Args =
    | (Market & { action: "purchaseLicense"; purchase: Purchase })
    | (Market & { action: "purchaseLicenseWithAuthorization"; purchase: Purchase; payer: Address })
    | (Market & { action: "purchaseOrder" } & UnsignedOrder)
    | (Market & { action: "purchaseBatch"; orders: readonly UnsignedOrder[] })
    | (Market & On<"licenses"> & { action: "renewLicense"; licenseId: Hex; maxTotal: bigint })
    | (Market & { action: "revokeLicense"; licenseId: Hex })
    | (On<"royaltySplitter"> & { action: "fundPot"; token: Address; amount: bigint })
    | (On<"royaltySplitter" | "curation"> & { action: "fundDeposit"; amount: bigint })
    | (On<"royaltySplitter" | "curation"> & {
        action: "deposit";
        /** What the deposit shall grow by, units of the audit token. */
        amount: bigint;
        /** Whose deposit it is. */
        depositor: Address;
      })
    | (On<"royaltySplitter" | "board"> & { action: "fileClaim" });
  type Parameters = Args & {
    /** Who will send the action: a wallet, a smart account or a studio's timelock; the client's account by default. */
    sender?: Address;
  };
  type ReturnType = readonly Requirement[];
  type ErrorType =
    ReadErrorType | AccountMissingError | AuditTokenUnsetError | PurchaseOverMaxTotalError | TokenDomainUnknownError;
}

/**
 * What has to be sent or signed before an action, with exact amounts: nothing is ever allowed that the action does not
 * take. An allowance that is larger stays; a smaller one is raised to the amount. Empty where nothing is needed.
 *
 * @example
 * ```ts
 * const requirements = await requirementsOf(client, { ...addresses, action: "purchaseLicense", purchase });
 * await sendRequirements(client, requirements);
 * await client.purchaseLicenseAndWait({ purchase });
 * ```
 */
export async function requirementsOf(
  client: ActionClient,
  parameters: requirementsOf.Parameters,
): Promise<requirementsOf.ReturnType> {
  const sender = parameters.sender ?? parseAccount(signerOf(client, {})).address;
  switch (parameters.action) {
    case "purchaseLicense":
    case "purchaseLicenseWithAuthorization":
    case "purchaseOrder":
    case "purchaseBatch":
      return orderRequirements(client, { market: parameters, sender, orders: ordersOf(parameters) });
    case "deposit":
    case "fileClaim":
      return potRequirements(client, parameters, sender);
    case "renewLicense":
    case "revokeLicense":
    case "fundPot":
    case "fundDeposit": {
      const { token, amount } = await costOf(client, parameters);
      return approvalsFor(client, [{ owner: sender, token, spender: parameters.royaltySplitter, amount }]);
    }
  }
}

type Wanted<Action extends requirementsOf.Args["action"]> = Extract<requirementsOf.Args, { action: Action }>;

function ordersOf(
  parameters: Wanted<"purchaseLicense" | "purchaseLicenseWithAuthorization" | "purchaseOrder" | "purchaseBatch">,
): readonly UnsignedOrder[] {
  switch (parameters.action) {
    case "purchaseLicense":
      return [{ purchase: parameters.purchase }];
    case "purchaseLicenseWithAuthorization":
      return [{ purchase: parameters.purchase, payment: { method: "authorization", payer: parameters.payer } }];
    case "purchaseOrder":
      return [parameters];
    case "purchaseBatch":
      return parameters.orders;
  }
}

type Cost = { token: Address; amount: bigint };

/** What an action takes out of its sender's allowance. */
async function costOf(
  client: ActionClient,
  parameters: Wanted<"renewLicense" | "revokeLicense" | "fundPot" | "fundDeposit">,
): Promise<Cost> {
  switch (parameters.action) {
    case "renewLicense":
      return renewalCost(client, parameters);
    case "revokeLicense":
      return revocationCost(client, parameters);
    case "fundDeposit":
      return { token: await auditTokenOf(client, parameters.curation), amount: parameters.amount };
    case "fundPot":
      return parameters;
  }
}

async function renewalCost(
  client: ActionClient,
  { licenses, licenseMarket, licenseId, maxTotal }: Wanted<"renewLicense">,
): Promise<Cost> {
  const [{ offerId, seats }] = await readMany(client, [
    { address: licenses, abi: [licensesRecordOf], functionName: "recordOf", args: [licenseId] },
  ]);
  const [{ token, price }] = await readMany(client, [
    { address: licenseMarket, abi: [licenseMarketOfferOf], functionName: "offerOf", args: [offerId] },
  ]);
  const amount = grossOf(price, { seats });
  if (amount > maxTotal) throw new PurchaseOverMaxTotalError(amount, maxTotal);
  return { token, amount };
}

/** The refund as it is now: it shrinks with each second that the license was good for. */
async function revocationCost(client: ActionClient, parameters: Wanted<"revokeLicense">): Promise<Cost> {
  const { licenseMarket: address, licenseId } = parameters;
  const [[token, amount]] = await readMany(client, [
    { address, abi: [licenseMarketRevocationRefundOf], functionName: "revocationRefundOf", args: [licenseId] },
  ]);
  return { token, amount };
}

type Pot = Cost & { opener: Address; id: Hex };

/** Fills the pot that the action draws on with what it lacks. */
async function potRequirements(
  client: ActionClient,
  parameters: Wanted<"deposit" | "fileClaim">,
  owner: Address,
): Promise<CallRequirement[]> {
  const { royaltySplitter: spender } = parameters;
  const { opener, id, token, amount: needed } = await potOf(client, parameters, owner);
  if (needed === 0n) return [];
  const [held] = await readMany(client, [
    { address: spender, abi: [royaltySplitterPotOf], functionName: "potOf", args: [opener, id, token] },
  ]);
  if (held >= needed) return [];
  const spending = { owner, token, spender, amount: needed - held };
  const call = fundPot.encode({ royaltySplitter: spender, opener, id, token, amount: spending.amount });
  return [...(await approvalsFor(client, [spending])), { kind: "pot", ...spending, call }];
}

async function potOf(client: ActionClient, parameters: Wanted<"deposit" | "fileClaim">, sender: Address): Promise<Pot> {
  if (parameters.action === "deposit") {
    const { curation: opener, depositor, amount } = parameters;
    return { opener, id: potIdOf(depositor), token: await auditTokenOf(client, opener), amount };
  }
  const { board: opener } = parameters;
  if (opener === zeroAddress) throw new ContractMissingError("board");
  const [[token, amount]] = await readMany(client, [
    { address: opener, abi: [ethicsBoardClaimTerms], functionName: "claimTerms" },
  ]);
  return { opener, id: toBondId(sender), token, amount };
}
