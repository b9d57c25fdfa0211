// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Dispute} from "../interfaces/ICurationDisputes.sol";
import {Producer} from "../interfaces/ICurationRolls.sol";
import {Score} from "../interfaces/ICurationScores.sol";
import {BallotPoll} from "./BallotPoll.sol";

/// @title DisputePurse
/// @notice Money of disputes. It moves between deposits, pay and what is at stake; no token moves.
library DisputePurse {
    /// @dev Bytes of an entry of a list of pays.
    uint256 private constant _ENTRY = 16;

    /// @notice Puts a part of an account's free deposit at stake.
    function take(Producer storage purse, address account, uint256 amount) internal {
        if (amount == 0) return;
        uint256 free = purse.free;
        if (free < amount) revert ICurationAudits.CurationDepositTooSmall(account, free, amount);
        // casting to 'uint112' is safe because it was one
        purse.free = uint112(free - amount);
    }

    /// @notice Adds to an account's free deposit.
    function give(Producer storage purse, uint256 amount) internal {
        if (amount != 0) purse.free = SafeCast.toUint112(purse.free + amount);
    }

    /// @notice Takes from the bond of the lot, as far as it reaches.
    /// @param bond that the lot's producer put up.
    function draw(Dispute storage dispute, uint256 bond, uint256 amount) internal returns (uint256 drawn) {
        uint256 paid = dispute.paid;
        drawn = Math.min(amount, bond - paid);
        // casting to 'uint80' is safe because no more is paid than the bond, which is one
        if (drawn != 0) dispute.paid = uint80(paid + drawn);
    }

    /// @notice Shares a fee by weight, each share rounded down.
    /// @param poll counted by {BallotPoll-count}: the heaviest ballots stand first.
    /// @return pays 16 bytes for each ballot: index u16, pay u112
    /// @return rest what the division left
    function share(
        mapping(uint256 index => Score) storage scores,
        uint256 fee,
        BallotPoll.Poll memory poll,
        bytes calldata ballots
    ) internal returns (bytes memory pays, uint256 rest) {
        pays = new bytes(_ENTRY * (ballots.length / poll.stride));
        rest = fee;
        uint256 i;
        for (uint256 shift = BallotPoll.SHIFTS; shift != 0;) {
            --shift;
            uint256 pay = (fee << shift) / poll.weight;
            uint256 end = i + BallotPoll.ballotsAt(poll.weights, shift);
            rest -= (end - i) * pay;
            for (; i < end; ++i) {
                uint256 index = uint16(bytes2(ballots[i * poll.stride:]));
                Score storage score = scores[index];
                score.pay = SafeCast.toUint112(score.pay + pay);
                // an index has two bytes on the wire, and a pay is part of a fee of 80 bits
                _write(pays, i, (index << 112) | pay);
            }
        }
    }

    /// @dev Writes one entry; what comes after it is not written yet.
    function _write(bytes memory pays, uint256 i, uint256 entry) private pure {
        assembly ("memory-safe") {
            mstore(add(add(pays, 0x20), mul(i, _ENTRY)), shl(128, entry))
        }
    }
}
