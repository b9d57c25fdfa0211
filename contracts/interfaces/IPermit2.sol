// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a payer permits.
/// @param token The ERC-20.
/// @param amount Most that may be taken, in token units.
struct TokenPermissions {
    address token;
    uint256 amount;
}

/// @notice What a payer signs, beside the spender and the witness.
/// @param permitted Token and amount.
/// @param nonce Unused nonce of the payer; any of 2^256, in no order.
/// @param deadline Last second, in unix time, at which the permit is valid.
struct PermitTransferFrom {
    TokenPermissions permitted;
    uint256 nonce;
    uint256 deadline;
}

/// @notice What the spender takes.
/// @param to Who receives the tokens.
/// @param requestedAmount How many, in token units; at most what is permitted.
struct SignatureTransferDetails {
    address to;
    uint256 requestedAmount;
}

/// @title IPermit2
/// @notice The one call of Uniswap's Permit2 that the protocol makes.
interface IPermit2 {
    /// @notice Moves tokens from `owner`, who signed the permit together with `witness`, to a receiver that the caller
    /// names. The caller is the permit's spender.
    /// @param permit What the owner permits.
    /// @param transferDetails What the caller takes.
    /// @param owner The payer.
    /// @param witness EIP-712 hash of what the payment is for.
    /// @param witnessTypeString Type of the witness, as Permit2 appends it to its own.
    /// @param signature The owner's signature, or what the owner's contract accepts by EIP-1271.
    function permitWitnessTransferFrom(
        PermitTransferFrom calldata permit,
        SignatureTransferDetails calldata transferDetails,
        address owner,
        bytes32 witness,
        string calldata witnessTypeString,
        bytes calldata signature
    ) external;
}
