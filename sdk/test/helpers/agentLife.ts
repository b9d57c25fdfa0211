// One life of a worker in a process of its own: works until it is done, or dies where its parent says.
import { appendFileSync, readFileSync } from "node:fs";
import { payByMandate } from "@imprimatur/sdk/actions";
import {
  type Brief,
  type Generator,
  guardAccount,
  type JournalLine,
  proceduralGenerator,
  runChain,
  runWorker,
  type WorkJournal,
} from "@imprimatur/sdk/agent";
import { buildHashIndex, indexProvider } from "@imprimatur/sdk/compliance";
import { encodePng, fileStore, fileWorkJournal, hashImage } from "@imprimatur/sdk/node";
import { type Address, createClient, type Hex, http, keccak256, stringify, stringToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { waitForTransactionReceipt } from "viem/actions";
import { hardhat } from "viem/chains";

/** What a life is told, as JSON. */
export interface LifeOrders {
  url: string;
  key: Hex;
  addresses: { assetRegistry: Address; licenseMarket: Address };
  mandates: Address;
  commissions: Address;
  mandateId: Hex;
  policyHash: Hex;
  gate: Address;
  brief: Brief;
  /** One for each milestone of the chain, or the only one. */
  recipes: { recipeId: Hex; commitment: Hex }[];
  commissionId?: Hex;
  /** Where journal, blocks and the list of what was generated are. */
  folder: string;
  /** Dies instead of its entry of this place in its life, or with half of it written. */
  dies?: { at: number; torn: boolean };
  /** Whom the agent pays for every file; nobody by default. */
  payee?: Address;
  /** Generates nothing and never ends. */
  hangs?: boolean;
}

const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("dead");
};

/** A journal at whose entry the process dies; half of the line may be there. */
function mortal(inner: WorkJournal, path: string, dies: LifeOrders["dies"]): WorkJournal {
  let entries = 0;
  return {
    ...inner,
    append: async (line: JournalLine) => {
      if (entries++ === dies?.at) {
        const text = JSON.stringify(line);
        if (dies.torn) appendFileSync(path, text.slice(0, text.length / 2));
        die();
      }
      await inner.append(line);
    },
  };
}

async function live(orders: LifeOrders): Promise<unknown> {
  const { url, key, addresses, mandates, commissions, mandateId, policyHash, gate, brief, folder } = orders;
  const client = createClient({ chain: hardhat, transport: http(url, { retryCount: 0 }), pollingInterval: 20 });
  const account = privateKeyToAccount(key);
  const agent = guardAccount({ account, client, addresses, mandates, commissions, mandateId, policyHash });
  const inner = proceduralGenerator({ encode: encodePng, width: 48, height: 48 });
  const generator: Generator = {
    name: inner.name,
    generate: async (request, options) => {
      appendFileSync(`${folder}/asked`, `${request.brief.title} ${request.index}\n`);
      if (orders.hangs === true) await new Promise((resolve) => setTimeout(resolve, 1_000_000));
      if (orders.payee !== undefined) {
        const purpose = keccak256(stringToHex(request.brief.title));
        const paid = { mandates, mandateId, policyHash, payee: orders.payee, amount: 1_000_000n, purpose };
        await waitForTransactionReceipt(client, { hash: await payByMandate(client, { ...paid, account: agent }) });
      }
      return inner.generate(request, options);
    },
  };
  const path = `${folder}/work.journal`;
  const worker = {
    ...{ client, agent, addresses, gate, generator, batch: 2 },
    screening: { providers: [indexProvider({ index: buildHashIndex([]), name: "none", corpus: "nothing" })] },
    fingerprint: ({ bytes }: { bytes: Uint8Array }) => hashImage(bytes),
    ...{ store: fileStore(`${folder}/blocks`), journal: mortal(fileWorkJournal(path), path, orders.dies) },
  };
  const recipeAt = (place: number) => orders.recipes[place] as LifeOrders["recipes"][number];
  const { commissionId } = orders;
  if (commissionId === undefined) return last(runWorker({ ...worker, brief, recipe: recipeAt(0) }));
  const links = Object.fromEntries(
    orders.recipes.map((recipe, place) => [
      place,
      { brief: { ...brief, title: `${brief.title} ${place}` }, generator, recipe: () => Promise.resolve(recipe) },
    ]),
  );
  return last(runChain({ ...worker, commissions, commissionId, links, fromBlock: 0n, interval: 20 }));
}

async function last<Result>(events: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
  }
}

console.log(stringify(await live(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as LifeOrders)));
