// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title CarelessToken
/// @notice Answers every call that it does not know with success, as tokens with a fallback do: a signature that it was
/// asked to check proves nothing.
/// @dev For local networks only.
contract CarelessToken is TestToken {
    constructor() TestToken("Careless", "CARELESS", 18) {}

    fallback() external {}
}
