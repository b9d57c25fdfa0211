// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice The panel that judges a lot's challenges, and the money it judges about: two slots.
struct Dispute {
    bytes16 seed; // zero until drawn
    uint40 clock; // zero until called; then seed block, then ballot deadline (seconds)
    uint24 challenged; // assets challenged, ever
    uint16 challenges; // challenges ever: the newest id
    uint16 open; // not resolved
    uint8 epoch; // low 8 bits of the epoch whose standings count
    uint16 suspender; // id of the challenge that suspended the lot; zero: none
    uint80 paid; // of the lot's bond: paid to challengers
}

/// @notice One challenge: two slots.
struct Challenge {
    address challenger;
    uint88 bond; // still at stake, without fees
    uint8 flags; // bit 0 adjudicators are paid, bit 1 of the whole lot, bit 2 it suspended the lot
    bytes32 masks; // keccak(abi.encode(firstWord, masks)) of what is undecided; zero: resolved
}

/// @title ICurationDisputes
/// @notice Challenges, their panels, and vetoes. See {ICuration}.
interface ICurationDisputes {}
