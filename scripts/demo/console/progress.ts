import { Presets, SingleBar } from "cli-progress";

/** Runs `work` under a progress bar; the bar is left out where nobody watches a terminal. */
export async function withProgress<T>(
  label: string,
  total: number,
  work: (advance: (done: number) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar(
    { format: `  ${label} {bar} {value}/{total}`, clearOnComplete: true },
    Presets.shades_classic,
  );
  if (!process.stdout.isTTY) return work(() => undefined);
  bar.start(total, 0);
  try {
    return await work((done) => bar.update(done));
  } finally {
    bar.stop();
  }
}
