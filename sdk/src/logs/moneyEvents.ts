import type { Address, Client, GetLogsReturnType, Hex } from "viem";
import { isAddressEqual, zeroAddress } from "viem";
import {
  licenseMarketLicensePurchasedEvent,
  licenseMarketLicenseRevokedEvent,
  licenseMarketOfferPublishedEvent,
  royaltySplitterClaimedEvent,
  royaltySplitterCompensatedEvent,
  royaltySplitterMerkleClaimedEvent,
  royaltySplitterNodeOpenedEvent,
  royaltySplitterOwnerPaidEvent,
  royaltySplitterPayeeMigratedEvent,
  royaltySplitterPotBookedEvent,
  royaltySplitterPotFundedEvent,
  royaltySplitterPotMovedEvent,
  royaltySplitterPotReleasedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterSweptEvent,
  royaltySplitterTransferEvent,
  royaltySplitterWithdrawnEvent,
} from "../abi/items/index.ts";
import type { EventArgs } from "../actions/internal/types.ts";
import { fromSplitOptionsInput } from "../recipe/options.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import type { ReplayedNode } from "./royaltyReplay.ts";

const EVENTS = [
  licenseMarketLicensePurchasedEvent,
  licenseMarketLicenseRevokedEvent,
  licenseMarketOfferPublishedEvent,
  royaltySplitterClaimedEvent,
  royaltySplitterCompensatedEvent,
  royaltySplitterMerkleClaimedEvent,
  royaltySplitterNodeOpenedEvent,
  royaltySplitterOwnerPaidEvent,
  royaltySplitterPayeeMigratedEvent,
  royaltySplitterPotBookedEvent,
  royaltySplitterPotFundedEvent,
  royaltySplitterPotMovedEvent,
  royaltySplitterPotReleasedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterSweptEvent,
  royaltySplitterTransferEvent,
  royaltySplitterWithdrawnEvent,
] as const;

/** Where the money events come from. */
export type MoneyAddresses = { royaltySplitter: Address; licenseMarket: Address };

/** A sale as its event tells it. */
export type SaleFacts = Omit<EventArgs<typeof licenseMarketLicensePurchasedEvent>, "license">;

/** Money that became income: of a recipe, of its lineage, of the owner who sold, of a referrer. */
export type Income = {
  type: "income";
  /** Why it came: a sale, the penalty of a refund, or what a marketplace paid to the recipe's receiver. */
  reason: "sale" | "penalty" | "sweep";
  recipe: number;
  token: Address;
  /** Token units that were paid. */
  gross: bigint;
  /** Token units that the recipe was sold for: its own payees and its lineage divide them. */
  sales: bigint;
  /** Token units for the lineage alone: an owner sold. */
  passed: bigint;
  /** Who sold its own token's license, and what it kept, in token units. */
  seller: Address;
  kept: bigint;
  referrer: Address;
  referral: bigint;
  /** The sale that it comes from; undefined for sweeps. */
  sale: SaleFacts | undefined;
  /** Pot that the money waited in; undefined where it came in just now. */
  pot: { opener: Address; id: Hex } | undefined;
};

/** One step of the books, in the order of the chain. */
export type MoneyEvent = { blockNumber: bigint; txHash: Hex; logIndex: number } & (
  | Income
  | { type: "opened"; recipe: number; node: ReplayedNode }
  | { type: "settled"; recipe: number; token: Address; sales: bigint; passed: bigint }
  | { type: "claimed"; recipe: number; token: Address; account: Address; amount: bigint }
  | { type: "merkleClaimed"; recipe: number; token: Address; account: Address; index: bigint; amount: bigint }
  | { type: "sharesMoved"; recipe: number; from: Address; to: Address; shares: bigint }
  | { type: "potFunded"; opener: Address; id: Hex; token: Address; amount: bigint }
  | { type: "potMoved"; opener: Address; from: Hex; to: Hex; token: Address; amount: bigint }
  | {
      type: "potReleased";
      opener: Address;
      id: Hex;
      to: Address;
      token: Address;
      amount: bigint;
      sale: SaleFacts | undefined;
    }
  | {
      type: "compensated";
      from: Address;
      to: Address;
      token: Address;
      amount: bigint;
      /** The sale of the license that was revoked. */
      sale: SaleFacts | undefined;
    }
  | { type: "migrated"; account: Address; to: Address }
  | { type: "withdrawn"; account: Address; token: Address; amount: bigint }
);

type MoneyLog = GetLogsReturnType<undefined, typeof EVENTS, true>[number];
type Step = MoneyEvent extends infer Event ? (Event extends MoneyEvent ? Omit<Event, keyof Place> : never) : never;
type Place = { blockNumber: bigint; txHash: Hex; logIndex: number };

/** Reads everything that moved money, in the order of the chain. */
export async function fetchMoneyEvents(
  client: Client,
  parameters: BlockRange & { addresses: MoneyAddresses },
): Promise<MoneyEvent[]> {
  const { addresses, ...range } = parameters;
  const address = [addresses.royaltySplitter, addresses.licenseMarket];
  const logs = await fetchLogs(client, { ...range, address, events: EVENTS });
  const reader = new MoneyReader(addresses.licenseMarket, logs);
  return logs.flatMap((log, position): MoneyEvent[] => {
    const step = reader.read(log, position);
    if (step === undefined) return [];
    const { blockNumber, transactionHash: txHash, logIndex } = log;
    return [{ ...step, blockNumber, txHash, logIndex }];
  });
}

const NOBODY = { seller: zeroAddress, kept: 0n, passed: 0n } as const;

