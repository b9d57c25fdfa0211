import { type Hex, stringToHex } from "viem";

/** A contract's name as Deployer's salt: left-aligned ASCII, as in `contracts/types/Names.sol`. */
export function nameSalt(name: string): Hex {
  return stringToHex(name, { size: 32 });
}
