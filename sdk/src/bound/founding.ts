import { createStudio, type createStudioAndWait } from "../actions/studio/createStudio.ts";
import { createSuccessors, type createSuccessorsAndWait } from "../actions/studio/createSuccessors.ts";
import { getStudio } from "../actions/studio/getStudio.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Studios, as methods of a client. */
export type FoundingActions = {
  /**
   * Creates a studio: a DAO with treasury, governor, reputation and curation, in one transaction. See {@link
   * createStudio}.
   */
  createStudio: Bound<typeof createStudio>;
  /** {@link createStudio}, waiting for the receipt. */
  createStudioAndWait: Bound<typeof createStudioAndWait>;
  /** Makes modules that a studio may vote to use; anybody may. See {@link createSuccessors}. */
  createSuccessors: Bound<typeof createSuccessors>;
  /** {@link createSuccessors}, waiting for the receipt. */
  createSuccessorsAndWait: Bound<typeof createSuccessorsAndWait>;
  /**
   * Reads a studio and its modules in one round trip. The answer can be handed to `studioActions({ studio })`. See
   * {@link getStudio}.
   */
  getStudio: Bound<typeof getStudio>;
};

/** The actions behind {@link FoundingActions}. */
export const FOUNDING_ACTIONS = {
  createStudio,
  createSuccessors,
  getStudio,
} as const satisfies Record<Unwaiting<keyof FoundingActions>, unknown>;
