/** Somebody pressed Ctrl-C, or asked the process to end. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/**
 * A signal that is aborted by the first SIGINT, SIGTERM or stray error; what is running then gets the time to clean up. Further
 * ones change nothing: a Ctrl-C at the terminal arrives once from there and once from the process above.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => controller.abort(new InterruptedError(`stopped by ${name}`)));
  }
  // Without this an error that nobody waits for would end the process before it has stopped its children.
  const stray = (error: unknown) => {
    process.exitCode = 1;
    controller.abort(error);
  };
  process.on("unhandledRejection", stray);
  process.on("uncaughtException", stray);
  return controller.signal;
}

/** Passes the result of `work` through, or fails as soon as the signal is aborted. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
