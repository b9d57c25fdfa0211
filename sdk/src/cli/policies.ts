import { z } from "zod";
import type { AgentPolicy } from "../agent/policy.ts";
import { readJson } from "./files.ts";
import type { Session } from "./session.ts";
import * as values from "./values.ts";

/** The policy that runs: its hash is what members voted for. */
const policyFile = z.strictObject({
  model: z.strictObject({ name: values.text, weights: values.hash.optional() }),
  systemPrompt: values.hash,
  tools: z.array(values.text),
  limits: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).optional(),
  code: values.hash.optional(),
});

/** Reads a policy out of a file that a person named. */
export const readPolicy = async (session: Session, path: string): Promise<AgentPolicy> =>
  (await readJson(session.path(path), policyFile)) as AgentPolicy;
