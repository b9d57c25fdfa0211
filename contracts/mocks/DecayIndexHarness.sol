// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DecayIndex} from "../governance/DecayIndex.sol";

/// @title DecayIndexHarness
/// @notice Answers many points of the decay curve at once, for comparison with a model.
contract DecayIndexHarness {
    using DecayIndex for DecayIndex.State;

    /// @notice The index of each curve at the time of the same position.
    function at(
        DecayIndex.State[] calldata curves,
        uint256[] calldata times
    ) external pure returns (uint256[] memory g) {
        g = new uint256[](curves.length);
        for (uint256 i = 0; i < curves.length; ++i) {
            g[i] = curves[i].at(times[i]);
        }
    }

    /// @notice Raw units of effective amounts, and what those are worth again, at the index of the same position.
    function convert(
        uint256[] calldata amounts,
        uint256[] calldata g
    ) external pure returns (uint256[] memory raw, uint256[] memory effective) {
        raw = new uint256[](amounts.length);
        effective = new uint256[](amounts.length);
        for (uint256 i = 0; i < amounts.length; ++i) {
            raw[i] = DecayIndex.toRawDown(amounts[i], g[i]);
            effective[i] = DecayIndex.toEffectiveDown(raw[i], g[i]);
        }
    }
}
