import { StorageRefusedError, StorageUnreachableError } from "../../errors/storage.ts";

/** Makes a request fail by class: unreachable, or refused with its status. */
export async function ask(service: string, what: string, send: () => Promise<Response>): Promise<Response> {
  const response = await reach(service, send);
  if (response.ok) return response;
  throw new StorageRefusedError(service, what, response.status, await reach(service, () => response.text()));
}

/** A line that breaks while the answer is read is as good as none. */
export async function reach<Answer>(service: string, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    throw new StorageUnreachableError(service, error);
  }
}

/** The body of an answer as a stream that fails by class. */
export function bodyOf(service: string, response: Response): ReadableStream<Uint8Array> {
  const reader = response.body?.getReader();
  return new ReadableStream({
    async pull(controller) {
      const piece = await reach(service, async () => reader?.read());
      if (piece === undefined || piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

/** A base address without the slash at its end. */
export const baseOf = (url: string): string => url.replace(/\/+$/, "");
