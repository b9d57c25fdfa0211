// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DecayIndex} from "../../governance/DecayIndex.sol";
import {SoulboundPeer} from "./SoulboundPeer.sol";

/// @title DecayingPeer
/// @notice The same with the index of {ReputationToken}, read as there: what decay costs by itself.
/// @dev For measurements on local networks only.
contract DecayingPeer is SoulboundPeer {
    using DecayIndex for DecayIndex.State;
    using DecayIndex for uint256;

    uint32 private constant _HALF_LIFE = 180 days;

    uint256 private immutable _CREATED = block.timestamp;

    DecayIndex.State private _curve;

    /// @notice Changes the half-life.
    function setHalfLife(uint32 halfLife) external {
        _curve = DecayIndex.State(DecayIndex.G0, uint48(_CREATED), _HALF_LIFE).rebase(block.timestamp, halfLife);
        _head.rebased = true;
    }

    function _rawOf(uint256 amount, bool rebased) internal view override returns (uint256) {
        return amount.toRawDown(_index(rebased));
    }

    function _index(bool rebased) private view returns (uint256) {
        if (rebased) return _curve.at(block.timestamp);
        return DecayIndex.at(DecayIndex.G0, _CREATED, _HALF_LIFE, block.timestamp);
    }
}
