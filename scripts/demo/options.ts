import { parseArgs } from "node:util";

/** A fault the demo can be told to build in. */
export const SABOTAGES = {
  overlook: "the curators overlook every defect",
  shortchange: "the treasury's expected share is off by one unit",
  forge: "the license certificate names somebody else",
  omit: "the earnings statement leaves out a line",
} as const;
export type Sabotage = keyof typeof SABOTAGES;

export interface DemoOptions {
  /** Folder with the files of the sampled lot; undefined: a thousand pictures are made. */
  input: string | undefined;
  /** Tells of one lot of so many generated files, its judges and their pay, instead of the whole story. */
  assets: number | undefined;
  /** Tells of an agent on a leash instead: its mandate, its work, its limits. */
  agent: boolean;
  /** Leaves the stack running after the agent's story, until Ctrl-C. */
  keep: boolean;
  /** Folder for the documents that the story leaves. */
  output: string;
  sabotage: Sabotage | undefined;
  help: boolean;
}

/** The command line was not understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Where the documents go unless another folder is named. */
const DEFAULT_OUTPUT = "demo-output";

export const USAGE = `npm run demo -- [--input DIR | --assets N | --agent [--keep]] [--output DIR] [--sabotage FAULT]

Tells the whole story on a local stack of its own: lineage, studio, curation, licenses and titles, refund and transfer,
certificate, royalties, earnings statement, governance, audit.
Every step is asserted; the exit code is 0 only if all of them came out as they should.

  --input DIR       commit the files of this folder (1 to 65,536) instead of pictures made on the spot
  --assets N        instead: one lot of N generated files (16 to 65,536) through commit, seed, audit by curators in
                    processes of their own, challenge, adjudication, pay and release, with what it costs
  --agent           instead: members give an agent a mandate and commission a comic; it generates, screens, signs and
                    commits script, characters and panels, buys compute, is refused, paused, reviewed and paid;
                    then the command line verifies what it delivered
  --keep            with --agent: leave the stack running until Ctrl-C, to verify the delivered files yourself
  --output DIR      write license texts, certificate, earnings statement and delivered files there (default: ${DEFAULT_OUTPUT})
  --sabotage FAULT  build a fault in, to see the story notice it:
${Object.entries(SABOTAGES)
  .map(([fault, text]) => `                    ${fault.padEnd(12)} ${text}`)
  .join("\n")}`;

/** Reads the command line; throws a {@link UsageError} that says what is wrong. */
export function parseOptions(args: string[]): DemoOptions {
  const { input, assets, agent = false, keep = false, output = DEFAULT_OUTPUT, sabotage, help } = parse(args);
  if (sabotage !== undefined && !Object.hasOwn(SABOTAGES, sabotage)) {
    throw new UsageError(`unknown fault "${sabotage}": choose ${Object.keys(SABOTAGES).join(" or ")}`);
  }
  if (assets !== undefined && input !== undefined)
    throw new UsageError("--assets makes its own files: leave out --input");
  if (agent && (assets !== undefined || input !== undefined || sabotage !== undefined)) {
    throw new UsageError("--agent tells a story of its own: leave out --input, --assets and --sabotage");
  }
  if (keep && !agent)
    throw new UsageError("--keep goes with --agent: npm start leaves the whole story's stack running");
  return {
    input,
    assets: countIn(assets),
    agent,
    keep,
    output,
    sabotage: sabotage as Sabotage | undefined,
    help: help ?? false,
  };
}

/** Fewer files would be no sample, more no lot. */
const ASSETS = { least: 16, most: 65_536 } as const;

function countIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= ASSETS.least && count <= ASSETS.most) return count;
  throw new UsageError(`--assets is a whole number from ${ASSETS.least} to ${ASSETS.most.toLocaleString("en-US")}`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        input: { type: "string" },
        assets: { type: "string" },
        agent: { type: "boolean" },
        keep: { type: "boolean" },
        output: { type: "string" },
        sabotage: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
