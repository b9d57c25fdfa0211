import { type Address, isAddressEqual } from "viem";
import { type Electorate, STANDING_LIFE } from "../curation/electorate.ts";
import type { ElectorCurator } from "../curation/panel.ts";
import { type AuditTerms, DEFAULT_TERMS, fromRawTerms, type RawAuditTerms } from "../curation/terms.ts";

/** A curator as its events tell it. */
export type ReplayedCurator = {
  account: Address;
  key: Address;
  agent: boolean;
  struckOff: boolean;
  /** The newest standing set for each epoch, tenths of a unit of reputation. */
  standings: Map<number, number>;
};

/** A gate's curators and terms, from its events in order. */
export class RollReplay {
  /** By index. */
  readonly curators = new Map<number, ReplayedCurator>();
  readonly #terms = new Map<number, AuditTerms>([[0, DEFAULT_TERMS]]);

  /** `CuratorRegistered`: a new curator, or a new key. */
  register({ index, account, key, agent }: { index: number; account: Address; key: Address; agent: boolean }): void {
    const { standings = new Map<number, number>(), struckOff = false } = this.curators.get(index) ?? {};
    this.curators.set(index, { account, key, agent, struckOff, standings });
  }

  /** `StandingSet`. */
  setStanding({ index, epoch, standing }: { index: number; epoch: number; standing: number }): void {
    this.curators.get(index)?.standings.set(epoch, standing);
  }

  /** `CuratorStruckOff` and `CuratorReadmitted`. */
  strike(index: number, struckOff: boolean): void {
    const curator = this.curators.get(index);
    if (curator === undefined) return;
    this.curators.set(index, { ...curator, struckOff });
  }

  /** `TermsSet`. */
  setTerms(version: number, terms: RawAuditTerms): void {
    this.#terms.set(version, fromRawTerms(terms));
  }

  /** Terms of a version. */
  termsOf(version: number): AuditTerms {
    return this.#terms.get(version) ?? DEFAULT_TERMS;
  }

  /** What a curator counts for in the sum of an epoch, which does not change when somebody is struck off in it. */
  #summandOf({ standings }: ReplayedCurator, epoch: number): number {
    const set = [...standings.keys()].filter((from) => from <= epoch && epoch - from < STANDING_LIFE);
    return set.length === 0 ? 0 : (standings.get(Math.max(...set)) ?? 0);
  }

  /** Standing of a curator in an epoch. */
  standingOf(curator: ReplayedCurator, epoch: number): number {
    return curator.struckOff ? 0 : this.#summandOf(curator, epoch);
  }

  /** The curators of an epoch, as panels are drawn from them. */
  curatorsAt(epoch: number): Map<number, ElectorCurator> {
    const drawn = [...this.curators].map(([index, curator]): [number, ElectorCurator] => {
      const { key, agent, struckOff } = curator;
      return [index, { key, agent, struckOff, standing: this.standingOf(curator, epoch) }];
    });
    return new Map(drawn);
  }

  /** Sum of the standings of an epoch. */
  electorateAt(epoch: number): Electorate {
    const standings = [...this.curators.values()].map((curator) => this.#summandOf(curator, epoch));
    return {
      curators: standings.filter((standing) => standing > 0).length,
      standing: standings.reduce((sum, standing) => sum + BigInt(standing), 0n),
    };
  }

  /** Index of an account among the curators; 0 = none. */
  indexOf(account: Address): number {
    for (const [index, curator] of this.curators) if (isAddressEqual(curator.account, account)) return index;
    return 0;
  }
}
