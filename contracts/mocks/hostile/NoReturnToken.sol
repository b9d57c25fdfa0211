// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title NoReturnToken
/// @notice Like the first USDT: correct, but `transfer`, `transferFrom` and `approve` return nothing.
/// @dev For local networks only. Not an `IERC20`: the return values differ.
contract NoReturnToken {
    /// @notice `account` holds or may spend less than `value`.
    error NoReturnTokenInsufficient(address account, uint256 value);

    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    /// @notice Gives `amount` new units to `account`.
    function mint(address account, uint256 amount) external {
        balanceOf[account] += amount;
    }

    /// @notice Lets `spender` take `value` units of the caller.
    function approve(address spender, uint256 value) external {
        allowance[msg.sender][spender] = value;
    }

    /// @notice Moves `value` units of the caller to `to`.
    function transfer(address to, uint256 value) external {
        _move(msg.sender, to, value);
    }

    /// @notice Moves `value` units of `from` to `to` out of the caller's allowance.
    function transferFrom(address from, address to, uint256 value) external {
        if (allowance[from][msg.sender] < value) revert NoReturnTokenInsufficient(msg.sender, value);
        allowance[from][msg.sender] -= value;
        _move(from, to, value);
    }

    function _move(address from, address to, uint256 value) private {
        if (balanceOf[from] < value) revert NoReturnTokenInsufficient(from, value);
        balanceOf[from] -= value;
        balanceOf[to] += value;
    }
}
