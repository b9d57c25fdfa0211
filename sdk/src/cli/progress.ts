import { Presets, SingleBar } from "cli-progress";
import type { Session } from "./session.ts";

/** Runs `work` under a bar on stderr; there is none where nobody watches. */
export async function withProgress<Result>(
  { io }: Session,
  label: string,
  total: number,
  work: (advance: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  if (!io.interactive) return work(() => undefined);
  // Only a terminal is interactive.
  const stream = io.stderr as unknown as NodeJS.WriteStream;
  const format = `${label} {bar} {value}/{total} {eta_formatted}`;
  const bar = new SingleBar({ stream, format, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  bar.start(total, 0);
  try {
    return await work((done) => bar.update(done));
  } finally {
    bar.stop();
  }
}
