// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title AuditFlags
/// @notice Bits of {Audit}'s flags.
library AuditFlags {
    uint8 internal constant WIDENING = 3;
    uint8 internal constant SETTLED = 4;
    uint8 internal constant REAUDITED = 8; // of the first audit: the second one counts
    uint8 internal constant CHALLENGED = 16;
    uint8 internal constant VETOED = 32;
    uint8 internal constant REDRAWN = 64;
    uint8 internal constant CANARY = 128; // opened
}
