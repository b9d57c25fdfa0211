// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

/// @title VotesPeer
/// @notice OpenZeppelin's votes token on timestamps. Anyone may mint.
/// @dev For benchmarks only.
contract VotesPeer is ERC20, ERC20Permit, ERC20Votes {
    constructor() ERC20("VotesPeer", "VP") ERC20Permit("VotesPeer") {}

    /// @notice Mints to `account`, who has to delegate by itself.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    /// @inheritdoc ERC20Permit
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @notice Seconds.
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice Timestamps, as ERC-6372 says it.
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function _update(address from, address to, uint256 amount) internal override(ERC20, ERC20Votes) {
        super._update(from, to, amount);
    }
}
