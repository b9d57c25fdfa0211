import { type Address, bytesToBigInt, bytesToHex, type Hex, hexToBytes, isAddress, isHex, numberToHex } from "viem";
import { publicKeyToAddress } from "viem/accounts";
import { decodeKey } from "./key.ts";

const SECP256K1 = 0xe7;
const FIELD = 2n ** 256n - 2n ** 32n - 977n;
const [COMPRESSED, UNCOMPRESSED] = [33, 65];

/** The ways in which documents write an account or a key; old documents keep to older ones. */
export type WrittenKey = {
  blockchainAccountId?: unknown;
  ethereumAddress?: unknown;
  publicKeyMultibase?: unknown;
  publicKeyHex?: unknown;
  publicKeyJwk?: { kty?: unknown; crv?: unknown; x?: unknown; y?: unknown };
  type?: unknown;
};

/** The address that a verification method is, on this chain; undefined where it is none. */
export function addressOf(method: WrittenKey, chainId: number): Address | undefined {
  const { blockchainAccountId, ethereumAddress } = method;
  if (typeof blockchainAccountId === "string") return accountOn(blockchainAccountId, chainId);
  if (typeof ethereumAddress === "string") return checked(ethereumAddress);
  const key = publicKeyOf(method);
  return key === undefined ? undefined : addressOfKey(key);
}

/** CAIP-10, and the older form with the address first. */
function accountOn(account: string, chainId: number): Address | undefined {
  const [, chain, address] = /^eip155:(\d+):(0x[0-9a-fA-F]{40})$/.exec(account) ?? [];
  const [, oldAddress, oldChain] = /^(0x[0-9a-fA-F]{40})@eip155:(\d+)$/.exec(account) ?? [];
  return (chain ?? oldChain) === String(chainId) ? checked(address ?? oldAddress ?? "") : undefined;
}

const checked = (text: string): Address | undefined => (isAddress(text, { strict: false }) ? text : undefined);

/** The bytes of a secp256k1 key, in any of the ways in which documents write one. */
function publicKeyOf({ publicKeyHex, publicKeyMultibase, publicKeyJwk, type }: WrittenKey): Uint8Array | undefined {
  if (typeof publicKeyMultibase === "string") {
    const found = decodeKey(publicKeyMultibase);
    return found?.code === SECP256K1 ? found.key : undefined;
  }
  if (typeof publicKeyHex === "string" && typeof type === "string" && type.includes("Secp256k1")) {
    const hex: Hex = `0x${publicKeyHex.replace(/^0x/, "")}`;
    return isHex(hex) && hex.length % 2 === 0 ? hexToBytes(hex) : undefined;
  }
  const { kty, crv, x, y } = publicKeyJwk ?? {};
  if (kty !== "EC" || crv !== "secp256k1" || typeof x !== "string" || typeof y !== "string") return undefined;
  return Uint8Array.of(4, ...base64Url(x), ...base64Url(y));
}

function base64Url(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function addressOfKey(key: Uint8Array): Address | undefined {
  if (key.length === UNCOMPRESSED && key[0] === 4) return publicKeyToAddress(bytesToHex(key));
  if (key.length !== COMPRESSED || (key[0] !== 2 && key[0] !== 3)) return undefined;
  const x = bytesToBigInt(key.subarray(1));
  const square = (x ** 3n + 7n) % FIELD;
  const root = power(square, (FIELD + 1n) / 4n);
  if (x >= FIELD || (root * root) % FIELD !== square) return undefined;
  const y = (root & 1n) === BigInt(key[0] & 1) ? root : FIELD - root;
  return publicKeyToAddress(`0x04${numberToHex(x, { size: 32 }).slice(2)}${numberToHex(y, { size: 32 }).slice(2)}`);
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, factor] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % FIELD;
    factor = (factor * factor) % FIELD;
  }
  return result;
}
