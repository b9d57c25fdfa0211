import { ToolTimeoutError } from "../errors/mcp.ts";
import type { McpContext } from "./context.ts";
import type { Tool } from "./tool.ts";

/** A tool that a client called; the client aborts it when it does not want the answer any more. */
export type ToolCall = { tool: Tool; given: Readonly<Record<string, unknown>>; signal: AbortSignal };

/** What a tool answers, or that it did not in time: a node that hangs makes no client hang. */
export async function answerInTime(context: McpContext, { tool, given, signal }: ToolCall, milliseconds: number) {
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new ToolTimeoutError(tool.name, milliseconds, hintOf(tool));
      over.abort(error);
      reject(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([tool.run(context, given, AbortSignal.any([signal, over.signal])), late]);
  } finally {
    clearTimeout(timer);
  }
}

const hintOf = ({ kind }: Tool): string =>
  kind === "sign"
    ? "It may have been sent. Ask again with the same requestId: nothing is done twice."
    : "The node or the store is slow: ask again, or for less.";
