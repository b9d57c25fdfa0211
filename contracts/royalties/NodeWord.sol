// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Edge, SplitKind} from "../interfaces/IRoyaltySplitter.sol";

/// @notice One slot of a recipe's node. From bit 0: a header of 40 bits (stack 20, edges 8, split kind 4, flags 8; used
/// in word 0 only), then three edges of 72 bits (parent 32, rate 20, pass 20). Word k holds edges 3k to 3k + 2.
type NodeWord is uint256;

using {isOpen, stack, edgeCount, kind, hasAdvance, edgeAt, withEdge} for NodeWord global;

/// @dev Edges in one word.
uint256 constant EDGES_PER_WORD = 3;

uint256 constant _COUNT_SHIFT = 20;
uint256 constant _KIND_SHIFT = 28;
uint256 constant _KIND_MASK = 0xf;
uint256 constant _ADVANCE_FLAG = 1 << 32;
uint256 constant _HEADER_BITS = 40;
uint256 constant _EDGE_BITS = 72;
uint256 constant _RATE_SHIFT = 32;
uint256 constant _PASS_SHIFT = 52;
uint256 constant _PPM_MASK = (1 << 20) - 1;

/// @notice Word 0 of a node with `edges` edges, none of them set yet. The kind is kept plus one, so no open node has a
/// zero there.
function toHeader(uint24 lineageStack, uint256 edges, SplitKind splitKind, bool advance) pure returns (NodeWord) {
    uint256 kindBits = (uint256(splitKind) + 1) << _KIND_SHIFT;
    return NodeWord.wrap(lineageStack | (edges << _COUNT_SHIFT) | kindBits | (advance ? _ADVANCE_FLAG : 0));
}

/// @notice Whether word 0 belongs to a node that was opened.
function isOpen(NodeWord word) pure returns (bool) {
    return (NodeWord.unwrap(word) >> _KIND_SHIFT) & _KIND_MASK != 0;
}

/// @notice How the recipe's own income is divided, of a node that was opened.
function kind(NodeWord word) pure returns (SplitKind) {
    return SplitKind(((NodeWord.unwrap(word) >> _KIND_SHIFT) & _KIND_MASK) - 1);
}

/// @notice Whether a sum is repaid before the split begins.
function hasAdvance(NodeWord word) pure returns (bool) {
    return NodeWord.unwrap(word) & _ADVANCE_FLAG != 0;
}

/// @notice Part of the recipe's sales that its lineage takes, in ppm.
function stack(NodeWord word) pure returns (uint24) {
    // casting to 'uint24' is safe because the mask leaves 20 bits
    return uint24(NodeWord.unwrap(word) & _PPM_MASK);
}

/// @notice Number of the node's parents.
function edgeCount(NodeWord word) pure returns (uint256) {
    return (NodeWord.unwrap(word) >> _COUNT_SHIFT) & 0xff;
}

/// @notice The edge at `place` (0 to 2) of a word.
function edgeAt(NodeWord word, uint256 place) pure returns (uint32 parent, uint24 rate, uint24 pass) {
    uint256 bits = NodeWord.unwrap(word) >> (_HEADER_BITS + _EDGE_BITS * place);
    // casting to 'uint32' is safe because the low 32 bits are the parent by definition
    parent = uint32(bits);
    // casting to 'uint24' is safe because the mask leaves 20 bits
    rate = uint24((bits >> _RATE_SHIFT) & _PPM_MASK);
    // casting to 'uint24' is safe because the mask leaves 20 bits
    pass = uint24((bits >> _PASS_SHIFT) & _PPM_MASK);
}

/// @notice The word with `edge` in the still empty `place` (0 to 2). Both its rates must be below 2^20.
function withEdge(NodeWord word, uint256 place, Edge memory edge) pure returns (NodeWord) {
    uint256 bits = edge.parent | (uint256(edge.rate) << _RATE_SHIFT) | (uint256(edge.pass) << _PASS_SHIFT);
    return NodeWord.wrap(NodeWord.unwrap(word) | (bits << (_HEADER_BITS + _EDGE_BITS * place)));
}
