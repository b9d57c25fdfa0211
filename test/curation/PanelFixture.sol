// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    IAssetRegistry,
    Kind,
    LotInput,
    Parent,
    RecipeInput,
    Terms
} from "../../contracts/interfaces/IAssetRegistry.sol";
import {ICuration} from "../../contracts/interfaces/ICuration.sol";
import {AuditBallot} from "../../contracts/interfaces/ICurationAudits.sol";
import {Payee} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {LotId} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {StudioFixture} from "../governance/StudioFixture.sol";

/// @notice A collective, or another studio, whose members are all curators, behind the real protocol.
abstract contract PanelFixture is StudioFixture {
    uint256 internal constant CURATORS = 12;
    address internal constant PRODUCER = address(0xBEEF);

    IStudio internal studio;
    ICuration internal curation;
    IAssetRegistry internal registry;

    /// @dev After a close no contract knows them any more.
    mapping(LotId lotId => bytes16 seed) internal seeds;

    bytes32 private _recipeId;

    function openPanel() internal {
        openPanel(Preset.Collective, new address[](0));
    }

    function openPanel(Preset preset, address[] memory seats) internal {
        deployProtocol();
        address[] memory members = people(CURATORS);
        studio = createStudio(preset, members, seats);
        curation = ICuration(studio.moduleOf(Module.Curation));
        registry = IAssetRegistry(deployer.addressOf(Names.ASSET_REGISTRY));
        for (uint256 i = 0; i < CURATORS; ++i) {
            address key = vm.addr(_keyOf(i + 1));
            bytes memory consent = _signature(_keyOf(i + 1), curation.hashCuratorKey(members[i], key));
            vm.prank(members[i]);
            curation.registerCurator(key, consent);
        }
        address timelock = studio.moduleOf(Module.Timelock);
        vm.startPrank(timelock);
        curation.admitProducer(PRODUCER, type(uint32).max);
        _recipeId = registry.registerRecipe(_recipeOf(timelock), 0, "");
        vm.stopPrank();
    }

    /// @notice Commits a lot.
    function commitLot(uint64 nonce, uint32 count) internal returns (LotId) {
        LotInput memory input = lotOf(nonce, count);
        vm.prank(PRODUCER);
        return registry.commitLot(input);
    }

    /// @notice A lot of the studio's recipe for its gate.
    function lotOf(uint64 nonce, uint32 count) internal view returns (LotInput memory) {
        return LotInput(_recipeId, nonce, keccak256("root"), count, address(curation), 0);
    }

    /// @notice Commits a lot and draws its seed from a header with this prevRandao.
    function openAudit(uint64 nonce, uint32 count, bytes32 prevRandao) internal returns (LotId lotId) {
        lotId = commitLot(nonce, count);
        uint256 seedBlock = curation.auditOf(lotId, 0).clock;
        bytes memory header = headerOf(seedBlock, prevRandao);
        vm.roll(seedBlock + 1);
        vm.setBlockhash(seedBlock, keccak256(header));
        curation.drawSeed(lotId, header, 0);
        seeds[lotId] = curation.auditOf(lotId, 0).digest;
    }

    /// @notice A ballot of curator `index` on the wire.
    function ballotOf(LotId lotId, uint16 index, uint256 ok, uint256 defect) internal view returns (bytes memory) {
        uint256[] memory words = new uint256[](2);
        (words[0], words[1]) = (ok, defect);
        AuditBallot memory ballot = AuditBallot({
            kind: 0,
            subject: LotId.unwrap(lotId),
            seed: seeds[lotId],
            charterVersion: 1,
            firstWord: 0,
            words: words
        });
        return signed(index, ballot);
    }

    /// @notice Any ballot, signed by curator `index`, on the wire.
    function signed(uint16 index, AuditBallot memory ballot) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf(index), curation.hashBallot(ballot));
        uint256 vs = uint256(s) | (uint256(v - 27) << 255);
        return abi.encodePacked(index, r, vs, ballot.words);
    }

    /// @notice What packed ballots say, without who signed it.
    function judgmentsOf(bytes memory packed) internal pure returns (bytes memory judgments) {
        for (uint256 at = 0; at < packed.length; at += 130) {
            bytes memory said = new bytes(66);
            for (uint256 i = 0; i < 66; ++i) said[i] = packed[at + (i < 2 ? i : i + 64)];
            judgments = bytes.concat(judgments, said);
        }
    }

    /// @notice A header of today's shape; only number and prevRandao say something.
    function headerOf(uint256 number, bytes32 prevRandao) internal pure returns (bytes memory) {
        bytes memory hash = abi.encodePacked(hex"a0", keccak256("field"));
        bytes memory front = bytes.concat(
            hash,
            hash,
            hex"94",
            bytes20(0),
            hash,
            hash,
            hash,
            hex"b90100",
            new bytes(256)
        );
        bytes memory middle = abi.encodePacked(hex"8088", uint64(number), hex"8401c9c380", hex"80", hex"846a000000");
        bytes memory fields = bytes.concat(front, middle, hex"80", hex"a0", prevRandao, hex"88", bytes8(0), hex"07");
        return abi.encodePacked(hex"f9", uint16(fields.length), fields);
    }

    function _recipeOf(address licensor) private pure returns (RecipeInput memory input) {
        input.licensor = licensor;
        input.kind = Kind.Work;
        input.commitment = keccak256("commitment");
        input.parents = new Parent[](0);
        input.split = new Payee[](1);
        input.split[0] = Payee({account: licensor, weight: 1_000_000, roles: 1});
        input.terms = Terms({derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0});
    }

    function _keyOf(uint256 index) private pure returns (uint256) {
        return 0xC0FFEE + index;
    }

    function _signature(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
