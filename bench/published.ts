/** A figure that a peer has published, for lack of one that can be measured in the same run. */
interface Published {
  peer: string;
  does: string;
  gas: number;
  source: string;
  /** Our key that does the same or more. */
  beside: string;
}

const STORY = "storyprotocol/protocol-periphery-v1: docs/GAS_REPORT.md (2024-09-05)";
const SPLITS_TESTS = "0xSplits v2.2 measured with solc 0.8.28, runs 5M, in an EVM of its own (2026-11-20)";
const UNISWAP = "Uniswap/v4-core: snapshots/ERC6909ClaimsTest.json";

const PUBLISHED: readonly Published[] = [
  {
    peer: "0xSplits v2.2",
    does: "pull-distribute to five, nth time, after a payment of its own",
    gas: 114_445,
    source: SPLITS_TESTS,
    beside: "gas.royalty.settle4Steady",
  },
  {
    peer: "0xSplits v2.2",
    does: "withdraw from the warehouse",
    gas: 49_693,
    source: SPLITS_TESTS,
    beside: "gas.royalty.withdraw",
  },
  {
    peer: "0xSplits v1",
    does: "distribute ETH to ten, nth time",
    gas: 110_069,
    source: "0xSplits documentation, appendix of gas estimates",
    beside: "gas.royalty.settle4Steady",
  },
  {
    peer: "Uniswap v4",
    does: "transfer of ERC-6909 claims, which carry no income",
    gas: 51_756,
    source: UNISWAP,
    beside: "gas.royalty.shareTransfer",
  },
  {
    peer: "Story",
    does: "license token minted, median",
    gas: 417_585,
    source: STORY,
    beside: "gas.license.purchaseLazySteady",
  },
  {
    peer: "Story",
    does: "minting fee paid to the policy, without any ancestor's claim",
    gas: 104_928,
    source: STORY,
    beside: "gas.license.purchaseSettle4Steady",
  },
];

/** Prints peers' published figures beside ours. Conditions differ; the source says which they were. */
export function printPublished(measured: Readonly<Record<string, { gas: number } | undefined>>): void {
  console.log("\n| peer | does | gas | ours | source |\n|---|---|--:|--:|---|");
  for (const { peer, does, gas, source, beside } of PUBLISHED) {
    const ours = measured[beside]?.gas.toLocaleString("en-US") ?? "–";
    console.log(`| ${peer} | ${does} | ${gas.toLocaleString("en-US")} | ${beside}: ${ours} | ${source} |`);
  }
}
