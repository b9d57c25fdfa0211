// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../../contracts/interfaces/IAssetRegistry.sol";
import {PERPETUAL} from "../../contracts/types/Constants.sol";
import {FreezeBook} from "../../contracts/registry/FreezeBook.sol";
import {AssetId} from "../../contracts/types/Ids.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Rulers freeze, members ratify, and both lift, at random; two assets and their lot always obey the rules of
/// a freeze.
contract FreezesTest is SolidityTest {
    using FreezeBook for FreezeBook.Book;

    uint256 private constant DAY = 86_400;
    uint256 private constant SUBJECTS = 3;
    uint256 private constant WHOLE = 2;

    FreezeBook.Book private _book;

    /// @dev What a careful witness wrote down of each subject: begin and end of the last freeze, whether it was lifted.
    mapping(uint256 subject => uint256 time) private _begun;
    mapping(uint256 subject => uint256 time) private _end;
    /// @dev Latest end that was ever set for an asset, but for those without end.
    uint256 private _latestPart;

    function testFuzz_FreezesKeepTheirRules(uint256 seed) public {
        vm.warp(1_800_000_000);
        for (uint256 i = 0; i < 48; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(block.timestamp + bound(seed >> 8, 0, 25 * DAY));
            uint256 subject = seed % SUBJECTS;
            uint256 act = (seed >> 200) % 4;
            if (act < 2) _freeze(subject, block.timestamp + bound(seed >> 64, 0, 32 * DAY));
            else if (act == 2) _ratify(subject, block.timestamp + bound(seed >> 64, 0, 400 * DAY));
            else _lift(subject);
            _checkAll();
        }
    }

    /// @notice Called by the test itself, so that a refusal can be caught.
    function add(AssetId subject, uint40 until) external {
        _book.add(subject, until);
    }

    /// @notice Called by the test itself, so that a refusal can be caught.
    function ratify(AssetId subject, uint40 until) external {
        _book.ratify(subject, until);
    }

    /// @notice Called by the test itself, so that a refusal can be caught.
    function lift(AssetId subject) external {
        _book.lift(subject);
    }

    function _freeze(uint256 subject, uint256 until) private {
        bool inRange = until > block.timestamp && until <= block.timestamp + 30 * DAY;
        bool rested = _begun[subject] == 0 || block.timestamp >= _begun[subject] + 180 * DAY;
        rested = rested && block.timestamp >= _end[subject];
        try this.add(_idOf(subject), uint40(until)) {
            assertTrue(inRange && rested, "a freeze against the rules");
            (_begun[subject], _end[subject]) = (block.timestamp, until);
            if (subject != WHOLE && until > _latestPart) _latestPart = until;
        } catch (bytes memory reason) {
            bytes4 expected =
                inRange
                    ? IAssetRegistry.AssetRegistryFrozenRecently.selector
                    : IAssetRegistry.AssetRegistryInvalidFreeze.selector;
            assertTrue(bytes4(reason) == expected && !(inRange && rested), "a refusal against the rules");
        }
    }

    /// @dev As the registry calls it: while a freeze runs. One in four has no end.
    function _ratify(uint256 subject, uint256 until) private {
        bool frozen = block.timestamp < _end[subject];
        assertTrue(_book.isFrozen(_idOf(subject)) == frozen, "frozen");
        if (!frozen) return;
        if (until % 4 == 0) until = PERPETUAL;
        bool inRange = until > _end[subject] && (until == PERPETUAL || until <= block.timestamp + 365 * DAY);
        try this.ratify(_idOf(subject), uint40(until)) {
            assertTrue(inRange, "a ratification against the rules");
            _end[subject] = until;
            if (subject != WHOLE && until != PERPETUAL && until > _latestPart) _latestPart = until;
            assertTrue(_book.isRatified(_idOf(subject)), "ratified");
        } catch (bytes memory reason) {
            bool expected = bytes4(reason) == IAssetRegistry.AssetRegistryInvalidFreeze.selector;
            assertTrue(expected && !inRange, "a freeze that cannot be ratified");
        }
    }

    function _lift(uint256 subject) private {
        bool frozen = block.timestamp < _end[subject];
        try this.lift(_idOf(subject)) {
            assertTrue(frozen, "nothing was lifted");
            _end[subject] = 0;
            assertTrue(!_book.isRatified(_idOf(subject)), "still ratified");
        } catch (bytes memory reason) {
            bool expected = bytes4(reason) == IAssetRegistry.AssetRegistryNotFrozen.selector;
            assertTrue(expected && !frozen, "a freeze that cannot be lifted");
        }
    }

    function _checkAll() private view {
        uint256 whole = _end[WHOLE];
        for (uint256 subject = 0; subject < WHOLE; ++subject) {
            uint256 until = _end[subject] > whole ? _end[subject] : whole;
            assertEq(_book.untilOf(_idOf(subject)), until, "asset");
        }
        uint256 all = _latestPart > whole ? _latestPart : whole;
        if (_end[0] == PERPETUAL || _end[1] == PERPETUAL) all = PERPETUAL;
        assertEq(_book.untilOf(_idOf(WHOLE)), all, "whole lot");
    }

    function _idOf(uint256 subject) private pure returns (AssetId) {
        return AssetId.wrap((0xabc << 24) | (subject == WHOLE ? 0xffffff : subject * 300));
    }
}
