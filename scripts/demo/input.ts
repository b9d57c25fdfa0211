import { MAX_LOT } from "@imprimatur/sdk";
import { LotEmptyError, LotTooLargeError } from "@imprimatur/sdk/errors";
import { listFiles } from "@imprimatur/sdk/node";

/** Refuses a folder that cannot become a lot before anything is started; returns it. */
export function checkInput(directory: string): string {
  const { length } = listFiles(directory);
  if (length === 0) throw new LotEmptyError(JSON.stringify(directory));
  if (length > MAX_LOT) throw new LotTooLargeError(length, MAX_LOT);
  return directory;
}
