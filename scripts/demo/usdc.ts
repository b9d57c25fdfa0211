import { parseAbi } from "viem";

/** The part of the test token that no real one has. */
export const testUsdcAbi = parseAbi(["function mint(address to, uint256 amount)"]);
