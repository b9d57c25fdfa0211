import { parseArgs } from "node:util";
import { type Address, isAddress } from "viem";

export interface BoxOptions {
  rpc: string;
  /** Undefined: the one of the chain. */
  deployment: string | undefined;
  studio: Address;
  content: string;
  data: string;
  host: string;
  port: number;
  rate: number;
  peers: string[];
  peerToken: string | undefined;
  keyFile: string | undefined;
}

/** The command line was not understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `npm run ballot-box -- --rpc URL --studio ADDRESS --content URL --data FILE [options]

Tells a studio's curators what waits for them, serves the sampled files, keeps their ballots, closes audits.
It can withhold a ballot, never forge one; castDirect on chain works without it.

  --rpc URL           node of the chain
  --studio ADDRESS    the studio
  --content URL       IPFS endpoint with manifests and files (block/get)
  --data FILE         SQLite file for the ballots
  --deployment FILE   addresses (default: deployments/<chain id>.json)
  --port N            TCP port (default: 4780; 0: any free one)
  --host ADDRESS      interface to listen on (default: 127.0.0.1)
  --key FILE          private key that pays for closing audits (default: nobody; others may fetch the call)
  --rate N            requests a minute from one address (default: 600)
  --peer URL          another box of the studio to pull ballots from; may be repeated
  --peer-token FILE   secret that the boxes share`;

const DEFAULTS = { port: "4780", host: "127.0.0.1", rate: "600" } as const;

/** Reads the command line; throws a {@link UsageError} that says what is wrong. Undefined: help was asked for. */
export function parseOptions(args: string[]): BoxOptions | undefined {
  const values = parse(args);
  if (values.help === true) return undefined;
  const needed = (name: "rpc" | "studio" | "content" | "data"): string => {
    const value = values[name];
    if (value === undefined) throw new UsageError(`--${name} is missing`);
    return value;
  };
  const studio = needed("studio");
  if (!isAddress(studio)) throw new UsageError(`--studio ${studio} is not an address`);
  return {
    rpc: needed("rpc"),
    content: needed("content"),
    data: needed("data"),
    studio,
    deployment: values.deployment,
    host: values.host ?? DEFAULTS.host,
    port: whole("port", values.port ?? DEFAULTS.port, 0, 65_535),
    rate: whole("rate", values.rate ?? DEFAULTS.rate, 1, Number.MAX_SAFE_INTEGER),
    peers: values.peer ?? [],
    peerToken: values["peer-token"],
    keyFile: values.key,
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new UsageError(`--${name} is a whole number from ${least} to ${most}`);
  }
  return value;
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      options: {
        rpc: text,
        deployment: text,
        studio: text,
        content: text,
        data: text,
        host: text,
        port: text,
        rate: text,
        key: text,
        "peer-token": text,
        peer: { type: "string", multiple: true },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
