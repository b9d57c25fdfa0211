import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type Hex, isHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { auditBallotTypedData, compactSignature } from "@imprimatur/sdk/curation";
import { toJson } from "../../ballot-box/wire.ts";

/** A client of the storm: signs its ballots, waits for a line on its input, then hands in each until it is acknowledged. */
interface Job {
  url: string;
  chainId: number;
  curation: Hex;
  ballots: { lotId: string; seed: Hex; curator: number; key: Hex }[];
}

/** Requests that are under way at once. */
const LANES = 8;
const PAUSE = 50;

const { ballots, chainId, curation, url } = JSON.parse(await readFile(process.argv[2] ?? "", "utf8")) as Job;
const bodies: string[] = [];
for (const { lotId, seed, curator, key } of ballots) {
  if (!isHex(key)) throw new Error("no key");
  const subject = { chainId, curation, kind: "audit", subject: BigInt(lotId), seed, charterVersion: 1 } as const;
  const words = [0b1101n, 0b0010n];
  const signature = await privateKeyToAccount(key).signTypedData(auditBallotTypedData({ ...subject, words }));
  bodies.push(JSON.stringify(toJson({ ...subject, firstWord: 0, curator, ...compactSignature(signature), words })));
}
console.log("ready");
await once(process.stdin, "data");

const counts = { stored: 0, duplicate: 0, retries: 0 };
await Promise.all(
  Array.from({ length: LANES }, (_, lane) => handIn(bodies.filter((_body, place) => place % LANES === lane))),
);
console.log(JSON.stringify(counts));
process.exit(0);

async function handIn(mine: readonly string[]): Promise<void> {
  for (const body of mine) {
    // An acknowledged ballot is never sent again: what is missing in the end was lost by the box.
    for (let answer = await post(body); answer === undefined; answer = await post(body)) {
      counts.retries += 1;
      await delay(PAUSE);
    }
  }
}

/** Undefined: nobody knows whether it arrived. */
async function post(body: string): Promise<true | undefined> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/v1/ballots`, { method: "POST", headers, body }).catch(() => undefined);
  if (response === undefined || response.status >= 500) return undefined;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  if (response.status !== 201 && error !== "duplicate") throw new Error(`${response.status} ${String(error)}`);
  counts[response.status === 201 ? "stored" : "duplicate"] += 1;
  return true;
}
