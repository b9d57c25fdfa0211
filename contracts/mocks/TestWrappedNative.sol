// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IWrappedNative} from "../interfaces/IWrappedNative.sol";
import {TestToken} from "./TestToken.sol";

/// @title TestWrappedNative
/// @notice Wrapped native currency, one unit for a wei. It never gives the currency back, which no test needs.
/// @dev For local networks only. Away from the address where a chain has its own, it is a trap for careless callers.
contract TestWrappedNative is TestToken, IWrappedNative {
    constructor() TestToken("Wrapped Ether", "WETH", 18) {}

    /// @inheritdoc IWrappedNative
    function deposit() external payable {
        _mint(msg.sender, msg.value);
    }
}
