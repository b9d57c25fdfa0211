import type { Address } from "viem";

/** Where Permit2 is on every chain that has it; apart from what is signed for it, so that asking for it costs little. */
export const PERMIT2: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";
