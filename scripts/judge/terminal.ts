import { mkdir } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Poll } from "../ballot-box/poll.ts";
import { plainText } from "./plainText.ts";
import type { Piece, Source } from "./source.ts";
import type { Screen } from "./session.ts";

/** Shows pieces as lines of text and keeps their files where another program can open them. */
export function terminalScreen({ directory, poll, source }: { directory: string; poll: Poll; source: Source }): Screen {
  const print = (line: string): void => console.log(line);
  return {
    piece: async (piece, { number, total }) => {
      const path = await fetched(source, poll, piece, directory);
      print(`\n${number}/${total}  asset ${piece.position} of ${poll.count}${inLot(poll, piece)}`);
      print(
        `  ${plainText(piece.mediaType)}, ${piece.bytes.toLocaleString("en-US")} bytes: "${plainText(piece.name)}"`,
      );
      print(`  ${path}`);
      print(
        poll.kind === "slate"
          ? "  [y] choose  [n] pass  [u]ndo  [q]uit"
          : "  [y] good  [n] defective  [s]kip  [u]ndo  [q]uit",
      );
    },
    reasons: (reasons) => {
      reasons.forEach(({ title }, place) => print(`    [${place + 1}] ${plainText(title)}`));
      print("    [0] none of these");
    },
    answered: (answer) => print(`  → ${plainText(answer)}`),
    summary: ({ answers }) => {
      const count = (judgment: string | undefined): number =>
        answers.filter((each) => each.judgment === judgment).length;
      print(`\n${count("ok")} good, ${count("defect")} defective, ${count(undefined)} skipped`);
      print("  [y] sign and hand in  [u]ndo  [q] later");
    },
  };
}

const inLot = (poll: Poll, { lotId }: Piece): string => (poll.kind === "slate" ? `, lot ${lotId}` : "");

/** A name that somebody made up is no path: the file is called by its place, with an ending only if it is a plain one. */
async function fetched(source: Source, poll: Poll, piece: Piece, directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const ending = extname(piece.name).toLowerCase();
  const path = join(directory, `${piece.position}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`);
  await source.save(poll, piece, path);
  return path;
}
