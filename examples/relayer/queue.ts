import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Hex } from "viem";

/** What is relayed: a call that carries the signature of whoever wants it. */
export type Call = { to: Hex; data: Hex };

/** A call on its way. */
export type Relayed = Call & { id: Hex } & (
    | { state: "accepted" }
    | { state: "sent"; hash: Hex; nonce: number; serializedTransaction: Hex }
    | { state: "done"; hash: Hex }
    | { state: "refused"; reason: string }
  );

/** Requests in a folder, one file each: what was kept is there after a crash. */
export class Queue {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  find(id: string): Relayed | undefined {
    if (!/^0x[0-9a-f]{64}$/.test(id) || !existsSync(this.#path(id))) return undefined;
    return JSON.parse(readFileSync(this.#path(id), "utf8")) as Relayed;
  }

  /** Writes a request so that a power cut leaves the old file or the new one. */
  keep(request: Relayed): Relayed {
    const path = this.#path(request.id);
    writeFileSync(`${path}.part`, JSON.stringify(request), { flush: true });
    renameSync(`${path}.part`, path);
    return request;
  }

  /** What an earlier run did not bring to its end. */
  unfinished(): Relayed[] {
    const ids = readdirSync(this.#folder).map((file) => file.replace(".json", ""));
    const found = ids.map((id) => this.find(id)).filter((request) => request !== undefined);
    return found.filter(isUnfinished);
  }

  readonly #path = (id: string): string => `${this.#folder}/${id}.json`;
}

/** Whether something remains to be done. */
export const isUnfinished = ({ state }: Relayed): boolean => state === "accepted" || state === "sent";
