// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IMandateAccount} from "../interfaces/IMandateAccount.sol";

/// @title MandateAccount
/// @notice See {IMandateAccount}.
/// @dev Takes no ether, answers no signature question and receives no safe transfer: there is no such function. It has
/// code of its own, because a clone would make every call of an agent dearer than its grant.
contract MandateAccount is IMandateAccount {
    using Address for address;

    address private immutable _MANDATES;

    constructor() {
        _MANDATES = msg.sender;
    }

    /// @inheritdoc IMandateAccount
    function execute(address target, bytes calldata data) external returns (bytes memory) {
        if (msg.sender != _MANDATES) revert MandateAccountUnauthorized(msg.sender);
        return target.functionCall(data);
    }

    /// @inheritdoc IMandateAccount
    function mandates() external view returns (address) {
        return _MANDATES;
    }
}
