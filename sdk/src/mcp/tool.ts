import { z } from "zod";
import type { McpContext } from "./context.ts";

/** What a tool does to the world. */
export type ToolKind = "read" | "prepare" | "sign";

/** A tool as agents call it. */
export type Tool = {
  name: string;
  kind: ToolKind;
  about: string;
  input: z.ZodObject;
  run: (context: McpContext, given: Readonly<Record<string, unknown>>, signal: AbortSignal) => Promise<unknown>;
};

/** Makes a tool of its definition; arguments reach `run` checked and typed, and unknown ones are refused. */
export function defineTool<const Shape extends z.ZodRawShape>(definition: {
  name: string;
  kind: ToolKind;
  about: string;
  input: Shape;
  run: (context: McpContext, given: z.output<z.ZodObject<Shape>>, signal: AbortSignal) => Promise<unknown>;
}): Tool {
  const { input, run, ...rest } = definition;
  // The server parses every argument by its type before.
  return {
    ...rest,
    input: z.strictObject(input),
    run: (context, given, signal) => run(context, given as never, signal),
  };
}

/** A text of at most so many bytes in UTF-8. */
export const words = (bytes: number) =>
  z.string().refine((text) => new TextEncoder().encode(text).length <= bytes, {
    error: `has more than ${bytes} bytes in UTF-8`,
  });

/** Entries of a list that are asked for. */
export const PAGE = {
  first: z.int().min(1).max(100).default(20).describe("most entries, 1 to 100"),
  skip: z.int().min(0).max(1_000_000).default(0).describe("entries to leave out, oldest first"),
};
