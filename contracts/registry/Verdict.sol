// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";

/// @notice The verdict byte of a lot: status 3 bits, class 2, then one bit each for blocked, superseded and frozen.
type Verdict is uint8;

using {statusOf, classOf, isBlocked, isSuperseded, isFrozen, isOpen, judged, withBlocked} for Verdict global;

uint8 constant _STATUS_MASK = 0x07;
uint8 constant _CLASS_SHIFT = 3;
uint8 constant _CLASS_MASK = 0x03;
uint8 constant _BLOCKED = 0x20;
uint8 constant _SUPERSEDED = 0x40;
uint8 constant _FROZEN = 0x80;

/// @notice A verdict without flags.
function toVerdict(LotStatus status, VerdictClass class) pure returns (Verdict) {
    return Verdict.wrap(uint8(status) | (uint8(class) << _CLASS_SHIFT));
}

function statusOf(Verdict verdict) pure returns (LotStatus) {
    return LotStatus(Verdict.unwrap(verdict) & _STATUS_MASK);
}

function classOf(Verdict verdict) pure returns (VerdictClass) {
    return VerdictClass((Verdict.unwrap(verdict) >> _CLASS_SHIFT) & _CLASS_MASK);
}

/// @notice Whether any word of the lot's blocked mask is set, so that the mask must be read.
function isBlocked(Verdict verdict) pure returns (bool) {
    return Verdict.unwrap(verdict) & _BLOCKED != 0;
}

function isSuperseded(Verdict verdict) pure returns (bool) {
    return Verdict.unwrap(verdict) & _SUPERSEDED != 0;
}

function isFrozen(Verdict verdict) pure returns (bool) {
    return Verdict.unwrap(verdict) & _FROZEN != 0;
}

/// @notice Whether the lot is accepted and neither superseded nor frozen.
function isOpen(Verdict verdict) pure returns (bool) {
    return Verdict.unwrap(verdict) & (_STATUS_MASK | _SUPERSEDED | _FROZEN) == uint8(LotStatus.Accepted);
}

/// @notice A new judgement; the flags stay as they are.
function judged(Verdict verdict, LotStatus status, VerdictClass class) pure returns (Verdict) {
    uint8 flags = Verdict.unwrap(verdict) & (_BLOCKED | _SUPERSEDED | _FROZEN);
    return Verdict.wrap(flags | Verdict.unwrap(toVerdict(status, class)));
}

/// @notice The same verdict with the blocked flag set or cleared.
function withBlocked(Verdict verdict, bool blocked) pure returns (Verdict) {
    uint8 bits = Verdict.unwrap(verdict);
    return Verdict.wrap(blocked ? bits | _BLOCKED : bits & ~_BLOCKED);
}
