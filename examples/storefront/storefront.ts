import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createPublicClient, createWalletClient, erc20Abi, formatUnits, type Hex, http, publicActions } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { assetAt, studioActions } from "@imprimatur/sdk";
import { purchaseLicenseWithAuthorization } from "@imprimatur/sdk/actions";
import { addressesOf, type Deployment } from "@imprimatur/sdk/addresses";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";

const { GRAPHQL_URL = "http://127.0.0.1:8000/subgraphs/name/subgraph-0", RPC_URL, BUYER_KEY } = process.env;
const { RELAYER_URL = "http://127.0.0.1:8090", DEPLOYMENT = "deployments/31337.json" } = process.env;

/** Plain licenses of a studio that are for sale; titles and exclusive ones want a proof of the file as well. */
const OFFERS = `query ($studio: String!, $now: BigInt!) {
  offers(
    where: { recipe_: { studio: $studio }, withdrawnAt: null, end_gt: $now, title: false, exclusive: false }
    orderBy: price
  ) {
    id price usages seats scope scopeId token { id }
    recipe { lots(where: { status: Accepted }) { lotId blockedWords(where: { word: 0 }) { mask } } }
  }
}`;

type Lot = { lotId: string; blockedWords: { mask: string }[] };
type Offer = Record<"price" | "seats" | "scope" | "scopeId", string> & {
  id: Hex;
  usages: string[];
  token: { id: Hex };
  recipe: { lots: Lot[] };
};

const addresses = addressesOf(JSON.parse(readFileSync(DEPLOYMENT, "utf8")) as Deployment);
const subgraph = createSubgraphClient({ url: GRAPHQL_URL });
const connection = { chain: hardhat, transport: http(RPC_URL) };

/** The first asset of a lot that its curators did not block. */
function sampleOf({ lotId, blockedWords: [word] }: Lot): bigint {
  const free = ~BigInt(word?.mask ?? 0);
  return assetAt(BigInt(lotId), (free & -free).toString(2).length - 1);
}

async function list(studio: string): Promise<void> {
  const client = createPublicClient(connection);
  const now = String((await client.getBlock()).timestamp);
  const { offers } = await subgraph.query<{ offers: Offer[] }>(OFFERS, { studio, now });
  for (const { id, price, usages, seats, scope, scopeId, token, recipe } of offers) {
    const [lot] = recipe.lots.filter(({ lotId }) => scope !== "Lot" || lotId === scopeId);
    const asset = scope === "Asset" ? BigInt(scopeId) : lot && sampleOf(lot);
    const decimals = await client.readContract({ address: token.id, abi: erc20Abi, functionName: "decimals" });
    console.log(`${id}  ${formatUnits(BigInt(price), decimals)} of ${token.id} a seat`);
    console.log(`    ${usages.join(", ")}; up to ${Math.max(Number(seats), 1)} seats; asset ${asset ?? "none yet"}`);
  }
  console.log(`${offers.length} offers. Buy with: node storefront.ts <offer> <asset>`);
}

/** Buys without any ether: the buyer signs, the relayer sends, and the chain is asked whether it is so. */
async function buy(offerId: Hex, assetId: bigint): Promise<void> {
  const wallet = createWalletClient({ account: privateKeyToAccount(BUYER_KEY as Hex), ...connection });
  const buyer = wallet.extend(publicActions).extend(studioActions({ addresses }));
  const { address: account } = wallet.account;
  const offer = await buyer.getOffer({ offerId });
  const purchase = await buyer.toPurchase({ offerId, assetId, licensee: account, maxTotal: offer.price });
  const { purchaseId, ...quote } = await buyer.quotePurchase({ purchase, payer: account });
  const obstacles = [...quote.obstacles, ...quote.evidence.map((what) => `${what} needed`)].join(", ");
  if (obstacles !== "") throw new Error(`This cannot be bought: ${obstacles}.`);
  if (!quote.methods.includes("authorization")) throw new Error("The token takes no signed payments.");

  const signature = await buyer.signPurchaseAuthorization({ purchase });
  const order = { licenseMarket: addresses.licenseMarket, purchase, payer: account, signature };
  await relay(purchaseLicenseWithAuthorization.encode(order));
  const right = { account, assetId, usage: offer.usages[0] ?? "personal" };
  const licensed = offer.recorded
    ? await buyer.holdsLicense({ ...right, licenseId: purchaseId })
    : await buyer.hasLicense(right);
  if (!licensed) throw new Error("The relayer says that it is done, and the chain knows of no license.");
  console.log(`Bought: ${account} may use asset ${assetId} (${offer.usages.join(", ")}) and paid no gas.`);
}

type Progress = { id?: Hex; state?: string; hash?: Hex; reason?: string };

/** Hands a call to the relayer and waits until it is done; posting it twice does no harm. */
async function relay({ to, data }: { to: Hex; data: Hex }): Promise<void> {
  const ask = async (path: string, options?: RequestInit): Promise<Progress> =>
    (await (await fetch(new URL(path, RELAYER_URL), options)).json()) as Progress;
  let progress = await ask("/", { method: "POST", body: JSON.stringify({ to, data }) });
  while (progress.state === "accepted" || progress.state === "sent") {
    await sleep(200);
    progress = await ask(`/${progress.id ?? ""}`);
  }
  if (progress.state !== "done") throw new Error(`The relayer did not send it: ${progress.reason ?? "unknown"}`);
}

const [subject = "", asset] = process.argv.slice(2);
try {
  await (asset === undefined ? list(subject) : buy(subject as Hex, BigInt(asset)));
} catch (error) {
  console.error((error as Error).message.split("\n", 2).join(" "));
  process.exitCode = 1;
}
