import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Address, isAddress } from "viem";
import { UsageError } from "../ballot-box/options.ts";

export interface JudgeOptions {
  rpc: string;
  studio: Address;
  /** Undefined: the one of the chain. */
  deployment: string | undefined;
  /** Ballot box; undefined: files come from the content store. */
  box: string | undefined;
  content: string | undefined;
  keyFile: string;
  poll: string | undefined;
  directory: string;
  direct: boolean;
  payerFile: string | undefined;
  list: boolean;
}

export const USAGE = `npm run judge -- --rpc URL --studio ADDRESS --key FILE --box URL [options]

Shows a curator one sampled file after the other, keeps every answer at once, signs the ballot and hands it in.
What is to be judged is read from the chain; the box only brings the files, each with the proof of its place.

  y good   n defective (then 1-9 for the reason, if the charter names any)   s skip   u undo   q stop; later goes on

  --rpc URL          node of the chain
  --studio ADDRESS   the studio
  --key FILE         private ballot key
  --box URL          ballot box that has the files and takes the ballot
  --content URL      content store to take the files from, without a box
  --direct           cast the ballot on chain instead of handing it to a box
  --payer FILE       private key that pays for --direct
  --poll ID          which poll, where more than one waits
  --list             say what waits, and stop
  --work DIR         folder for files and answers (default: judging)
  --deployment FILE  addresses (default: deployments/<chain id>.json)`;

/** Reads the command line; throws a {@link UsageError} that says what is wrong. Undefined: help was asked for. */
export function parseOptions(args: string[]): JudgeOptions | undefined {
  const values = parse(args);
  if (values.help === true) return undefined;
  const { box, content, direct = false, key, payer, rpc, studio } = values;
  if (rpc === undefined || studio === undefined || key === undefined) {
    throw new UsageError("--rpc, --studio and --key are needed");
  }
  if (!isAddress(studio)) throw new UsageError(`--studio ${studio} is not an address`);
  if ((box === undefined) === (content === undefined)) throw new UsageError("either --box or --content is needed");
  if (box === undefined && !direct) throw new UsageError("without --box the ballot is cast with --direct");
  if (direct && payer === undefined) throw new UsageError("--direct needs --payer");
  return {
    ...{ rpc, studio, box, content, direct },
    deployment: values.deployment,
    keyFile: key,
    payerFile: payer,
    poll: values.poll,
    list: values.list ?? false,
    directory: resolve(process.env["INIT_CWD"] ?? ".", values.work ?? "judging"),
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args,
      options: {
        ...{ rpc: text, studio: text, deployment: text, key: text, box: text, content: text, payer: text },
        ...{ poll: text, work: text, direct: flag, list: flag },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
