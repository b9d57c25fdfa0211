/*
 * Actions that compute what others take, and are larger for it than one action may be: the root entry has them, and the
 * methods of clients.
 */
export { closeSigned, closeSignedAndWait } from "./curation/closeSigned.ts";
export { relay } from "./curation/relay.ts";
export { sampleLot } from "./curation/sampleLot.ts";
export { simulateAdjudication } from "./curation/simulateAdjudication.ts";
export { simulateClose } from "./curation/simulateClose.ts";
export { simulateSlate } from "./curation/simulateSlate.ts";
export { weighBallots } from "./curation/weighBallots.ts";
