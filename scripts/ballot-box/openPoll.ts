import { expectedOf, membersOf } from "./panel.ts";
import type { Member, Poll } from "./poll.ts";
import type { PollFacts, SampleFacts } from "./pollFacts.ts";

/** A poll that computes sample and panel when somebody asks, and keeps them while they stay the same. */
export class OpenPoll implements Poll {
  readonly id: Poll["id"];
  readonly kind: Poll["kind"];
  readonly subject: Poll["subject"];
  readonly seed: Poll["seed"];
  readonly firstWord: Poll["firstWord"];
  readonly count: Poll["count"];
  readonly charterVersion: Poll["charterVersion"];
  readonly deadline: Poll["deadline"];
  readonly end: Poll["end"];
  readonly widening: Poll["widening"];
  readonly present: Poll["present"];
  readonly challenges: Poll["challenges"];
  readonly #facts: PollFacts;
  #sample: SampleFacts | undefined;
  #members: ReadonlyMap<number, Member> | undefined;

  constructor(facts: PollFacts, before: OpenPoll | undefined) {
    this.#facts = facts;
    this.id = facts.id;
    this.kind = facts.kind;
    this.subject = facts.subject;
    this.seed = facts.seed;
    this.firstWord = facts.firstWord;
    this.count = facts.count;
    this.charterVersion = facts.charterVersion;
    this.deadline = facts.deadline;
    this.end = facts.end;
    this.widening = facts.widening;
    this.present = facts.present;
    this.challenges = facts.challenges;
    if (before === undefined) return;
    if (before.#facts.sampleKey === facts.sampleKey) this.#sample = before.#sample;
    if (before.#facts.curators === facts.curators) this.#members = before.#members;
  }

  get lanes(): Poll["lanes"] {
    return this.#sampled.lanes;
  }

  get items(): Poll["items"] {
    return this.#sampled.items;
  }

  get members(): Poll["members"] {
    this.#members ??= membersOf(this.#facts.draw, this.#facts.curators);
    return this.#members;
  }

  get expectedWeight(): Poll["expectedWeight"] {
    return expectedOf(this.#facts.draw);
  }

  get #sampled(): SampleFacts {
    this.#sample ??= this.#facts.sample();
    return this.#sample;
  }
}
