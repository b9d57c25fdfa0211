import { z } from "zod";
import { ActJournalError } from "../errors/mcp.ts";
import type { ActJournal, SignedAct } from "../mcp/actJournal.ts";
import { jsonLines } from "./jsonLines.ts";

const hex = z.custom<`0x${string}`>((value) => typeof value === "string" && /^0x[0-9a-f]+$/u.test(value));

const signedAct = z.strictObject({
  ...{ requestId: z.string(), digest: hex, transaction: hex, serialized: hex, nonce: z.int().nonnegative() },
  lotId: z.string().optional(),
});

/**
 * A journal of acts in a file, one line of JSON an act, on the disk before the act is sent. Several processes may share it:
 * it is read again for every act.
 *
 * @example
 * ```ts
 * const agent = { account, wallet, mandates, commissions, journal: fileActJournal("acts.journal") };
 * await serveStdio(await createMcpServer({ ...context, agent }));
 * ```
 */
export function fileActJournal(path: string): ActJournal {
  const lines = jsonLines(path);
  return {
    read: async () => (await lines.read()).map((line, place) => parse(line, place + 1)),
    append: (act) => lines.append(act),
  };
}

function parse(line: string, place: number): SignedAct {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch (error) {
    throw new ActJournalError(place, error);
  }
  const { success, data, error } = signedAct.safeParse(document);
  if (!success) throw new ActJournalError(place, error);
  // What is absent is absent, where zod says undefined.
  return data as SignedAct;
}
