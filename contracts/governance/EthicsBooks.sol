// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {Claim} from "../interfaces/IEthicsClaims.sol";
import {Review, SubjectKind} from "../interfaces/IEthicsReviews.sol";
import {BoardSeat, IEthicsSeats} from "../interfaces/IEthicsSeats.sol";
import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {Names} from "../types/Names.sol";
import {VetoBudget} from "./VetoBudget.sol";
import {VetoedAssets} from "./VetoedAssets.sol";

/// @title EthicsBooks
/// @notice What {IEthicsBoard} keeps, in one layout for the board and the part whose code it runs on its own books.
abstract contract EthicsBooks is StudioModule {
    /// @dev The newest certificate of a subject: one slot.
    struct Certificate {
        uint200 reviewId;
        bool passed;
        uint48 at; // seconds
    }

    /// @dev Everything. A subject's key is {_keyOf} its kind and id.
    struct Books {
        // seats: one slot each, numbered from 1 on
        mapping(uint256 number => BoardSeat seat) seats;
        mapping(address account => uint48 until) candidacies; // seconds
        // reviews, numbered from 1 on: six slots each
        uint256 reviewCount;
        mapping(uint256 reviewId => Review review) reviews;
        mapping(bytes32 key => Certificate certificate) certificates;
        mapping(uint256 mandateId => uint48 next) pauses; // earliest time of the next pause, seconds
        mapping(uint256 subject => mapping(uint256 word => VetoedAssets.Entry[] entries)) vetoedAssets; // by whole lot
        // vetoes: settings in one slot, and two slots each for the vetoes of 90 days
        uint8 vetoLimit; // zero: 4
        uint48 chamberUntil; // seconds; from then on the chamber has no power
        address chamber;
        VetoBudget.Budget boardVetoes;
        VetoBudget.Budget chamberVetoes;
        // claims, numbered from 1 on
        uint256 claimCount;
        mapping(uint256 claimId => Claim claim) claims;
        mapping(bytes32 key => uint256 claimId) openClaims; // the one that waits for an answer; zero: none
        address claimToken; // of bonds from now on
        uint48 rewardedAt; // seconds; when a review was rewarded last
        uint128 claimBond; // units of the token; zero: for who may propose only
        mapping(address claimant => uint256 count) freeClaims; // that cost nothing and are not closed
    }

    IAssetRegistry internal immutable _ASSET_REGISTRY;
    IRoyaltySplitter internal immutable _ROYALTY_SPLITTER;

    Books private _kept;

    constructor(address deployer) {
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    function _books() internal view returns (Books storage) {
        return _kept;
    }

    function _requireTimelock() internal view {
        if (msg.sender != _moduleOf(Module.Timelock)) revert IEthicsSeats.EthicsBoardUnauthorized(msg.sender);
    }

    /// @dev A module as the studio names it now.
    function _moduleOf(Module module) internal view returns (address) {
        return IStudio(studio()).moduleOf(module);
    }

    /// @dev What names a subject of any kind.
    function _keyOf(SubjectKind kind, uint256 subject) internal pure returns (bytes32) {
        return keccak256(abi.encode(kind, subject));
    }
}
