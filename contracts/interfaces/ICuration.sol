// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { LotId } from "../types/Ids.sol";
import { LotStatus } from "./IAssetRegistry.sol";

/// @title ICuration
/// @notice The gate of one studio: acceptance sampling of lots with signed ballots and a verified tally.
interface ICuration {
    event ProducerAdmitted(address indexed producer, uint32 quota);
    event CuratorRegistered(uint16 indexed index, address indexed account, address indexed key, bool agent, uint8 tier);
    event AuditOpened(LotId indexed lotId, address indexed producer, uint40 seedBlock, uint8 plan);
    event SeedDrawn(LotId indexed lotId, bytes16 seed, uint40 ballotDeadline, uint16 expectedWeight);
    event AuditClosed(
        LotId indexed lotId,
        address indexed relayer,
        uint32 charterVersion,
        uint16 weight,
        uint8 humanBallots,
        uint256 covered,
        uint256 bad,
        LotStatus status,
        uint40 releasableAt,
        bytes ballots
    );
    event LotSelfCertified(LotId indexed lotId, address indexed by);

    /// @notice The studio this gate belongs to.
    function studio() external view returns (address);

    /// @notice Last step of `commitLot`, called by AssetRegistry with the lot already written; a revert refuses the lot.
    function admitLot(LotId lotId, address producer, uint32 count) external;

    function drawSeed(LotId lotId, bytes calldata header, bytes32 salt) external;

    function closeAudit(
        LotId lotId,
        uint32 charterVersion,
        bytes calldata ballots,
        uint16[] calldata previousWords
    ) external;

    function selfCertify(LotId lotId, uint16[] calldata words, uint256[] calldata masks) external;

    function registerCurator(address key, bytes calldata keySignature) external returns (uint16 index);

    function admitProducer(address account, uint32 quota) external;
}
