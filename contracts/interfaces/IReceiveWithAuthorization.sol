// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IReceiveWithAuthorization
/// @notice The one call of EIP-3009 that the protocol makes, in the form with the signature in one piece. Circle's
/// FiatToken (from v2.2) and OpenZeppelin's ERC20TransferAuthorization both have it, and it admits EIP-1271 payers.
interface IReceiveWithAuthorization {
    /// @notice Moves `value` units from `from` to the caller, who must be `to`.
    /// @param from The payer, who signed.
    /// @param to The payee: the caller.
    /// @param value Amount in token units.
    /// @param validAfter Unix seconds after which the authorization is valid.
    /// @param validBefore Unix seconds before which the authorization is valid.
    /// @param nonce Unused nonce of the payer.
    /// @param signature The payer's signature over these fields under the token's EIP-712 domain.
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external;
}
