import { ImprimaturError } from "./base.ts";

/** A lineage that no chain would accept. */
export class LineageInvalidError extends ImprimaturError {
  override readonly name = "LineageInvalidError";
  readonly recipe: number;
  constructor(recipe: number, reason: string) {
    super(`Recipe ${recipe} cannot be: ${reason}.`);
    this.recipe = recipe;
  }
}
