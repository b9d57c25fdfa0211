// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";

/// @title ContentBook
/// @notice The earliest commit of each content that was proved. One slot for each, whose result does not depend on the
/// order of the proofs.
library ContentBook {
    /// @dev A lot keeps when it was committed.
    struct Book {
        mapping(bytes32 contentHash => AssetId assetId) earliest;
    }

    /// @notice Whether the first asset is named before the other one: by its time, and where nobody can say which was
    /// first, by its id.
    function precedes(AssetId a, uint40 timeOfA, AssetId b, uint40 timeOfB) internal pure returns (bool) {
        return timeOfA == timeOfB ? AssetId.unwrap(a) < AssetId.unwrap(b) : timeOfA < timeOfB;
    }

    /// @notice Whether the first asset, which {precedes} the other one, was there before it. A lot holds its own
    /// copies; of two lots of one second neither was.
    function isOriginal(AssetId a, uint40 timeOfA, AssetId b, uint40 timeOfB) internal pure returns (bool) {
        return timeOfA < timeOfB || a.lotOf() == b.lotOf();
    }
}
