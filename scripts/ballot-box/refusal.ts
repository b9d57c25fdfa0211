/** Every reason for which a ballot is refused, with its HTTP status and what is wrong. */
export const REASONS = {
  malformed: [400, "the request is not what the documentation says"],
  wordCount: [400, "the ballot has another number of words than the poll"],
  contradiction: [400, "a lane is judged both ok and defect"],
  beyondSample: [400, "a lane is judged that is not asked for"],
  malleable: [400, "the signature is not in its one canonical form"],
  unauthorized: [401, "the exchange between boxes asks for their token"],
  wrongSigner: [403, "the signature is not by the curator's present key over this ballot"],
  notDrawn: [403, "the seed did not draw this curator"],
  ownLot: [403, "the curator produced the lot"],
  delegate: [403, "the lot's producer delegates its votes to the curator"],
  challenger: [403, "the curator challenged the lot"],
  struckOff: [403, "the curator was struck off for signing two ballots"],
  agent: [403, "the studio's terms let no agents judge"],
  sealed: [403, "ballots are shown once their deadline has passed"],
  unknownPoll: [404, "there is no such poll"],
  unknownCurator: [404, "there is no such curator"],
  unknownFile: [404, "the poll does not ask for this position"],
  unavailable: [404, "the content store does not have the file, or not the one that was committed"],
  duplicate: [409, "this ballot is stored already; nothing was changed"],
  equivocation: [409, "the curator signed another ballot before, which stands; both are kept as evidence"],
  early: [409, "the panel is not drawn yet"],
  wrongSeed: [409, "the ballot was signed for another draw"],
  charter: [409, "the ballot names another charter version"],
  notReady: [409, "the ballots make no verdict yet"],
  late: [410, "the verdict is final"],
  expired: [410, "the audit has expired"],
  tooLarge: [413, "the request is too large"],
  tooMany: [429, "too many requests from this address"],
  busy: [503, "the box cannot answer now; try again"],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type Reason = keyof typeof REASONS;

/** A request that is answered with a reason. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: Reason;
  /** HTTP status; fastify reads it. */
  readonly statusCode: number;
  constructor(reason: Reason, detail?: string) {
    const [status, sentence] = REASONS[reason];
    super(detail === undefined ? sentence : `${sentence}: ${detail}`);
    this.reason = reason;
    this.statusCode = status;
  }
}
