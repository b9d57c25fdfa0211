/** Two accounts of the same fact that do not agree. */
export type Difference = {
  /** What the fact is about, for example `lot 12` or `ledger of recipe 3`. */
  subject: string;
  field: string;
  /** As logged or stored. */
  found: string;
  /** As re-computed. */
  expected: string;
};

type Comparable = string | number | bigint | boolean | undefined | readonly number[];

/** Compares the fields of `expected` with those of `found`. */
export function differ<Field extends string>(
  subject: string,
  found: { readonly [field in NoInfer<Field>]?: Comparable },
  expected: { readonly [field in Field]: Comparable },
): Difference[] {
  return (Object.keys(expected) as Field[])
    .map((field) => ({ subject, field, found: String(found[field]), expected: String(expected[field]) }))
    .filter((pair) => pair.found !== pair.expected);
}
