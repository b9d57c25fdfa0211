import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { zeroHash } from "viem";
import { z } from "zod";
import { fileUploadJournal } from "../../node/fileUploadJournal.ts";
import { hashFiles } from "../../node/hashFiles.ts";
import { listFiles } from "../../node/files.ts";
import { mediaTypeOf } from "../../node/mediaType.ts";
import type { StorageAdapter } from "../../storage/adapters/adapter.ts";
import { type ArweaveClient, arweaveStorage } from "../../storage/adapters/arweave.ts";
import { kuboStorage } from "../../storage/adapters/kubo.ts";
import { pinningStorage } from "../../storage/adapters/pinning.ts";
import { s3Storage } from "../../storage/adapters/s3.ts";
import { uploadLot } from "../../storage/adapters/uploadLot.ts";
import { defineCommand, needed, option } from "../command.ts";
import { UsageError } from "../errors.ts";
import { readJson } from "../files.ts";
import { withProgress } from "../progress.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import * as values from "../values.ts";

const PLACES = ["kubo", "pinning", "s3", "arweave"] as const;

type Target = {
  to: (typeof PLACES)[number];
  url: string;
  gateway?: string | undefined;
  region?: string | undefined;
  prefix?: string | undefined;
};

export const upload = defineCommand({
  name: "upload",
  about: "Store a lot's files, each read back; goes on where its journal ends",
  sends: true,
  args: { folder: needed("folder", "the files", values.text) },
  options: {
    to: needed("name", `one of ${PLACES.join(", ")}`, values.oneOf(PLACES)),
    url: needed("url", "the node's RPC, the service's API, the bucket, or Arweave's node", values.url),
    gateway: option("url", "what pinned files are read back from; Arweave's: the url by default", values.url),
    region: option("name", "the bucket's; us-east-1 by default", values.text),
    prefix: option("text", "put before the files' names in the bucket", values.text),
    journal: needed("file", "what is stored; made if it is not there", values.text),
  },
  examples: [
    "renders --to kubo --url http://127.0.0.1:5001 --journal renders.journal --yes",
    "renders --to s3 --url https://bucket.s3.eu-central-1.amazonaws.com --region eu-central-1 --journal renders.journal --yes",
  ],
  async run(session, { folder, journal: kept, ...target }) {
    if (session.mode.proposal !== undefined) throw new UsageError("Files are not voted on: give --yes.");
    const directory = session.path(folder);
    const names = listFiles(directory);
    const place = `${target.to} ${target.url}${target.prefix === undefined ? "" : ` ${target.prefix}`}`;
    const storage = await storageOf(session, target);
    const journal = fileUploadJournal({ path: session.path(kept), place });
    if (!session.mode.send) return plan(directory, names, place);
    await journal.find(zeroHash); // tells a journal of another place before anything is hashed
    const files = await filesIn(session, directory, names);
    const stored = await withProgress(session, "storing", names.length, (advance) =>
      uploadLot({ storage, files, journal, signal: session.io.signal, onProgress: advance }),
    );
    const rows = stored.map(({ uri, digest, bytes }, at) => ({
      name: names[at] ?? "",
      uri,
      contentHash: digest,
      bytes,
    }));
    return {
      json: { state: "sent", place, files: rows },
      text: table(
        ["file", "bytes", "address"],
        rows.map(({ name, bytes, uri }) => [name, bytes, uri]),
      ),
    };
  },
});

/** What would be stored; nothing is asked, and no journal is begun. */
async function plan(directory: string, names: readonly string[], place: string) {
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    json: { state: "dryRun", place, files: names.length, bytes },
    text: [
      ...record([
        ["files", String(names.length)],
        ["bytes", String(bytes)],
        ["to", place],
      ]),
      "Nothing was sent. Add --yes to do it.",
    ],
  };
}

/** The files as streams, with their hashes: what the journal knows is told without a look at the storage. */
async function filesIn(session: Session, directory: string, names: readonly string[]) {
  return withProgress(session, "hashing", names.length, async (advance) => {
    const files: { name: string; file: Blob; digest: `0x${string}` }[] = [];
    for await (const { name, contentHash } of hashFiles(directory, names)) {
      const file = await openAsBlob(join(directory, name), { type: mediaTypeOf(name) });
      files.push({ name, file, digest: contentHash });
      advance(files.length);
    }
    return files;
  });
}

/** The storage; its keys come from the environment, never from a command line. */
async function storageOf(session: Session, { to, url, gateway, region, prefix }: Target): Promise<StorageAdapter> {
  if (to !== "s3" && (region ?? prefix) !== undefined)
    throw new UsageError(`--to ${to} has no --region and no --prefix.`);
  if (gateway !== undefined && (to === "s3" || to === "kubo")) throw new UsageError(`--to ${to} has no --gateway.`);
  if (to === "kubo") return kuboStorage({ url });
  if (to === "s3") {
    const sessionToken = session.io.env["AWS_SESSION_TOKEN"];
    return s3Storage({
      ...{ url, accessKeyId: secret(session, to, "AWS_ACCESS_KEY_ID") },
      secretAccessKey: secret(session, to, "AWS_SECRET_ACCESS_KEY"),
      ...(sessionToken === undefined ? {} : { sessionToken }),
      ...(region === undefined ? {} : { region }),
      ...(prefix === undefined ? {} : { prefix }),
    });
  }
  if (to === "arweave") return arweaveAt(session, url, gateway ?? url);
  if (gateway === undefined) throw new UsageError("--to pinning needs --gateway: files are read back through it.");
  return pinningStorage({ url, gateway, token: secret(session, to, "IMPRIMATUR_PINNING_TOKEN") });
}

async function arweaveAt(session: Session, url: string, gateway: string): Promise<StorageAdapter> {
  const path = session.path(secret(session, "arweave", "IMPRIMATUR_ARWEAVE_KEY"));
  const key = await readJson(path, z.looseObject({ kty: z.literal("RSA") }));
  const { hostname, port, protocol } = new URL(url);
  const { default: Arweave } = await import("arweave").catch((cause: unknown) => {
    throw new UsageError("--to arweave needs the package arweave.", { cause, hint: "npm install arweave" });
  });
  const client = Arweave.init({ host: hostname, port, protocol: protocol.slice(0, -1) }) as unknown as ArweaveClient;
  return arweaveStorage({ client, key, gateway });
}

function secret(session: Session, to: string, name: string): string {
  const value = session.io.env[name];
  if (value === undefined || value === "") throw new UsageError(`--to ${to} needs ${name} in the environment.`);
  return value;
}
