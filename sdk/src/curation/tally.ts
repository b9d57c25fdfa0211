/** Weighted votes on any number of lanes at once: bit l of plane i is bit i of lane l's sum. */
export class LaneSums {
  readonly #planes: bigint[] = [];

  /** Adds `weight`, a power of two, to every lane that is set. */
  add(lanes: bigint, weight: number): void {
    let carry = lanes;
    for (let plane = Math.log2(weight); carry !== 0n; plane += 1) {
      const old = this.#planes[plane] ?? 0n;
      this.#planes[plane] = old ^ carry;
      carry &= old;
    }
  }

  /** Lanes whose sum is at least `threshold`, among `all`. */
  atLeast(threshold: number, all: bigint): bigint {
    return threshold === 0 ? all : this.#compare(all, (plane) => (isSet(threshold, plane) ? all : 0n), true);
  }

  /** Lanes whose sum is greater than the other's, among `all`. */
  above(other: LaneSums, all: bigint): bigint {
    return this.#compare(all, (plane) => other.#planes[plane] ?? 0n, false, other.#planes.length);
  }

  /** Sum of one lane. */
  of(lane: number): number {
    const bit = 1n << BigInt(lane);
    return this.#planes.reduce((sum, plane, place) => ((plane & bit) === 0n ? sum : sum + 2 ** place), 0);
  }

  /** How many planes there may be bits in. */
  get width(): number {
    return this.#planes.length;
  }

  /** One bit of every lane's sum. */
  plane(place: number): bigint {
    return this.#planes[place] ?? 0n;
  }

  #compare(all: bigint, other: (plane: number) => bigint, orEqual: boolean, otherWidth = 32): bigint {
    let [greater, equal] = [0n, all];
    for (let plane = Math.max(this.#planes.length, otherWidth) - 1; plane >= 0; plane -= 1) {
      const [x, y] = [this.#planes[plane] ?? 0n, other(plane)];
      greater |= equal & x & ~y;
      equal &= ~(x ^ y);
    }
    return orEqual ? greater | equal : greater;
  }
}

const isSet = (value: number, place: number): boolean => Math.floor(value / 2 ** place) % 2 === 1;

/** One ballot's word of each kind, and what it weighs. */
export type WeighedLanes = { weight: number; ok: bigint; defect: bigint };

/** What a set of ballots says about each lane. */
export type Tally = {
  /** Lanes on which one side alone reached the threshold. */
  covered: bigint;
  /** Covered lanes that are not outvoted as ok: a tie is a defect. */
  bad: bigint;
  /** Sum of the weights. */
  weight: number;
};

/** Counts ballots, lane by lane, among the lanes of `all`. */
export function tally(ballots: readonly WeighedLanes[], threshold: number, all: bigint): Tally {
  const [ok, defect] = [new LaneSums(), new LaneSums()];
  let weight = 0;
  for (const ballot of ballots) {
    weight += ballot.weight;
    ok.add(ballot.ok & all, ballot.weight);
    defect.add(ballot.defect & all, ballot.weight);
  }
  const covered = ok.atLeast(threshold, all) | defect.atLeast(threshold, all);
  return { covered, bad: covered & ~ok.above(defect, all), weight };
}
