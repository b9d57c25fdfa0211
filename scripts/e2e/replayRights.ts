import { type Address, getAddress, type Hex, numberToHex, zeroAddress } from "viem";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import {
  assetRegistryControlTransferredEvent,
  assetRegistryRecipeRegisteredEvent,
  assetRegistryTransferEvent,
  licenseMarketLicensePurchasedEvent,
  licenseMarketOfferPublishedEvent,
  licensesSeatAssignedEvent,
  licensesTransferEvent,
} from "@imprimatur/sdk/abi";
import { fromLicenseSlot, LICENSE_STATUSES } from "@imprimatur/sdk";
import { fetchLogs } from "@imprimatur/sdk/logs";
import type { Desk } from "./randomDesk.ts";
import { assetKey, idOf, noSides, readAll, recipeKey, type Sides, type World } from "./replay.ts";
import type { Books } from "./replayBooks.ts";

interface Account {
  id: Address;
}

const accountOf = (account: Account | null | undefined): Address => getAddress(account?.id ?? zeroAddress);

/** The plain licenses of every account for every asset. */
export async function compareLicenses(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const { accounts, client, contracts, goods } = desk;
  const FIELDS = ["personalExpiry", "commercialExpiry", "advertisingExpiry"] as const;
  const licenses = await readAll<Record<(typeof FIELDS)[number], string>>(subgraph, "licenses", FIELDS.join(" "));
  const slots = await plainSlots(desk, books);
  const sides = noSides();
  for (const { asset } of goods) {
    for (const account of accounts) {
      const id = idOf(assetKey(asset), account);
      const license = licenses.get(id);
      const args = [account, asset] as const;
      const stored = await client.readContract({ ...contracts.licenses, functionName: "plainLicenseOf", args });
      sides.indexed[id] = FIELDS.map((name) => Number(license?.[name] ?? 0));
      sides.stored[id] = stored;
      const { personal, commercial, advertising } = fromLicenseSlot(slots.get(id) ?? 0n);
      sides.logged[id] = [personal, commercial, advertising];
    }
  }
  return sides;
}

/** The newest slot of every plain license, as its last sale left it. */
async function plainSlots({ contracts }: Desk, { client }: Books): Promise<Map<string, bigint>> {
  const { address } = contracts.market;
  const sales = await fetchLogs(client, { address, events: [licenseMarketLicensePurchasedEvent], fromBlock: 0n });
  return new Map(
    sales
      .filter(({ args }) => args.license > 0n)
      .map(({ args }) => [idOf(assetKey(args.assetId), args.licensee), args.license]),
  );
}

interface IndexedRecord {
  holder: Account;
  status: string;
  expiry: string;
  price: string;
  seats: string;
  transferred: boolean;
  transferable: boolean;
  exclusive: boolean;
  offer: { id: Hex };
  seating: { seats: { seat: string; account: Account | null }[] };
  escrow: { status: string; payer: Account; refundableUntil: string } | null;
}

const RECORD = `holder { id } status expiry price seats transferred transferable exclusive offer { id }
  seating { seats { seat account { id } } } escrow { status payer { id } refundableUntil }`;

const STATUSES = ["None", "Granted", "Refunded", "Revoked"];

/** Every record that was bought, with its seats and its escrow. */
export async function compareRecords(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const records = await readAll<IndexedRecord>(subgraph, "licenseRecords", RECORD);
  const seats = await loggedSeats(desk, books);
  const sides = noSides();
  for (const [id, record] of records) {
    const { seating, escrow, ...terms } = record;
    const open = escrow?.status === "Open" ? escrow : null;
    const seated = new Map(seating.seats.map(({ seat, account }) => [Number(seat), accountOf(account)]));
    sides.indexed[id] = {
      ...terms,
      holder: accountOf(terms.holder),
      offer: terms.offer.id,
      seated: seatsOf(Number(terms.seats)).map((seat) => seated.get(seat) ?? zeroAddress),
      escrow: [accountOf(open?.payer), Number(open?.refundableUntil ?? 0)],
    };
    sides.stored[id] = await storedRecord(desk, id as Hex);
  }
  for (const [id, { holder, status, expiry, seats: count, transferred }] of books.licenses) {
    const seated = seatsOf(count).map((seat) => seats.get(`${id}/${seat}`) ?? zeroAddress);
    const facts = { holder, status: STATUSES[LICENSE_STATUSES.indexOf(status)], expiry, seats: count, transferred };
    sides.logged[id] = status === "granted" ? { ...facts, seated } : facts;
  }
  return sides;
}

