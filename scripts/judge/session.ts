import type { DefectReason } from "./charter.ts";
import type { Progress } from "./progress.ts";
import type { Piece } from "./source.ts";

/** What a session shows. */
export interface Screen {
  piece(piece: Piece, place: { number: number; total: number }): Promise<void>;
  reasons(reasons: readonly DefectReason[]): void;
  answered(answer: string): void;
  summary(progress: Progress): void;
}

export interface SessionParameters {
  pieces: readonly Piece[];
  progress: Progress;
  keys: AsyncIterator<string>;
  screen: Screen;
  /** Of the charter; may be none. */
  reasons: readonly DefectReason[];
}

/** Asks for every piece that has no answer yet, and then for consent to sign; false: stopped before that. */
export async function judgePieces(session: SessionParameters): Promise<boolean> {
  const { pieces, progress, keys, screen } = session;
  for (;;) {
    const number = progress.answers.length;
    const piece = pieces[number];
    if (piece === undefined) screen.summary(progress);
    else await screen.piece(piece, { number: number + 1, total: pieces.length });
    const key = await nextOf(keys, piece === undefined ? "yuq" : "ynsuq");
    if (key === undefined || key === "q") return false;
    if (key === "u") takeBack(session);
    else if (piece === undefined) return true;
    else await answer(session, key);
  }
}

function takeBack({ progress, screen }: SessionParameters): void {
  progress.undo();
  screen.answered("taken back");
}

async function answer({ progress, keys, reasons, screen }: SessionParameters, key: string): Promise<void> {
  if (key === "s") progress.add({ judgment: undefined });
  else progress.add({ judgment: key === "y" ? "ok" : "defect" });
  screen.answered({ s: "skipped", y: "good" }[key] ?? "defective");
  if (key !== "n" || reasons.length === 0) return;
  screen.reasons(reasons);
  const choices = reasons.map((_, place) => String(place + 1)).join("");
  const chosen = await nextOf(keys, `${choices}0\r\n `);
  const reason = reasons[Number(chosen) - 1];
  if (reason === undefined) return;
  progress.explain(reason.code);
  screen.answered(reason.code);
}

/** The next key that means something here; undefined: there will be none. */
async function nextOf(keys: AsyncIterator<string>, known: string): Promise<string | undefined> {
  for (;;) {
    const next = await keys.next();
    if (next.done === true) return undefined;
    const key = next.value.toLowerCase();
    if (known.includes(key)) return key;
  }
}
