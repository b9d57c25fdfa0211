import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { PollJson, TaskJson } from "../ballot-box/answers.ts";
import type { Health } from "../ballot-box/box.ts";
import { type Ballot, toJson } from "../ballot-box/wire.ts";

/** The box refused something. */
export class BoxRefusalError extends Error {
  override readonly name = "BoxRefusalError";
  /** Word for programs. */
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(`the box answered ${status} ${reason}: ${message}`);
    this.reason = reason;
  }
}

/** The box gave another file than the one that was committed. */
export class WrongFileError extends Error {
  override readonly name = "WrongFileError";
}

/** A ballot box over HTTP; what it says about lots has to be checked. */
export class BoxClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url.replace(/\/+$/, "");
  }

  health(): Promise<Health> {
    return this.#get("/health");
  }

  tasks(curator: number | string): Promise<TaskJson[]> {
    return this.#get(`/v1/curators/${curator}/tasks`);
  }

  poll(id: string): Promise<PollJson> {
    return this.#get(`/v1/polls/${id}`);
  }

  async charter(): Promise<Uint8Array> {
    return (await this.#fetch("/v1/charter")).bytes();
  }

  /** Fetches a file and keeps it at `path`; throws unless it has the digest of its leaf. */
  async saveFile(
    poll: string,
    item: { lotId: string; position: number; contentHash: string },
    path: string,
  ): Promise<void> {
    const response = await this.#fetch(`/v1/polls/${poll}/files/${item.lotId}-${item.position}`);
    const content = await response.bytes();
    const digest = `0x${createHash("sha256").update(content).digest("hex")}`;
    if (digest !== item.contentHash)
      throw new WrongFileError(`asset ${item.position} is not the file that was committed`);
    await writeFile(path, content);
  }

  /** Resolves once the box has the ballot on disk; to send it again does no harm. */
  async submit(ballot: Ballot): Promise<"stored" | "duplicate"> {
    try {
      const body = JSON.stringify(toJson(ballot));
      await this.#fetch("/v1/ballots", { method: "POST", headers: { "content-type": "application/json" }, body });
      return "stored";
    } catch (error) {
      if (error instanceof BoxRefusalError && error.reason === "duplicate") return "duplicate";
      throw error;
    }
  }

  async #get<Answer>(path: string): Promise<Answer> {
    return (await (await this.#fetch(path)).json()) as Answer;
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, init);
    if (response.ok) return response;
    const { error = "", message = "" } = (await response.json().catch(() => ({}))) as {
      error?: string;
      message?: string;
    };
    throw new BoxRefusalError(response.status, error, message);
  }
}
