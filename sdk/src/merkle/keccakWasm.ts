// A module of its own, so that bundlers can load it when it is needed.
import { KECCAK_WASM } from "./generated/keccak.ts";
import type { Keccak256 } from "./types.ts";

/** Bytes of a block, of the state that it is taken into, and of the hash. */
const RATE = 136;
const STATE = 200;
const HASH = 32;

type Absorbing = { m: WebAssembly.Memory; f: () => void };

/** keccak-256 in WebAssembly. */
export async function createKeccak256(): Promise<Keccak256> {
  const code = Uint8Array.from(atob(KECCAK_WASM), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(code);
  const { m, f } = instance.exports as Absorbing;
  const state = new Uint8Array(m.buffer, 0, STATE);
  const block = new Uint8Array(m.buffer, STATE, RATE);
  return (bytes) => {
    state.fill(0);
    let start = 0;
    for (; start + RATE <= bytes.length; start += RATE) {
      block.set(bytes.subarray(start, start + RATE));
      f();
    }
    const rest = bytes.length - start;
    block.fill(0, rest);
    block.set(bytes.subarray(start));
    block[rest] = 1;
    block[RATE - 1] = (block[RATE - 1] as number) | 0x80;
    f();
    return state.slice(0, HASH);
  };
}
