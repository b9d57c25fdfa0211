// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title RebasingToken
/// @notice Changes a holder's balance without a transfer of that holder's.
/// @dev For local networks only.
contract RebasingToken is TestToken {
    constructor() TestToken("Rebasing", "REBASE", 18) {}

    /// @notice Makes `account` hold exactly `amount`.
    function rebase(address account, uint256 amount) external {
        uint256 held = balanceOf(account);
        if (amount > held) _mint(account, amount - held);
        else _burn(account, held - amount);
    }
}
