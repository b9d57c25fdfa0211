import { GeneratorServiceError } from "../../errors/agent.ts";
import type { Generator } from "../generator.ts";
import { fileName } from "../proceduralGenerator.ts";
import { reasonIn } from "./imageService.ts";
import { promptOf } from "./prompt.ts";
import { askService, assertService, type ServiceMessage, type ServiceOptions } from "./service.ts";

/** What {@link textService} needs. */
export type TextServiceOptions = ServiceOptions & {
  /** The prompt that members voted for by its hash. */
  systemPrompt: string;
  /** What the texts are; `text/markdown` by default. */
  mediaType?: "text/markdown" | "text/plain";
  /** Further fields of the request, such as `temperature` or `max_tokens`. */
  parameters?: Readonly<Record<string, string | number | boolean>>;
};

/**
 * Texts of a service that speaks OpenAI's chat protocol (`POST chat/completions`, streamed), hosted or local. A text that
 * was cut off at the service's limit is refused instead of being taken for a whole one.
 *
 * @example
 * ```ts
 * const generator = textService({ url: "http://127.0.0.1:8080/v1", model: "writer-1", systemPrompt });
 * ```
 */
export function textService(options: TextServiceOptions): Generator {
  const { model, systemPrompt, mediaType = "text/markdown", parameters = {} } = options;
  assertService(options);
  return {
    name: model,
    generate: async (request, { signal }) => {
      const messages = [
        { role: "system", content: systemPrompt },
        { role: "user", content: promptOf(request) },
      ];
      const body = { seed: request.seed, ...parameters, model, messages, stream: true };
      const text = await askService(options, { path: "chat/completions", body, signal }, textIn);
      const extension = mediaType === "text/plain" ? "txt" : "md";
      return { name: fileName(request, extension), mediaType, bytes: new TextEncoder().encode(text) };
    },
  };
}

async function textIn(messages: AsyncIterable<ServiceMessage>): Promise<string> {
  let text = "";
  let ended: unknown;
  for await (const message of messages) {
    const { part, finish } = choiceIn(message);
    text += part;
    ended = finish ?? ended;
  }
  if (ended === "length") throw new GeneratorServiceError("cut the text off at its limit of tokens");
  if (ended === "content_filter") throw new GeneratorServiceError("held the text back");
  if (ended === undefined) throw new GeneratorServiceError("ended the text without saying so", { retryable: true });
  if (text.trim() === "") throw new GeneratorServiceError("answered an empty text");
  return text;
}

type Choice = { delta?: { content?: unknown }; message?: { content?: unknown }; finish_reason?: unknown };

/** What one message adds, and why the text ended, if it did. */
function choiceIn(message: ServiceMessage): { part: string; finish: unknown } {
  const { choices, error } = (typeof message === "object" && message !== null ? message : {}) as {
    choices?: unknown;
    error?: unknown;
  };
  if (error !== undefined) throw new GeneratorServiceError(`refused: ${reasonIn(error)}`);
  const [choice] = Array.isArray(choices) ? (choices as Choice[]) : [];
  const content = choice?.delta?.content ?? choice?.message?.content;
  return { part: typeof content === "string" ? content : "", finish: choice?.finish_reason ?? undefined };
}
