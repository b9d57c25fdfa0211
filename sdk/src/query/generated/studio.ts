// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getStudio } from "../../actions/studio/getStudio.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/**
 * Reads a studio and its modules in one round trip. The answer can be handed to `studioActions({ studio })`. The
 * query of {@link getStudio}.
 */
export const getStudioQueryOptions: ReadQuery<typeof getStudio> = /* @__PURE__ */ defineReadQuery(
  "studio",
  "getStudio",
  getStudio,
);
