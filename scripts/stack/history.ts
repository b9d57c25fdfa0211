import type { Hex, TestClient } from "viem";

/** Address of EIP-2935's history contract. */
export const HISTORY_ADDRESS = "0x0000F90827F1C53a10cb7A02335B175320002935";

/** Runtime code of EIP-2935's history contract, as published in the EIP. */
const HISTORY_CODE: Hex =
  "0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";

/** Puts the real history contract where Hardhat's EVM has a stub that only reverts. */
export async function installHistoryContract(client: TestClient): Promise<void> {
  await client.setCode({ address: HISTORY_ADDRESS, bytecode: HISTORY_CODE });
}
