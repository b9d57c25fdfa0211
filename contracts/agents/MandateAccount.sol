// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IMandateAccount} from "../interfaces/IMandateAccount.sol";
import {CloneArguments} from "../studio/CloneArguments.sol";

/// @title MandateAccount
/// @notice See {IMandateAccount}.
/// @dev Takes no ether, answers no signature question and receives no safe transfer: there is no such function.
contract MandateAccount is IMandateAccount {
    using Address for address;

    /// @inheritdoc IMandateAccount
    function execute(address target, bytes calldata data) external returns (bytes memory) {
        if (msg.sender != mandates()) revert MandateAccountUnauthorized(msg.sender);
        return target.functionCall(data);
    }

    /// @inheritdoc IMandateAccount
    function mandates() public view returns (address) {
        return address(uint160(CloneArguments.word(0) >> 96));
    }
}
