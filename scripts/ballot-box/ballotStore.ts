import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Address, Hex } from "viem";
import { type Ballot, type BallotJson, fromJson, toJson } from "./wire.ts";

/** A ballot that was checked: whose key signed which digest. */
export interface CheckedBallot extends Ballot {
  key: Address;
  digest: Hex;
}

/** A ballot with its place in the order of arrival, by which peers ask for what they lack. */
export interface StoredBallot extends CheckedBallot {
  serial: number;
}

/** Two ballots of one key for one poll: proof of double voting. */
export interface Evidence {
  first: StoredBallot;
  second: CheckedBallot;
}

/** What came of a ballot. */
export type Storing = "stored" | "duplicate" | "equivocation";

/** The data file belongs to another studio. */
export class ForeignDataError extends Error {
  override readonly name = "ForeignDataError";
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS studio (chain INTEGER NOT NULL, curation TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ballots (
    serial INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, subject TEXT NOT NULL, seed TEXT NOT NULL, charter INTEGER NOT NULL,
    first INTEGER NOT NULL, length INTEGER NOT NULL, curator INTEGER NOT NULL, key TEXT NOT NULL,
    digest TEXT NOT NULL, ballot TEXT NOT NULL,
    UNIQUE (kind, subject, seed, charter, first, length, curator, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS evidence (
    serial INTEGER PRIMARY KEY REFERENCES ballots, digest TEXT NOT NULL, ballot TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS peers (url TEXT PRIMARY KEY, serial INTEGER NOT NULL) STRICT;
`;

interface Row {
  serial: number;
  key: Address;
  digest: Hex;
  ballot: string;
}

interface Waiting {
  ballot: CheckedBallot;
  resolve: (storing: Storing) => void;
  reject: (error: unknown) => void;
}

/**
 * Ballots on disk. What {@link BallotStore.add} has answered survives the death of process and machine: each answer
 * waits for a commit that SQLite has synced. Ballots that arrive together share one commit.
 */
export class BallotStore implements Disposable {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #find: StatementSync;
  readonly #accuse: StatementSync;
  #waiting: Waiting[] = [];

  constructor(path: string, studio: { chainId: number; curation: Address }) {
    this.#database = new DatabaseSync(path);
    this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    this.#database.exec(SCHEMA);
    this.#claim(path, studio);
    this.#insert = this.#database.prepare(
      `INSERT INTO ballots (kind, subject, seed, charter, first, length, curator, key, digest, ballot)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#find = this.#database.prepare(
      `SELECT serial, digest FROM ballots WHERE kind = ? AND subject = ? AND seed = ? AND charter = ?
       AND first = ? AND length = ? AND curator = ? AND key = ?`,
    );
    // One pair is proof enough: whoever signs a thousand ballots fills no disk.
    this.#accuse = this.#database.prepare(
      "INSERT INTO evidence (serial, digest, ballot) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
  }

  /** Stores a ballot, or its likeness as evidence; resolves when that is on disk. */
  add(ballot: CheckedBallot): Promise<Storing> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ballot, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  /** The ballots of one subject and draw, in the order of their arrival. */
  ballotsOf(poll: Pick<Ballot, "kind" | "subject" | "seed" | "firstWord">): StoredBallot[] {
    const { kind, subject, seed, firstWord } = poll;
    const query = this.#database.prepare(
      `SELECT serial, key, digest, ballot FROM ballots WHERE kind = ? AND subject = ? AND seed = ? AND first = ?
       ORDER BY serial`,
    );
    return query.all(kind, String(subject), seed, firstWord).map(toStored);
  }

  /** Ballots that arrived after the one with this serial, oldest first. */
  ballotsAfter(serial: number, limit: number): StoredBallot[] {
    const query = this.#database.prepare(
      "SELECT serial, key, digest, ballot FROM ballots WHERE serial > ? ORDER BY serial LIMIT ?",
    );
    return query.all(serial, limit).map(toStored);
  }

  /** All double votes. */
  evidence(): Evidence[] {
    const query = this.#database.prepare(
      `SELECT b.serial, b.key, b.digest, b.ballot, e.digest AS otherDigest, e.ballot AS other
       FROM evidence e JOIN ballots b USING (serial) ORDER BY b.serial`,
    );
    return query.all().map((found) => {
      const row = found as unknown as Row & { otherDigest: Hex; other: string };
      const first = toStored(found);
      return { first, second: { ...parse(row.other), key: row.key, digest: row.otherDigest } };
    });
  }

  count(): { ballots: number; evidence: number } {
    const query = "SELECT (SELECT count(*) FROM ballots) AS ballots, (SELECT count(*) FROM evidence) AS evidence";
    return this.#database.prepare(query).get() as { ballots: number; evidence: number };
  }

  /** Serial up to which a peer's ballots are known here. */
  seenOf(peer: string): number {
    const row = this.#database.prepare("SELECT serial FROM peers WHERE url = ?").get(peer);
    return Number(row?.["serial"] ?? 0);
  }

  setSeen(peer: string, serial: number): void {
    const write =
      "INSERT INTO peers (url, serial) VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET serial = excluded.serial";
    this.#database.prepare(write).run(peer, serial);
  }

  /** Answers what is waiting and closes the file. */
  [Symbol.dispose](): void {
    this.#flush();
    this.#database.close();
  }

  #claim(path: string, { chainId, curation }: { chainId: number; curation: Address }): void {
    const owner = this.#database.prepare("SELECT chain, curation FROM studio").get();
    if (owner === undefined) {
      this.#database.prepare("INSERT INTO studio (chain, curation) VALUES (?, ?)").run(chainId, curation);
    } else if (owner["chain"] !== chainId || owner["curation"] !== curation) {
      this.#database.close();
      throw new ForeignDataError(
        `${path} holds ballots of ${String(owner["curation"])} on chain ${String(owner["chain"])}`,
      );
    }
  }

  #flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    try {
      const outcomes = this.#write(waiting.map(({ ballot }) => ballot));
      waiting.forEach(({ resolve }, place) => resolve(outcomes[place] as Storing));
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  #write(ballots: readonly CheckedBallot[]): Storing[] {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const outcomes = ballots.map((ballot) => this.#place(ballot));
      this.#database.exec("COMMIT");
      return outcomes;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #place(ballot: CheckedBallot): Storing {
    const { kind, subject, seed, charterVersion, firstWord, words, curator, key, digest } = ballot;
    const place = [kind, String(subject), seed, charterVersion, firstWord, words.length, curator, key] as const;
    const json = JSON.stringify(toJson(ballot));
    if (this.#insert.run(...place, digest, json).changes === 1) return "stored";
    const found = this.#find.get(...place) as unknown as Pick<Row, "serial" | "digest">;
    if (found.digest === digest) return "duplicate";
    this.#accuse.run(found.serial, digest, json);
    return "equivocation";
  }
}

const parse = (json: string): Ballot => fromJson(JSON.parse(json) as BallotJson);

function toStored(found: Record<string, unknown>): StoredBallot {
  const { serial, key, digest, ballot } = found as unknown as Row;
  return { ...parse(ballot), serial, key, digest };
}