/** Puts together what several logs say of one sale. */
class MoneyReader {
  readonly #licenseMarket: Address;
  readonly #logs: readonly MoneyLog[];
  /** Offers whose sales wait in a pot until they are final. */
  readonly #refundable = new Set<Hex>();
  /** First sale under each purchase id; later ones with the same id are renewals, which are final at once. */
  readonly #sales = new Map<Hex, SaleFacts>();
  /** Positions of `OwnerPaid` logs that a sale has taken into account. */
  readonly #paidOwners = new Set<number>();

  constructor(licenseMarket: Address, logs: readonly MoneyLog[]) {
    this.#licenseMarket = licenseMarket;
    this.#logs = logs;
  }

  read(log: MoneyLog, position: number): Step | undefined {
    switch (log.eventName) {
      case "OfferPublished":
        if (log.args.input.refundWindow > 0) this.#refundable.add(log.args.offerId);
        return undefined;
      case "LicensePurchased":
        return this.#purchase(log.args, position);
      case "OwnerPaid":
        return undefined;
      case "PotBooked":
        return this.#booking(log.args, position);
      case "Swept": {
        const { recipe, token, amount } = log.args;
        const none = { ...NOBODY, referrer: zeroAddress, referral: 0n, sale: undefined, pot: undefined };
        return { type: "income", reason: "sweep", recipe, token, gross: amount, sales: amount, ...none };
      }
      case "NodeOpened": {
        const { recipe, options, ...node } = log.args;
        return { type: "opened", recipe, node: { ...node, options: fromSplitOptionsInput(options) } };
      }
      case "Settled":
        return { type: "settled", ...log.args };
      case "Claimed":
        return { type: "claimed", ...log.args };
      case "MerkleClaimed":
        return { type: "merkleClaimed", ...log.args };
      case "Transfer": {
        const { sender: from, receiver: to, id, amount: shares } = log.args;
        return { type: "sharesMoved", recipe: Number(id), from, to, shares };
      }
      case "PotFunded":
        return { type: "potFunded", ...log.args };
      case "PotMoved":
        return { type: "potMoved", ...log.args };
      case "PotReleased": {
        const isSale = isAddressEqual(log.args.opener, this.#licenseMarket);
        return { type: "potReleased", ...log.args, sale: isSale ? this.#sales.get(log.args.id) : undefined };
      }
      case "LicenseRevoked":
        return undefined;
      case "Compensated":
        return { type: "compensated", ...log.args, sale: this.#revokedIn(log.transactionHash, log.args) };
      case "PayeeMigrated":
        return { type: "migrated", ...log.args };
      case "Withdrawn":
        return { type: "withdrawn", ...log.args };
    }
  }

  #purchase({ license: _, ...sale }: EventArgs<typeof licenseMarketLicensePurchasedEvent>, position: number) {
    const { purchaseId, offerId, recipe, token, gross, referral, referrer } = sale;
    const isRenewal = this.#sales.has(purchaseId);
    if (!isRenewal) this.#sales.set(purchaseId, sale);
    if (this.#refundable.has(offerId) && !isRenewal) return undefined;
    const owner = this.#ownerAt(position + 1, recipe, token);
    const sales = owner === undefined ? gross - referral : 0n;
    const facts = { reason: "sale", recipe, token, gross, sales, referrer, referral, sale, pot: undefined } as const;
    return { type: "income", ...facts, ...(owner ?? NOBODY) } as const;
  }

  #booking(args: EventArgs<typeof royaltySplitterPotBookedEvent>, position: number): Step {
    const { id, recipe, token, net, referrer, referral } = args;
    const sale = this.#sales.get(id);
    const gross = net + referral;
    const reason = sale !== undefined && gross < sale.gross ? "penalty" : "sale";
    const owner = this.#ownerBefore(position, recipe, token);
    const pot = { opener: this.#licenseMarket, id };
    const sales = owner === undefined ? net : 0n;
    const facts = { reason, recipe, token, gross, sales, referrer, referral, sale, pot } as const;
    return { type: "income", ...facts, ...(owner ?? NOBODY) };
  }

  /** The sale of the license whose ruling paid this in the same transaction. */
  #revokedIn(txHash: Hex, { token, amount }: { token: Address; amount: bigint }): SaleFacts | undefined {
    const ruling = this.#logs.find(
      (log) =>
        log.eventName === "LicenseRevoked" &&
        log.transactionHash === txHash &&
        log.args.refund === amount &&
        isAddressEqual(log.args.token, token),
    );
    return ruling?.eventName === "LicenseRevoked" ? this.#sales.get(ruling.args.licenseId) : undefined;
  }

  /** The owner's part of the sale whose log stands right before. */
  #ownerAt(position: number, recipe: number, token: Address) {
    const [log, sale] = [this.#logs[position], this.#logs[position - 1]];
    if (log?.eventName !== "OwnerPaid" || log.transactionHash !== sale?.transactionHash) return undefined;
    if (this.#paidOwners.has(position) || log.args.recipe !== recipe || !isAddressEqual(log.args.token, token)) {
      return undefined;
    }
    this.#paidOwners.add(position);
    const { seller, kept, passed } = log.args;
    return { seller, kept, passed };
  }

  /** The owner's part of a booking: it was logged in the same transaction, shortly before. */
  #ownerBefore(position: number, recipe: number, token: Address) {
    const { transactionHash } = this.#logs[position] as MoneyLog;
    for (let place = position - 1; this.#logs[place]?.transactionHash === transactionHash; place -= 1) {
      const owner = this.#ownerAt(place, recipe, token);
      if (owner !== undefined) return owner;
      if (this.#logs[place]?.eventName === "PotBooked") return undefined;
    }
    return undefined;
  }
}
