import { Bytes, crypto } from "@graphprotocol/graph-ts";
import { WORD256_WIDTH } from "./ids";

// AssetRegistry's positional trees: node = keccak256(left ‖ right), and places after the last leaf hold zero.

/** Levels between the root and `count` leaves: ⌈log2 count⌉. */
export function depthOf(count: i32): i32 {
  let depth = 0;
  while (1 << depth < count) depth++;
  return depth;
}

/** Root of a subtree of this height that has no leaves. */
export function emptyRoot(height: i32): Bytes {
  let root = new Bytes(WORD256_WIDTH);
  for (let i = 0; i < height; i++) root = hashPair(root, root);
  return root;
}

/** The node `levels` above these, which are roots of subtrees of one height; `padding` is the root of an empty one. */
export function nodeAbove(nodes: Bytes[], levels: i32, padding: Bytes): Bytes {
  let level = nodes;
  let empty = padding;
  for (let i = 0; i < levels; i++) {
    const above: Bytes[] = [];
    for (let j = 0; j < level.length; j += 2) {
      above.push(hashPair(level[j], j + 1 < level.length ? level[j + 1] : empty));
    }
    level = above;
    empty = hashPair(empty, empty);
  }
  return level[0];
}

function hashPair(left: Bytes, right: Bytes): Bytes {
  return changetype<Bytes>(crypto.keccak256(left.concat(right)));
}
