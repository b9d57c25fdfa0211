// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../../contracts/interfaces/IAssetRegistry.sol";
import {FreezeBook} from "../../contracts/registry/FreezeBook.sol";
import {AssetId} from "../../contracts/types/Ids.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Rulers freeze and lift at random; two assets and their lot always obey the rules of a freeze.
contract FreezesTest is SolidityTest {
    using FreezeBook for FreezeBook.Book;

    uint256 private constant DAY = 86_400;
    uint256 private constant SUBJECTS = 3;
    uint256 private constant WHOLE = 2;

    FreezeBook.Book private _book;

    /// @dev What a careful witness wrote down of each subject: begin and end of the last freeze, whether it was lifted.
    mapping(uint256 subject => uint256 time) private _begun;
    mapping(uint256 subject => uint256 time) private _end;
    /// @dev Latest end that was ever set for an asset.
    uint256 private _latestPart;

    function testFuzz_FreezesKeepTheirRules(uint256 seed) public {
        vm.warp(1_800_000_000);
        for (uint256 i = 0; i < 48; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(block.timestamp + bound(seed >> 8, 0, 25 * DAY));
            uint256 subject = seed % SUBJECTS;
            if (seed & (1 << 200) == 0) _freeze(subject, block.timestamp + bound(seed >> 64, 0, 32 * DAY));
            else _lift(subject);
            _checkAll();
        }
    }

    /// @notice Called by the test itself, so that a refusal can be caught.
    function add(AssetId subject, uint40 until) external {
        _book.add(subject, until);
    }

    /// @notice Called by the test itself, so that a refusal can be caught.
    function lift(AssetId subject) external {
        _book.lift(subject);
    }

    function _freeze(uint256 subject, uint256 until) private {
        bool inRange = until > block.timestamp && until <= block.timestamp + 30 * DAY;
        bool rested = _begun[subject] == 0 || block.timestamp >= _begun[subject] + 180 * DAY;
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

    function _lift(uint256 subject) private {
        bool frozen = block.timestamp < _end[subject];
        try this.lift(_idOf(subject)) {
            assertTrue(frozen, "nothing was lifted");
            _end[subject] = 0;
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
        assertEq(_book.untilOf(_idOf(WHOLE)), all, "whole lot");
        assertLe(all, block.timestamp + 30 * DAY, "longest");
    }

    function _idOf(uint256 subject) private pure returns (AssetId) {
        return AssetId.wrap((0xabc << 24) | (subject == WHOLE ? 0xffffff : subject * 300));
    }
}
