// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title BlockHistory
/// @notice Hashes of the last 8,191 blocks: the opcode for the last 256, the EIP-2935 contract for older ones.
/// @dev OpenZeppelin's `Blockhash` ignores whether the call to the history contract succeeded and then returns whatever
/// it answered. Here only a successful answer of exactly one word is a hash.
library BlockHistory {
    /// @notice Blocks whose hash can be asked for.
    uint256 internal constant WINDOW = 8_191;

    uint256 private constant _OPCODE_WINDOW = 256;
    address private constant _HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;

    /// @notice The chain does not answer for this block.
    error BlockHistoryUnavailable(uint256 number);

    /// @notice Hash of block `number`, which must be older than the present one.
    function hashOf(uint256 number) internal view returns (bytes32) {
        if (block.number - number <= _OPCODE_WINDOW) return blockhash(number);
        // The history contract takes a bare word and knows no selector, so the call cannot be typed.
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = _HISTORY.staticcall(abi.encode(number));
        if (!success || answer.length != 32) revert BlockHistoryUnavailable(number);
        return bytes32(answer);
    }
}
