/*
 * What a page loads when the first request fails or logs are read: one part, for each more costs an index of its own.
 */
export { learnErrors, toStudioError } from "../../errors/decode.ts";
export { readPages } from "../../logs/readPages.ts";
export { requireSuccess, throwMeaning } from "./failedReceipt.ts";
