"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getStudio } from "../../actions/studio/getStudio.ts";
import { createStudio, createStudioAndWait } from "../../actions/studio/createStudio.ts";
import { createSuccessors, createSuccessorsAndWait } from "../../actions/studio/createSuccessors.ts";
import { graduate, graduateAndWait } from "../../actions/studio/graduate.ts";
import { replaceElectorate, replaceElectorateAndWait } from "../../actions/studio/replaceElectorate.ts";
import { setBoard, setBoardAndWait } from "../../actions/studio/setBoard.ts";
import { setCharter, setCharterAndWait } from "../../actions/studio/setCharter.ts";
import { setCommissions, setCommissionsAndWait } from "../../actions/studio/setCommissions.ts";
import { setCuration, setCurationAndWait } from "../../actions/studio/setCuration.ts";
import { setImpact, setImpactAndWait } from "../../actions/studio/setImpact.ts";
import { setMandates, setMandatesAndWait } from "../../actions/studio/setMandates.ts";
import { setRegistrar, setRegistrarAndWait } from "../../actions/studio/setRegistrar.ts";
import { getStudioQueryOptions } from "../../query/generated/studio.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * Creates a studio: a DAO with treasury, governor, reputation, curation and, if it has seats, an ethics board, in one
 * transaction. {@link createStudio} as a mutation.
 */
export const useCreateStudio: WriteHook<typeof createStudio, createStudio.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "createStudio",
  createStudio,
);

/** {@link useCreateStudio}, waiting for the receipt; what it changes is asked anew. */
export const useCreateStudioAndWait: WriteHook<typeof createStudioAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "createStudioAndWait", createStudioAndWait);

/**
 * Makes modules that a studio may vote to use; anybody may, and until then they have no power. {@link
 * createSuccessors} as a mutation.
 */
export const useCreateSuccessors: WriteHook<typeof createSuccessors, createSuccessors.ErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "createSuccessors", createSuccessors);

/** {@link useCreateSuccessors}, waiting for the receipt; what it changes is asked anew. */
export const useCreateSuccessorsAndWait: WriteHook<typeof createSuccessorsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "createSuccessorsAndWait", createSuccessorsAndWait);

/**
 * Reads a studio and its modules in one round trip. The answer can be handed to `studioActions({ studio })`. {@link
 * getStudio} as a query.
 */
export const useGetStudio: ReadHook<typeof getStudio, getStudio.ErrorType> =
  /* @__PURE__ */ defineReadHook(getStudioQueryOptions);

/** {@link useGetStudio}, for which the component waits. */
export const useSuspenseGetStudio: SuspenseReadHook<typeof getStudio, getStudio.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getStudioQueryOptions);

/**
 * Turns a solo studio into one of several members, with another electorate and another gate; only the timelock may.
 * {@link graduate} as a mutation.
 */
export const useGraduate: WriteHook<typeof graduate, graduate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "graduate",
  graduate,
);

/** {@link useGraduate}, waiting for the receipt; what it changes is asked anew. */
export const useGraduateAndWait: WriteHook<typeof graduateAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "graduateAndWait",
  graduateAndWait,
);

/**
 * Replaces governor and reputation in one step; only the timelock may. Whatever the old governor queued can never be
 * executed. {@link replaceElectorate} as a mutation.
 */
export const useReplaceElectorate: WriteHook<typeof replaceElectorate, replaceElectorate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "replaceElectorate", replaceElectorate);

/** {@link useReplaceElectorate}, waiting for the receipt; what it changes is asked anew. */
export const useReplaceElectorateAndWait: WriteHook<typeof replaceElectorateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "replaceElectorateAndWait", replaceElectorateAndWait);

/** Replaces the ethics board, which cannot veto that; only the timelock may. {@link setBoard} as a mutation. */
export const useSetBoard: WriteHook<typeof setBoard, setBoard.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setBoard",
  setBoard,
);

/** {@link useSetBoard}, waiting for the receipt; what it changes is asked anew. */
export const useSetBoardAndWait: WriteHook<typeof setBoardAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setBoardAndWait",
  setBoardAndWait,
);

/** Puts a new version of the charter into force; only the timelock may. {@link setCharter} as a mutation. */
export const useSetCharter: WriteHook<typeof setCharter, setCharter.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setCharter",
  setCharter,
);

/** {@link useSetCharter}, waiting for the receipt; what it changes is asked anew. */
export const useSetCharterAndWait: WriteHook<typeof setCharterAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setCharterAndWait",
  setCharterAndWait,
);

/** Replaces the commissions; only the timelock may. {@link setCommissions} as a mutation. */
export const useSetCommissions: WriteHook<typeof setCommissions, setCommissions.ErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "setCommissions", setCommissions);

/** {@link useSetCommissions}, waiting for the receipt; what it changes is asked anew. */
export const useSetCommissionsAndWait: WriteHook<typeof setCommissionsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "setCommissionsAndWait", setCommissionsAndWait);

/**
 * Replaces the gate for new lots; only the timelock may. The old gate goes on judging its own lots. {@link
 * setCuration} as a mutation.
 */
export const useSetCuration: WriteHook<typeof setCuration, setCuration.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setCuration",
  setCuration,
);

/** {@link useSetCuration}, waiting for the receipt; what it changes is asked anew. */
export const useSetCurationAndWait: WriteHook<typeof setCurationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "setCurationAndWait", setCurationAndWait);

/**
 * Replaces what grants reputation for impact, which no studio has at birth; only the timelock may. {@link setImpact}
 * as a mutation.
 */
export const useSetImpact: WriteHook<typeof setImpact, setImpact.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setImpact",
  setImpact,
);

/** {@link useSetImpact}, waiting for the receipt; what it changes is asked anew. */
export const useSetImpactAndWait: WriteHook<typeof setImpactAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setImpactAndWait",
  setImpactAndWait,
);

/**
 * Replaces the agents' mandates; only the timelock may, and only once the old ones cannot spend any more. {@link
 * setMandates} as a mutation.
 */
export const useSetMandates: WriteHook<typeof setMandates, setMandates.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setMandates",
  setMandates,
);

/** {@link useSetMandates}, waiting for the receipt; what it changes is asked anew. */
export const useSetMandatesAndWait: WriteHook<typeof setMandatesAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "setMandatesAndWait", setMandatesAndWait);

/** Appoints who registers recipes and mints for the studio; only the timelock may. {@link setRegistrar} as a mutation. */
export const useSetRegistrar: WriteHook<typeof setRegistrar, setRegistrar.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "studio",
  "setRegistrar",
  setRegistrar,
);

/** {@link useSetRegistrar}, waiting for the receipt; what it changes is asked anew. */
export const useSetRegistrarAndWait: WriteHook<typeof setRegistrarAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("studio", "setRegistrarAndWait", setRegistrarAndWait);
