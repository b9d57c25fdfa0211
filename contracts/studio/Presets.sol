// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Preset} from "../interfaces/IStudio.sol";
import {PresetSettings} from "../interfaces/IStudioFactory.sol";
import {ONE} from "../types/Constants.sol";

/// @title Presets
/// @notice Founders, clocks, quorum and cap that a studio starts with.
library Presets {
    /// @notice What a preset says.
    function settingsOf(Preset preset) internal pure returns (PresetSettings memory) {
        if (preset == Preset.Solo) return _solo();
        PresetSettings memory settings = _collective();
        if (preset == Preset.House) {
            settings.quorumNumerator = 20;
            settings.voteCap = 150_000;
        } else if (preset == Preset.Open) {
            settings.maxFounders = 20;
            settings.votingPeriod = 7 days;
            settings.quorumNumerator = 10;
            settings.voteCap = 75_000;
        }
        return settings;
    }

    function _solo() private pure returns (PresetSettings memory) {
        return
            PresetSettings({
                minFounders: 1,
                maxFounders: 1,
                votingDelay: 60 seconds,
                votingPeriod: 1 hours,
                lateQuorumExtension: 0,
                timelockDelay: 1 days,
                quorumNumerator: 20,
                voteCap: ONE
            });
    }

    function _collective() private pure returns (PresetSettings memory) {
        return
            PresetSettings({
                minFounders: 3,
                maxFounders: 15,
                votingDelay: 1 days,
                votingPeriod: 5 days,
                lateQuorumExtension: 1 days,
                timelockDelay: 2 days,
                quorumNumerator: 30,
                voteCap: 200_000
            });
    }
}