/** Who sits on the seats of every record, by record and seat; whoever receives a license finds its seats empty. */
async function loggedSeats({ contracts }: Desk, { client }: Books): Promise<Map<string, Address>> {
  const { address } = contracts.licenses;
  const events = [licensesSeatAssignedEvent, licensesTransferEvent] as const;
  const seats = new Map<string, Address>();
  for (const { eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    if (eventName === "SeatAssigned") seats.set(`${args.licenseId}/${args.seat}`, args.account);
    else {
      const place = numberToHex(args.tokenId, { size: 32 });
      for (const name of seats.keys()) if (name.startsWith(place)) seats.delete(name);
    }
  }
  return seats;
}

/** Seats that can be assigned: 0 is the holder's. */
const seatsOf = (seats: number): number[] => Array.from({ length: seats - 1 }, (_, i) => i + 1);

async function storedRecord({ client, contracts }: Desk, licenseId: Hex): Promise<object> {
  const read = { ...contracts.licenses, args: [licenseId] } as const;
  const record = await client.readContract({ ...read, functionName: "recordOf" });
  const escrow = await client.readContract({ ...contracts.market, functionName: "escrowOf", args: [licenseId] });
  const seated: Address[] = [];
  for (const seat of seatsOf(record.seats)) {
    const args = [licenseId, seat] as const;
    seated.push(await client.readContract({ ...contracts.licenses, functionName: "seatOf", args }));
  }
  return {
    holder: record.holder,
    status: STATUSES[record.status],
    expiry: String(record.expiry),
    price: String(record.price),
    seats: String(record.seats),
    transferred: record.transferred,
    transferable: record.transferable,
    exclusive: record.exclusive,
    offer: record.offerId,
    seated,
    escrow: [escrow.payer, escrow.refundableUntil],
  };
}

interface IndexedOffer {
  seller: Account | null;
  supply: string;
  sold: number;
  controlEpoch: number;
  price: string;
  recipe: { ordinal: string };
}

/** Every offer: who sells, and how often it has sold where that is limited. */
export async function compareOffers(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const { client, contracts } = desk;
  const fields = "seller { id } supply sold controlEpoch price recipe { ordinal }";
  const offers = await readAll<IndexedOffer>(subgraph, "offers", fields);
  const sides = noSides();
  for (const [id, offer] of offers) {
    const args = [id as Hex] as const;
    const stored = await client.readContract({ ...contracts.market, functionName: "offerOf", args });
    const limited = stored.supply > 0;
    sides.indexed[id] = {
      seller: accountOf(offer.seller),
      supply: Number(offer.supply),
      sold: limited ? offer.sold : 0,
      controlEpoch: offer.controlEpoch,
      price: BigInt(offer.price),
      recipe: Number(offer.recipe.ordinal),
    };
    const { seller, supply, sold, controlEpoch, price, recipe } = stored;
    sides.stored[id] = { seller, supply, sold, controlEpoch, price, recipe };
  }
  const { address } = contracts.market;
  const events = [licenseMarketOfferPublishedEvent] as const;
  for (const { args } of await fetchLogs(books.client, { address, events, fromBlock: 0n })) {
    const { supply, price } = args.input;
    sides.logged[args.offerId] = { supply, price, recipe: args.recipe };
  }
  return sides;
}

/** Who controls every recipe and owns every asset, and where every account's claims go. */
export async function compareHolders(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const { accounts, client, contracts, goods } = desk;
  const recipes = await readAll<{ licensor: Account; controlEpoch: number }>(
    subgraph,
    "recipes",
    "licensor { id } controlEpoch",
  );
  const assets = await readAll<{ owner: Account | null }>(subgraph, "assets", "owner { id }");
  const migrations = await readAll<{ recipient: Account }>(subgraph, "payeeMigrations", "recipient { id }");
  const logged = await controlAndOwners(desk, books);
  const sides = noSides();
  for (const { recipe, recipeId, asset } of goods) {
    sides.logged[recipe] = logged.control.get(recipe);
    const known = recipes.get(recipeKey(recipe));
    sides.indexed[recipe] = [accountOf(known?.licensor), known?.controlEpoch];
    const { licensor } = await client.readContract({
      ...contracts.registry,
      functionName: "recipeOf",
      args: [recipeId],
    });
    const epoch = { ...contracts.registry, functionName: "controlEpochOf", args: [recipe] } as const;
    sides.stored[recipe] = [licensor, await client.readContract(epoch)];

    const owner = assets.get(assetKey(asset))?.owner;
    const id = numberToHex(asset, { size: 32 });
    const read = { ...contracts.registry, functionName: "ownerOf", args: [asset] } as const;
    sides.indexed[id] = accountOf(owner);
    sides.stored[id] = await client.readContract(read).catch(() => zeroAddress);
    sides.logged[id] = logged.owners.get(asset) ?? zeroAddress;
  }
  for (const account of accounts) {
    const args = [account] as const;
    sides.indexed[account] = accountOf(migrations.get(account.toLowerCase())?.recipient ?? { id: account });
    sides.stored[account] = await client.readContract({ ...contracts.splitter, functionName: "recipientOf", args });
    sides.logged[account] = books.royalties.recipient(account);
  }
  return sides;
}

interface Holders {
  control: Map<number, [Address, number]>;
  owners: Map<bigint, Address>;
}

/** Who controls every recipe, in which epoch, and who owns every asset's token. */
async function controlAndOwners({ contracts }: Desk, { client }: Books): Promise<Holders> {
  const { address } = contracts.registry;
  const events = [
    assetRegistryRecipeRegisteredEvent,
    assetRegistryControlTransferredEvent,
    assetRegistryTransferEvent,
  ] as const;
  const control = new Map<number, [Address, number]>();
  const owners = new Map<bigint, Address>();
  for (const { eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    if (eventName === "RecipeRegistered") control.set(args.recipe, [args.licensor, 0]);
    else if (eventName === "ControlTransferred") control.set(args.recipe, [args.to, args.controlEpoch]);
    else owners.set(args.tokenId, args.to);
  }
  return { control, owners };
}
