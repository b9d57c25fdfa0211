import { UnknownNameError, UnknownOrdinalError } from "../errors/input.ts";

/** The number that the contracts use for `name`. */
export function ordinalOf<const Name extends string>(names: readonly Name[], name: Name): number {
  const ordinal = names.indexOf(name);
  if (ordinal < 0) throw new UnknownNameError(name, names);
  return ordinal;
}

/** The name of the number that a contract answered. */
export function nameOf<const Name extends string>(names: readonly Name[], ordinal: number): Name {
  const name = names[ordinal];
  if (name === undefined) throw new UnknownOrdinalError(ordinal, names);
  return name;
}

/** A bit set from names; a name given twice counts once. */
export function bitsOf<const Name extends string>(names: readonly Name[], chosen: readonly Name[]): number {
  return chosen.reduce((bits, name) => bits | (1 << ordinalOf(names, name)), 0);
}

/** The names in a bit set, from bit 0 upwards. */
export function namesOf<const Name extends string>(names: readonly Name[], bits: number): Name[] {
  if (bits >> names.length !== 0) throw new UnknownOrdinalError(bits, names);
  return names.filter((_, ordinal) => (bits & (1 << ordinal)) !== 0);
}
