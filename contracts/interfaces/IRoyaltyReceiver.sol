// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IRoyaltyReceiver
/// @notice Where marketplaces send the secondary royalties of one recipe, in native currency or any ERC-20. It can be
/// paid before it exists, and it keeps nothing: RoyaltySplitter deploys it and takes what has arrived.
interface IRoyaltyReceiver {
    /// @notice `caller` is not the splitter that made this receiver.
    error RoyaltyReceiverUnauthorized(address caller);

    /// @notice Sends everything it holds in one token to the splitter.
    /// @dev Only the splitter that made it, which books what arrives. Reverts with {RoyaltyReceiverUnauthorized}, or as
    /// the token does.
    /// @param token The ERC-20.
    /// @param wrap Whether `token` is the chain's wrapped native currency: native currency is wrapped first.
    /// @return amount What was sent, in token units.
    function flush(address token, bool wrap) external returns (uint256 amount);
}
