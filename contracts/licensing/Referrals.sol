// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ONE} from "../types/Constants.sol";

/// @notice Who may refer buyers, and for how much.
library Referrals {
    /// @notice Whether the referrer is on the list: a leaf of an OpenZeppelin standard tree over (address).
    function isListed(address referrer, bytes32 root, bytes32[] memory proof) internal pure returns (bool) {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(referrer))));
        return MerkleProof.verify(proof, root, leaf);
    }

    /// @notice The referrer's part of the gross.
    function partDown(uint256 gross, uint24 referral) internal pure returns (uint128) {
        // casting to 'uint128' is safe because a gross has 96 bits, and its part is not above it
        return uint128((gross * referral) / ONE);
    }
}
