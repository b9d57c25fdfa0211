/** What a slate selects. */
export interface Selection {
  /** Numbers of the selected candidates, ascending. */
  selected: number[];
  /** What the last one of `k` was approved by; zero where fewer than `k` were approved at all. */
  threshold: number;
}

/** The `k` candidates with the most weight behind them, by sorting: at a tie the lower number, at zero nobody. */
export function selectNaively(counts: readonly number[], k: number): Selection {
  const approved = counts.flatMap((count, candidate) => (count > 0 ? [{ count, candidate }] : []));
  const best = approved.sort((a, b) => b.count - a.count || a.candidate - b.candidate).slice(0, k);
  return {
    selected: best.map(({ candidate }) => candidate).sort((a, b) => a - b),
    threshold: best[k - 1]?.count ?? 0,
  };
}
