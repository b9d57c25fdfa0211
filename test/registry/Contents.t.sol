// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetLeaf, Kind, LotInput, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {IProvenance} from "../../contracts/interfaces/IProvenance.sol";
import {AssetId, LotId, toLotId} from "../../contracts/types/Ids.sol";
import {Vm} from "../helpers/SolidityTest.sol";
import {LicensingFixture} from "../licensing/LicensingFixture.sol";

/// @notice One content in several lots of several producers, some of one second, proved in any order.
contract ContentsTest is LicensingFixture {
    uint256 private constant LOTS = 6;
    uint256 private constant PRODUCERS = 3;
    uint256 private constant START = 1_800_000_000;

    IProvenance private _provenance;
    bytes32[PRODUCERS] private _recipes;
    AssetId[LOTS] private _assets;
    uint256[LOTS] private _times;

    function setUp() public {
        deployLicensing();
        _provenance = IProvenance(create(abi.encodePacked(vm.getCode("Provenance"), abi.encode(deployer))));
        for (uint256 i = 0; i < PRODUCERS; ++i) {
            (_recipes[i], ) = makeLot(_producerAt(i), Kind.Work, 0, new Parent[](0), 1);
        }
    }

    /// @notice Whatever the order, the earliest is the least by time, then by id; and who proves all of them once more
    /// has every asset of a later second called a copy, and no other.
    function testFuzz_EarliestDoesNotDependOnTheOrder(uint256 seed) public {
        _commitAll(seed);
        uint256[] memory order = _shuffled(seed);
        vm.recordLogs();
        for (uint256 i = 0; i < LOTS; ++i) {
            AssetId earliest = _provenance.proveContent(_assets[order[i]], _leaf(), new bytes32[](0));
            assertEq(AssetId.unwrap(earliest), AssetId.unwrap(_assets[_leastOf(order, i + 1)]), "so far");
        }
        (AssetId kept, uint40 time) = _provenance.earliestOf(_leaf().contentHash);
        uint256 least = _leastOf(order, LOTS);
        assertEq(AssetId.unwrap(kept), AssetId.unwrap(_assets[least]), "earliest");
        assertEq(time, _times[least], "time");
        for (uint256 i = 0; i < LOTS; ++i) {
            if (i != least) _provenance.proveContent(_assets[i], _leaf(), new bytes32[](0));
        }
        _checkCopies(least);
    }

    /// @dev Time stands still between some of them.
    function _commitAll(uint256 seed) private {
        uint256 time = START;
        for (uint256 i = 0; i < LOTS; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            time += word % 2;
            address producer = _producerAt(word >> 8);
            LotId lotId = toLotId(producer, uint64(1_000 + i));
            (_assets[i], _times[i]) = (lotId.assetAt(0), time);
            vm.warp(time);
            bytes32 root = registry.hashLeaf(_assets[i], _leaf());
            vm.prank(producer);
            registry.commitLot(LotInput(_recipes[(word >> 8) % PRODUCERS], uint64(1_000 + i), root, 1, address(0), 0));
        }
    }

    function _checkCopies(uint256 least) private {
        bool[LOTS] memory called;
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] != IProvenance.CopyProved.selector) continue;
            for (uint256 j = 0; j < LOTS; ++j) {
                if (uint256(logs[i].topics[1]) == AssetId.unwrap(_assets[j])) called[j] = true;
            }
        }
        for (uint256 i = 0; i < LOTS; ++i) {
            assertTrue(called[i] == _times[i] > _times[least], "copy");
        }
    }

    /// @dev Place of the least of the first `count` in the order.
    function _leastOf(uint256[] memory order, uint256 count) private view returns (uint256 least) {
        least = order[0];
        for (uint256 i = 1; i < count; ++i) {
            uint256 other = order[i];
            bool tied = _times[other] == _times[least];
            bool lower = AssetId.unwrap(_assets[other]) < AssetId.unwrap(_assets[least]);
            if (_times[other] < _times[least] || (tied && lower)) least = other;
        }
    }

    function _shuffled(uint256 seed) private pure returns (uint256[] memory order) {
        order = new uint256[](LOTS);
        for (uint256 i = 0; i < LOTS; ++i) {
            order[i] = i;
        }
        for (uint256 i = LOTS - 1; i > 0; --i) {
            uint256 other = uint256(keccak256(abi.encode(seed, "order", i))) % (i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    function _leaf() private pure returns (AssetLeaf memory leaf) {
        leaf.contentHash = keccak256("content");
    }

    function _producerAt(uint256 which) private pure returns (address) {
        return address(uint160(0xbeef00 + (which % PRODUCERS)));
    }
}
