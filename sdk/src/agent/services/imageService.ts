import { GeneratorServiceError } from "../../errors/agent.ts";
import type { Generator } from "../generator.ts";
import { fileName } from "../proceduralGenerator.ts";
import { promptOf } from "./prompt.ts";
import { askService, assertService, type ServiceMessage, type ServiceOptions } from "./service.ts";

/** What {@link imageService} needs. */
export type ImageServiceOptions = ServiceOptions & {
  /** As the service writes it, such as `1024x1024`. */
  size?: string;
  /** Asks for a stream, which shows earlier that nothing comes; off by default: not every service has it. */
  stream?: boolean;
  /** Further fields of the request, such as `quality` or `background`. */
  parameters?: Readonly<Record<string, string | number | boolean>>;
};

/**
 * Pictures of a service that speaks OpenAI's image protocol (`POST images/generations`), hosted or local. Whatever came
 * is looked at before it counts: it has to begin as a PNG, JPEG or WebP does.
 *
 * @example
 * ```ts
 * const generator = imageService({ url: "https://api.example.com/v1", model: "image-1", apiKey });
 * ```
 */
export function imageService(options: ImageServiceOptions): Generator {
  const { model, size, stream = false, parameters = {} } = options;
  assertService(options);
  return {
    name: model,
    generate: async (request, { signal }) => {
      const common = { ...parameters, model, prompt: promptOf(request), n: 1 };
      const form = stream ? { stream: true } : { response_format: "b64_json" };
      const body = { ...common, ...form, ...(size === undefined ? {} : { size }) };
      const bytes = await askService(options, { path: "images/generations", body, signal }, pictureIn);
      const { mediaType, extension } = formatOf(bytes);
      return { name: fileName(request, extension), mediaType, bytes };
    },
  };
}

async function pictureIn(messages: AsyncIterable<ServiceMessage>): Promise<Uint8Array> {
  for await (const message of messages) {
    const coded = codedIn(message);
    if (coded !== undefined) return fromBase64(coded);
  }
  throw new GeneratorServiceError("answered without a picture");
}

/** Base64 of the finished picture; undefined in messages about parts of it. */
function codedIn(message: ServiceMessage): string | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, b64_json: whole, data, error } = message as Record<string, unknown>;
  if (error !== undefined) throw new GeneratorServiceError(`refused: ${reasonIn(error)}`);
  if (typeof whole === "string" && type === "image_generation.completed") return whole;
  const [first] = Array.isArray(data) ? (data as { b64_json?: unknown }[]) : [];
  return typeof first?.b64_json === "string" ? first.b64_json : undefined;
}

/** The reason that a service gives in an answer, shortened: it may say anything. */
export function reasonIn(error: unknown): string {
  const { message } = (typeof error === "object" && error !== null ? error : {}) as { message?: unknown };
  return (typeof message === "string" ? message : JSON.stringify(error)).slice(0, 300);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (error) {
    throw new GeneratorServiceError("answered a picture that is no base64", { cause: error });
  }
}

const FORMATS = [
  { mediaType: "image/png", extension: "png", at: 0, magic: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: "image/jpeg", extension: "jpg", at: 0, magic: [0xff, 0xd8, 0xff] },
  { mediaType: "image/webp", extension: "webp", at: 8, magic: [0x57, 0x45, 0x42, 0x50] },
] as const;

function formatOf(bytes: Uint8Array): (typeof FORMATS)[number] {
  const found = FORMATS.find(({ at, magic }) => magic.every((byte, place) => bytes[at + place] === byte));
  if (found === undefined) throw new GeneratorServiceError("answered something that is no PNG, JPEG or WebP");
  return found;
}
