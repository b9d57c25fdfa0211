import { type Address, type Hex, pad, stringToHex } from "viem";

/** A reason code of a charter's taxonomy as the board keeps it: at most 32 bytes of text. */
export const toReasonCode = (text: string): Hex => stringToHex(text, { size: 32 });

/** What a grant of reputation was earned as, a tag of the studio's own: at most 32 bytes of text. */
export const toRoleTag = (text: string): Hex => stringToHex(text, { size: 32 });

/** The pot, opened by the board, in which an account puts aside bonds for its claims: what `fundPot` takes as `id`. */
export const toBondId = (claimant: Address): Hex => pad(claimant, { size: 32 });
