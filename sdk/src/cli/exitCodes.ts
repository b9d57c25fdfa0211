/** What the exit codes of the program mean; scripts rely on them, so none ever changes its meaning. */
export const EXIT_CODES = {
  ok: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  network: 4,
  aborted: 5,
  locked: 6,
  unkept: 7,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** The table for `--help` and the documentation. */
export const EXIT_CODE_MEANINGS: Readonly<Record<keyof typeof EXIT_CODES, string>> = {
  ok: "done, or shown what would be done",
  failed: "checked and not as it should be: differences, a changed file, a broken rule, nothing to claim",
  usage: "the command line, a setting or a file was not understood",
  refused: "a contract or the node refused the call",
  network: "node, subgraph, content store or webhook did not answer, or is not the one that was expected",
  aborted: "a person or a wallet said no, or the program was interrupted",
  locked: "no account to act with, or a wrong password",
  unkept: "sent and done, but a receipt, text or certificate of it could not be made or written",
};
