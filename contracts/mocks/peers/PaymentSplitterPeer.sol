// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PaymentSplitter} from "openzeppelin-contracts-4/finance/PaymentSplitter.sol";

/// @title PaymentSplitterPeer
/// @notice OpenZeppelin's PaymentSplitter as it last was (4.9.6), to be measured beside our own ledger.
/// @dev For benchmarks only.
contract PaymentSplitterPeer is PaymentSplitter {
    constructor(address[] memory payees, uint256[] memory shares) PaymentSplitter(payees, shares) {}
}
