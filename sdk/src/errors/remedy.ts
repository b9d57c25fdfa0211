/** What kinds of refusal there are; each kind is a class. */
export const FAMILIES = [
  "unauthorized",
  "unknown",
  "duplicate",
  "timing",
  "input",
  "limit",
  "proof",
  "state",
  "payment",
  "unsupported",
] as const;

/** What kind of refusal an error is. */
export type Family = (typeof FAMILIES)[number];

/** Family of an error and what the caller can do about it. */
export type Remedy = readonly [family: Family, hint: string];

/** What only a vote does. */
export const BY_VOTE = "Propose it to the governor: only the timelock may.";
