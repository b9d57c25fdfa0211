// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DecayIndex} from "../../contracts/governance/DecayIndex.sol";
import {ShareBucket} from "../../contracts/governance/ShareBucket.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The numeraire and the limit on grants, over their whole range.
contract DecayIndexTest is SolidityTest {
    using DecayIndex for DecayIndex.State;
    using ShareBucket for ShareBucket.Bucket;

    uint256 private constant CAPACITY = 0.05e18;
    uint256 private constant WINDOW = 90 days;

    ShareBucket.Bucket private _bucket;

    function testFuzz_IndexGrowsUpToItsLimit(uint256 seed, uint40 earlier, uint40 later) external pure {
        DecayIndex.State memory state = _state(seed);
        if (earlier > later) (earlier, later) = (later, earlier);
        uint256 before = state.at(uint256(state.tBase) + earlier);
        assertLe(before, state.at(uint256(state.tBase) + later), "the index fell");
        assertLe(state.at(uint256(state.tBase) + later), DecayIndex.G_MAX, "above the limit");
        assertEq(state.at(state.tBase), state.gBase, "beginning");
    }

    function testFuzz_IndexDoublesInAHalfLife(uint256 seed, uint40 elapsed) external pure {
        DecayIndex.State memory state = _state(seed);
        uint256 now_ = uint256(state.tBase) + elapsed;
        uint256 doubled = 2 * state.at(now_);
        uint256 later = state.at(now_ + state.halfLife);
        assertEq(later, doubled > DecayIndex.G_MAX ? DecayIndex.G_MAX : doubled, "a half-life later");
    }

    function testFuzz_RebaseIsContinuous(uint256 seed, uint40 elapsed, uint32 halfLife) external pure {
        DecayIndex.State memory state = _state(seed);
        uint256 time = uint256(state.tBase) + elapsed;
        DecayIndex.State memory rebased = state.rebase(time, uint32(bound(halfLife, 30 days, 5 * 365 days)));
        assertEq(rebased.at(time), state.at(time), "a jump");
        assertEq(rebased.tBase, time, "the new beginning");
    }

    function testFuzz_GrantsAreNeverWorthMore(uint128 amount, uint256 g) external pure {
        g = bound(g, DecayIndex.G0, DecayIndex.G_MAX);
        uint256 worth = DecayIndex.toEffectiveDown(DecayIndex.toRawDown(amount, g), g);
        assertLe(worth, amount, "worth more than granted");
        assertLe(amount, worth + 1, "worth less by more than a unit");
    }

    function testFuzz_PartsAreNeverWorthMoreThanTheWhole(uint128[8] memory raw, uint256 g) external pure {
        g = bound(g, DecayIndex.G0, DecayIndex.G_MAX);
        uint256 total;
        uint256 parts;
        for (uint256 i = 0; i < raw.length; ++i) {
            total += raw[i];
            parts += DecayIndex.toEffectiveDown(raw[i], g);
        }
        uint256 whole = DecayIndex.toEffectiveDown(total, g);
        assertLe(parts, whole, "parts above the whole");
        assertLe(whole, parts + raw.length - 1, "the gap");
    }

    /// @notice In any stretch of time no more is used than the capacity and what flowed back meanwhile.
    function testFuzz_BucketHolds(uint64[16] memory shares, uint32[16] memory pauses) external {
        vm.warp(1_790_000_000);
        uint256 start = block.timestamp;
        uint256 used;
        for (uint256 i = 0; i < shares.length; ++i) {
            vm.warp(block.timestamp + bound(pauses[i], 0, WINDOW));
            uint256 free = _bucket.available(CAPACITY, WINDOW);
            assertLe(free, CAPACITY, "more than full");
            uint256 share = bound(shares[i], 0, free);
            _bucket.consume(share, free, CAPACITY);
            used += share;
            assertEq(_bucket.available(CAPACITY, WINDOW), free - share, "what is left");
            assertLe(used, CAPACITY + ((block.timestamp - start) * CAPACITY) / WINDOW, "too much in this time");
        }
    }

    function _state(uint256 seed) private pure returns (DecayIndex.State memory) {
        return
            DecayIndex.State({
                gBase: uint176(bound(uint256(keccak256(abi.encode(seed, "g"))), DecayIndex.G0, DecayIndex.G_MAX)),
                tBase: uint48(bound(uint256(keccak256(abi.encode(seed, "t"))), 1, 2 ** 40)),
                halfLife: uint32(bound(uint256(keccak256(abi.encode(seed, "h"))), 30 days, 5 * 365 days))
            });
    }
}
