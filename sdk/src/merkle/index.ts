export { LotTreeBuilder } from "./builder.ts";
export { loadKeccak256 } from "./keccak.ts";
export { ASSET_LEAF_TYPE, encodeLeafInto, hashLeaf, LEAF_BYTES, toLeaf } from "./leaf.ts";
export {
  commitRecipe,
  discloseRecipeField,
  type FieldValue,
  hashRecipeField,
  RECIPE_FIELD_TYPES,
  type RecipeCommitment,
  type RecipeContents,
  type RecipeDisclosure,
  type RecipeField,
  recipeSalt,
  verifyRecipeDisclosure,
} from "./recipe.ts";
export { buildInheritance, type Inheritance } from "./inheritance.ts";
export {
  buildMerkleSplit,
  buildReferrerList,
  hashMerkleLine,
  type MerkleLine,
  type MerkleSplit,
  type ReferrerList,
} from "./split.ts";
export { hashStandardLeaf, StandardTree } from "./standardTree.ts";
export { depthOf, PositionalTree, verifyProof, type VerifyProofParameters } from "./tree.ts";
export type { AssetLeaf, Keccak256 } from "./types.ts";
export * from "../types/ids.ts";
