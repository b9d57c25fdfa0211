// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CumulativeSplit, Inboxes} from "../../contracts/royalties/CumulativeSplit.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The arithmetic of cumulative floors over its whole range.
contract CumulativeSplitTest is SolidityTest {
    using CumulativeSplit for Inboxes;

    uint32 private constant ONE = 1_000_000;

    function testFuzz_GainsTelescope(
        uint128 one,
        uint128 two,
        uint128 three,
        uint32 weight,
        uint32 whole
    ) external pure {
        whole = uint32(bound(whole, 1, type(uint32).max));
        weight = uint32(bound(weight, 0, whole));
        (one, two) = _sorted(one, two);
        (two, three) = _sorted(two, three);
        (one, two) = _sorted(one, two);
        uint256 steps =
            CumulativeSplit.gainDown(one, two, weight, whole) + CumulativeSplit.gainDown(two, three, weight, whole);
        assertEq(steps, CumulativeSplit.gainDown(one, three, weight, whole), "two steps are one");
    }

    function testFuzz_ShareIsTheFloor(uint128 total, uint32 weight, uint32 whole) external pure {
        whole = uint32(bound(whole, 1, type(uint32).max));
        weight = uint32(bound(weight, 0, whole));
        uint256 share = CumulativeSplit.shareDown(total, weight, whole);
        uint256 exact = uint256(total) * weight;
        assertLe(share * whole, exact, "not above the exact part");
        assertTrue(exact - share * whole < whole, "less than a unit below it");
    }

    function testFuzz_ShareGrowsWithTheTotal(uint128 less, uint128 more, uint32 weight, uint32 whole) external pure {
        whole = uint32(bound(whole, 1, type(uint32).max));
        (less, more) = _sorted(less, more);
        uint256 shareOfLess = CumulativeSplit.shareDown(less, weight, whole);
        assertLe(shareOfLess, CumulativeSplit.shareDown(more, weight, whole), "monotone");
    }

    /// @notice R2 for one step from nothing: no unit is made, and no more is kept back than the floors can.
    function testFuzz_AStepConserves(uint128 sales, uint128 passed, uint256 seed) external pure {
        (uint24[] memory weights, uint24 stack) = _weights(seed);
        Inboxes memory ofSales = Inboxes(0, sales, 0, 0, stack);
        Inboxes memory ofPassed = Inboxes(0, 0, 0, stack == 0 ? 0 : passed, stack);
        (uint256 sold, uint256 handed, uint256 used) = (ofSales.ownGainDown(), 0, 0);
        for (uint256 i = 0; i < weights.length; ++i) {
            sold += ofSales.parentGainDown(weights[i]);
            handed += ofPassed.parentGainDown(weights[i]);
            if (weights[i] != 0) ++used;
        }
        assertEq(ofPassed.ownGainDown(), 0, "passed income is nobody's own");
        assertLe(sold, sales, "made of sales");
        assertLe(sales - sold, used, "kept back of sales");
        assertLe(handed, ofPassed.passed, "made of passed income");
        assertLe(ofPassed.passed - handed, used == 0 ? 0 : used - 1, "kept back of passed income");
    }

    /// @notice R5: two inboxes settled together or one after the other give the same.
    function testFuzz_InboxesAreIndependent(Inboxes memory inboxes, uint24 weight) external pure {
        inboxes.stack = uint24(bound(inboxes.stack, 1, 900_000));
        weight = uint24(bound(weight, 0, inboxes.stack));
        (inboxes.settledSales, inboxes.sales) = _sorted(inboxes.settledSales, inboxes.sales);
        (inboxes.settledPassed, inboxes.passed) = _sorted(inboxes.settledPassed, inboxes.passed);
        Inboxes memory sales = Inboxes(inboxes.settledSales, inboxes.sales, 0, 0, inboxes.stack);
        Inboxes memory passed = Inboxes(0, 0, inboxes.settledPassed, inboxes.passed, inboxes.stack);
        uint256 apart = sales.parentGainDown(weight) + passed.parentGainDown(weight);
        assertEq(inboxes.parentGainDown(weight), apart, "together");
        assertTrue(inboxes.isSettled() == (sales.isSettled() && passed.isSettled()), "settled");
    }

    /// @dev Up to 32 weights, as many as 16 edges have, some zero, and their sum, which is within the cap.
    function _weights(uint256 seed) private pure returns (uint24[] memory weights, uint24 stack) {
        weights = new uint24[](seed % 33);
        for (uint256 i = 0; i < weights.length; ++i) {
            uint256 choice = uint256(keccak256(abi.encode(seed, i)));
            weights[i] = choice % 4 == 0 ? 0 : uint24((choice >> 8) % (900_000 / 32));
            stack += weights[i];
        }
    }

    function _sorted(uint128 one, uint128 other) private pure returns (uint128, uint128) {
        return one <= other ? (one, other) : (other, one);
    }
}
