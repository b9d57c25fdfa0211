// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Pausable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Pausable.sol";

/// @title PausableToken
/// @notice An issuer may stop every transfer; here anyone plays the issuer.
/// @dev For local networks only.
contract PausableToken is ERC20Pausable {
    constructor() ERC20("Pausable", "PAUSE") {}

    /// @notice Gives `amount` new units to `account`.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    /// @notice Stops every transfer.
    function pause() external {
        _pause();
    }

    /// @notice Lets transfers go on.
    function unpause() external {
        _unpause();
    }
}
