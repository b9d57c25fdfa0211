import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { type Hex, isAddressEqual, keccak256 } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { purchaseLicenseWithAuthorization, withdrawTo } from "@imprimatur/sdk/actions";
import { addressesOf, type Deployment, deploymentBlockOf } from "@imprimatur/sdk/addresses";
import { createDelivery } from "./delivery.ts";
import { type Call, isUnfinished, Queue, type Relayed } from "./queue.ts";

const { RPC_URL, RELAYER_KEY, DEPLOYMENT = "deployments/31337.json", QUEUE = "queue", PORT = "8090" } = process.env;
const deployment = JSON.parse(readFileSync(DEPLOYMENT, "utf8")) as Deployment;
const { licenseMarket, royaltySplitter } = addressesOf(deployment);
const place = { licenseMarket, royaltySplitter, fromBlock: deploymentBlockOf(deployment) };

/** Nothing else is relayed: in these calls a signature says what happens, and the sender can change none of it. */
const RELAYED = [
  { contract: licenseMarket, action: purchaseLicenseWithAuthorization },
  { contract: royaltySplitter, action: withdrawTo },
];

/** Bytes of a body; the longest call has about a thousand. */
const LONGEST = 10_000;

const queue = new Queue(QUEUE);
const account = privateKeyToAccount(RELAYER_KEY as Hex);
const { judge, step } = await createDelivery({ account, rpcUrl: RPC_URL, queue, place }).catch((error: unknown) => {
  console.error(`No chain at ${RPC_URL ?? "the usual port"}: ${toReason(error).reason}`);
  process.exit(1);
});
const pending = queue.unfinished();

/** Takes a call in, once, unless the chain would refuse it; what was refused before is looked at again. */
async function accept(call: Call): Promise<Relayed> {
  const id = keccak256(call.data);
  const known = (): Relayed | undefined => [queue.find(id)].find((found) => found?.state !== "refused");
  const judged = known() ?? (await judge({ id, ...call, state: "accepted" }));
  if (judged.state === "refused") return judged;
  const twin = known(); // looked up again, since its twin may have been faster
  if (twin !== undefined) return twin;
  const request = queue.keep(judged);
  if (isUnfinished(request)) pending.push(request);
  return request;
}

/** A purchase or a withdrawal out of a body; throws where it is neither. */
function toCall(body: string): Call {
  const { to, data } = JSON.parse(body) as Call;
  const relayed = RELAYED.find(({ contract }) => isAddressEqual(contract, to));
  if (relayed === undefined) throw new Error(`nothing is relayed to ${to}`);
  relayed.action.decode(data);
  return { to, data };
}

/** 202 = it will be sent, or was, 400 and 413 = not for this relayer, 422 = the chain would refuse it, 503 = try again later. */
async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
  const found = queue.find(request.url?.slice(1) ?? "");
  if (request.method === "GET") return found === undefined ? [404, {}] : [200, found];
  if (!(Number(request.headers["content-length"]) < LONGEST)) return [413, { reason: `more than ${LONGEST} bytes` }];
  const call = await text(request).then(toCall).catch(toReason);
  if ("reason" in call) return [400, call];
  const accepted = await accept(call).catch(toReason);
  if ("id" in accepted) return [accepted.state === "refused" ? 422 : 202, accepted];
  return [503, accepted];
}

function toReason(error: unknown): { reason: string } {
  return { reason: error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error) };
}

/** One request after the other, as nonces want it; a chain that does not answer is waited for. */
async function work(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const [request] = pending;
    if (request === undefined) await sleep(100);
    else {
      const next = await step(request).catch(toReason);
      if ("id" in next) pending.splice(0, 1, ...(isUnfinished(next) ? [next] : []));
      else await sleep(1_000);
      console.log(request.id.slice(0, 10), "state" in next ? next.state : `again: ${next.reason}`);
    }
  }
}

const stopped = new AbortController();
const server = createServer((request, response) => {
  void answer(request).then(([status, body]) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
}).listen(Number(PORT), "127.0.0.1", () => {
  console.log(`${account.address} relays at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    stopped.abort();
    server.close();
  });
}
await work(stopped.signal);
