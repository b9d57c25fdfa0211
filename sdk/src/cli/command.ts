import { z } from "zod";
import type { Answer } from "./answer.ts";
import type { Session } from "./session.ts";

/** An argument or option: what it is about, and what it may be. */
export type Field<Type extends z.ZodType = z.ZodType> = {
  about: string;
  type: Type;
  /** What stands for the value in the help; absent for switches. */
  value?: string;
  /** May be given several times. */
  many?: true;
};

export type Fields = Readonly<Record<string, Field>>;

/** Of a command that takes none. */
type NoFields = Readonly<Record<string, never>>;

type Given<Some extends Fields> = { [Name in keyof Some]: z.output<Some[Name]["type"]> };

/** One command of the program. */
export type Command = {
  name: string;
  about: string;
  args: Fields;
  options: Fields;
  /** Whether it sends transactions or changes something elsewhere: then it is a dry run unless told otherwise. */
  sends: boolean;
  /** Command lines for the help, without the program's name. */
  examples: readonly string[];
  run: (session: Session, given: Readonly<Record<string, unknown>>) => Promise<Answer>;
};

/** Commands about one subject. */
export type CommandGroup = { name: string; about: string; commands: readonly Command[] };

/** Makes a command of its definition; arguments and options reach `run` checked and typed. */
export function defineCommand<
  const Args extends Fields = NoFields,
  const Options extends Fields = NoFields,
>(definition: {
  name: string;
  about: string;
  args?: Args;
  options?: Options;
  sends?: boolean;
  examples: readonly string[];
  run: (session: Session, given: Given<Args> & Given<Options>) => Promise<Answer>;
}): Command {
  const { args = {}, options = {}, sends = false, run, ...rest } = definition;
  return {
    ...rest,
    args,
    options,
    sends,
    // The program parses every field by its type before.
    run: (session, given) => run(session, given as Given<Args> & Given<Options>),
  };
}

/** An option with a value that may be left out. */
export const option = <Type extends z.ZodType>(value: string, about: string, type: Type) => ({
  about,
  value,
  type: type.optional(),
});

/** An argument or option that is needed. */
export const needed = <Type extends z.ZodType>(value: string, about: string, type: Type) => ({ about, value, type });

/** An argument or option of which there may be several, or none. */
export const several = <Type extends z.ZodType>(value: string, about: string, type: Type) => ({
  about,
  value,
  type: z.array(type).default([]),
  many: true as const,
});

/** A switch. */
export const flag = (about: string) => ({ about, type: z.boolean().default(false) });
