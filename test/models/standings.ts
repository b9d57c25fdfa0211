/** A standing as StandingSet tells it, and when it was told. */
export interface StandingSet {
  index: number;
  epoch: number;
  standing: number;
}

/** What counts in an epoch: who stands in it and how much that is together. */
export interface Electorate {
  curators: number;
  standing: number;
}

const LIFE = 4;

/**
 * Standings and sums of every epoch out of all events in order, the slow way: each curator keeps the whole list of its
 * standings, and a sum is added up anew. Whoever is struck off stays in the sums of the epoch in which it happened.
 */
export class ModelElectorate {
  readonly #standings = new Map<number, { epoch: number; standing: number }[]>();
  readonly #struckOff = new Set<number>();

  set({ index, epoch, standing }: StandingSet): void {
    const list = (this.#standings.get(index) ?? []).filter((each) => each.epoch !== epoch);
    this.#standings.set(index, [...list, { epoch, standing }]);
  }

  strikeOff(index: number): void {
    this.#struckOff.add(index);
  }

  readmit(index: number): void {
    this.#struckOff.delete(index);
  }

  standingOf(index: number, epoch: number): number {
    return this.#struckOff.has(index) ? 0 : this.#counted(index, epoch);
  }

  sumOf(epoch: number): Electorate {
    const counted = [...this.#standings.keys()].map((index) => this.#counted(index, epoch));
    return {
      curators: counted.filter((standing) => standing !== 0).length,
      standing: counted.reduce((sum, standing) => sum + standing, 0),
    };
  }

  /** The newest standing that had begun, unless it is stale. */
  #counted(index: number, epoch: number): number {
    const begun = (this.#standings.get(index) ?? []).filter((each) => each.epoch <= epoch);
    const newest = begun.reduce((best, each) => (each.epoch >= best.epoch ? each : best), {
      epoch: -LIFE,
      standing: 0,
    });
    return epoch < newest.epoch + LIFE ? newest.standing : 0;
  }
}
