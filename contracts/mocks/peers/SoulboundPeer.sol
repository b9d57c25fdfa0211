// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title SoulboundPeer
/// @notice OpenZeppelin's votes, minted by anybody and never transferred: what reputation costs without decay.
/// @dev For measurements on local networks only. Like {ReputationToken} it has a word that every mint needs.
contract SoulboundPeer is ERC20Votes {
    error SoulboundPeerNonTransferable();

    /// @dev One slot, which each mint reads and writes.
    struct Head {
        uint240 grants;
        bool rebased; // whether the curve of a token that decays was changed
    }

    Head internal _head;

    constructor() ERC20("Soulbound", "SOUL") EIP712("Soulbound", "1") {}

    /// @notice Mints, delegated to its owner at first.
    function mint(address account, uint256 amount) external {
        Head memory head = _head;
        head.grants += 1;
        _head = head;
        if (balanceOf(account) == 0 && delegates(account) == address(0)) _delegate(account, account);
        _mint(account, _rawOf(amount, head.rebased));
    }

    function transfer(address, uint256) public pure override returns (bool) {
        revert SoulboundPeerNonTransferable();
    }

    function transferFrom(address, address, uint256) public pure override returns (bool) {
        revert SoulboundPeerNonTransferable();
    }

    /// @dev What is stored for `amount`.
    function _rawOf(uint256 amount, bool) internal view virtual returns (uint256) {
        return amount;
    }
}
