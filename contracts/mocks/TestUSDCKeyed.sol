// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
// solhint-disable-next-line max-line-length
import {ERC20TransferAuthorization} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20TransferAuthorization.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title TestUSDCKeyed
/// @notice A dollar token with OpenZeppelin's EIP-3009: nonces are a 192-bit key and a 64-bit sequence that must be the
/// key's next one. 6 decimals; anyone may mint.
/// @dev For local networks only.
contract TestUSDCKeyed is ERC20TransferAuthorization {
    constructor() ERC20("Keyed USD Coin", "USDCK") EIP712("Keyed USD Coin", "1") {}

    /// @notice Gives `amount` new units to `account`.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    /// @inheritdoc ERC20
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
