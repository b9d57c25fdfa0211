import { type Hex, isHash, keccak256, stringToBytes } from "viem";
import { AgentInputError } from "../errors/agent.ts";
import { canonicalBytes, canonicalJson, type Json } from "../storage/json.ts";

/** What binds an agent: members vote for its hash, and the agent echoes the hash on every act. */
export type AgentPolicy = {
  model: {
    /** As its maker calls it. */
    name: string;
    /** Hash of its weights, where they are open. */
    weights?: Hex;
  };
  /** keccak-256 of the system prompt's UTF-8 bytes: another prompt is another policy. */
  systemPrompt: Hex;
  /** Names of the tools it may use. */
  tools: readonly string[];
  /** Bounds of sampling: temperature, most tokens and the like. */
  limits?: { readonly [name: string]: number | string | boolean };
  /** Hash of the program that runs it. */
  code?: Hex;
};

/** What an agent is about to run. */
export type RunningPolicy = {
  /** The model, as the generator calls it. */
  model: string;
  /** What the model is told before all else; empty where it takes no such prompt. */
  systemPrompt?: string;
};

/**
 * Throws {@link AgentInputError} unless the policy is about this model and this prompt: what echoes a policy must run it.
 * What a hosted model really is, nobody can know here.
 *
 * @example
 * ```ts
 * assertPolicyRuns(policy, { model: generator.name, systemPrompt });
 * ```
 */
export function assertPolicyRuns({ model, systemPrompt }: AgentPolicy, running: RunningPolicy): void {
  if (running.model !== model.name) {
    throw new AgentInputError("model.name of the policy", `is ${model.name}, this run's model is ${running.model}`);
  }
  const prompt = keccak256(stringToBytes(running.systemPrompt ?? ""));
  if (prompt === systemPrompt.toLowerCase()) return;
  const found = running.systemPrompt === undefined ? "without a prompt that is" : "this run's prompt has";
  throw new AgentInputError("systemPrompt of the policy", `is ${systemPrompt}, ${found} ${prompt}`);
}

/** Most characters of a policy's canonical text. */
const MAX_TEXT = 65_536;

/**
 * The policy's hash, as a mandate names it: keccak-256 of its canonical JSON (RFC 8785).
 *
 * @example
 * ```ts
 * const policyHash = hashPolicy({ model: { name: "sdxl-1.0" }, systemPrompt: keccak256(toBytes(prompt)), tools: [] });
 * ```
 */
export function hashPolicy(policy: AgentPolicy): Hex {
  return keccak256(policyBytes(policy));
}

/** The policy as one block: what members read before they vote, found by its SHA-256. */
export function policyBytes(policy: AgentPolicy): Uint8Array {
  const { model, systemPrompt, tools, limits, code } = policy;
  if (model.name.trim() === "") throw new AgentInputError("model.name", "is empty");
  for (const [field, hash] of Object.entries({ "model.weights": model.weights, systemPrompt, code })) {
    if (hash !== undefined && !isHash(hash)) throw new AgentInputError(field, "is no hash of 32 bytes");
  }
  const json: Json = {
    model: model.weights === undefined ? { name: model.name } : { name: model.name, weights: model.weights },
    systemPrompt,
    tools: [...tools].sort(),
    ...(limits === undefined ? {} : { limits }),
    ...(code === undefined ? {} : { code }),
  };
  if (canonicalJson(json).length > MAX_TEXT) throw new AgentInputError("the policy", `has over ${MAX_TEXT} characters`);
  return canonicalBytes(json);
}
