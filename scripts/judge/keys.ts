/** Ctrl-C and Ctrl-D, which a terminal in raw mode passes on as characters. */
const STOPS = ["\u0003", "\u0004"];

/** Single keys from a terminal, or characters from a pipe; ends with the input or at Ctrl-C. */
export async function* keysFrom(input: NodeJS.ReadStream): AsyncGenerator<string> {
  const terminal = input.isTTY ? input : undefined;
  terminal?.setRawMode(true);
  input.setEncoding("utf8");
  try {
    for await (const chunk of input) {
      for (const key of chunk as string) {
        if (STOPS.includes(key)) return;
        yield key;
      }
    }
  } finally {
    terminal?.setRawMode(false);
    input.pause();
  }
}
