// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Edge, SplitKind} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {NodeWord, toHeader} from "../../contracts/royalties/NodeWord.sol";
import {Pair, PairOverflow, toPair} from "../../contracts/royalties/Pair.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The two packed words of the ledger keep their fields apart.
contract WordsTest is SolidityTest {
    function testFuzz_NodeWordKeepsFieldsApart(
        uint24 stack,
        uint8 count,
        uint8 kind,
        bool advance,
        Edge[3] memory edges
    ) external pure {
        stack = uint24(bound(stack, 0, 900_000));
        kind = kind % 3;
        NodeWord word = toHeader(stack, count, SplitKind(kind), advance);
        for (uint256 place = 0; place < 3; ++place) {
            edges[place].rate = uint24(bound(edges[place].rate, 0, 2 ** 20 - 1));
            edges[place].pass = uint24(bound(edges[place].pass, 0, 2 ** 20 - 1));
            word = word.withEdge(place, edges[place]);
        }
        assertTrue(word.isOpen(), "open");
        assertEq(word.stack(), stack, "stack");
        assertEq(word.edgeCount(), count, "edges");
        assertEq(uint8(word.kind()), kind, "kind");
        assertTrue(word.hasAdvance() == advance, "advance");
        for (uint256 place = 0; place < 3; ++place) {
            (uint32 parent, uint24 rate, uint24 pass) = word.edgeAt(place);
            assertEq(parent, edges[place].parent, "parent");
            assertEq(rate, edges[place].rate, "rate");
            assertEq(pass, edges[place].pass, "pass");
        }
    }

    function test_EmptyWordIsNotOpen() external pure {
        assertTrue(!NodeWord.wrap(0).isOpen(), "open");
    }

    function testFuzz_PairKeepsHalvesApart(uint128 low, uint128 high) external pure {
        Pair pair = toPair(low, high);
        assertEq(pair.first(), low, "first");
        assertEq(pair.second(), high, "second");
    }

    function testFuzz_PairAddsBothHalves(uint128 low, uint128 high, uint128 moreLow, uint128 moreHigh) external {
        (uint256 sumLow, uint256 sumHigh) = (uint256(low) + moreLow, uint256(high) + moreHigh);
        bool fits = sumLow <= type(uint128).max && sumHigh <= type(uint128).max;
        if (!fits) vm.expectRevert(abi.encodeWithSelector(PairOverflow.selector, sumLow, sumHigh));
        Pair sum = this.add(toPair(low, high), moreLow, moreHigh);
        if (!fits) return;
        assertEq(sum.first(), sumLow, "first");
        assertEq(sum.second(), sumHigh, "second");
    }

    function testFuzz_PairRefusesWideTotals(uint256 low, uint256 high) external {
        low = bound(low, uint256(type(uint128).max) + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(PairOverflow.selector, low, high));
        this.pack(low, high);
        vm.expectRevert(abi.encodeWithSelector(PairOverflow.selector, high, low));
        this.pack(high, low);
    }

    /// @notice In a call of its own, so that a revert can be expected.
    function add(Pair pair, uint256 low, uint256 high) external pure returns (Pair) {
        return pair.plus(low, high);
    }

    /// @notice In a call of its own, so that a revert can be expected.
    function pack(uint256 low, uint256 high) external pure returns (Pair) {
        return toPair(low, high);
    }
}
