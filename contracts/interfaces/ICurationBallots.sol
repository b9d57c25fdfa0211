// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {AuditBallot} from "./ICurationAudits.sol";

/// @title ICurationBallots
/// @notice Ballots that a curator brings itself, and what a curator has to know to sign one; and lots that are
/// accepted without any. See {ICuration}.
interface ICurationBallots {
    /// @notice A curator brought its ballot itself: whoever closes the audit must include it.
    /// @param lotId The lot.
    /// @param index The curator.
    /// @param charterVersion The charter that the ballot names, and every ballot of a close with it.
    /// @param practice Whether the curator has no standing: such a ballot never counts.
    /// @param ballot As it was brought.
    event BallotCast(LotId indexed lotId, uint16 indexed index, uint32 charterVersion, bool practice, bytes ballot);

    /// @notice A solo studio accepted its own lot.
    /// @param lotId The lot.
    /// @param by Registrar or timelock.
    event LotSelfCertified(LotId indexed lotId, address indexed by);

    /// @notice The audit is closed, or was not closed in time.
    error CurationBallotsClosed(LotId lotId, uint256 time, uint40 ballotDeadline);

    /// @notice The curator's ballot is there.
    error CurationAlreadyCast(LotId lotId, uint16 index);

    /// @notice As many ballots were cast directly as a close is bound to include.
    error CurationInboxFull(LotId lotId);

    /// @notice Puts a signed ballot where no relayer can leave it out: anyone, until the audit is closed or times out.
    /// @dev The first one fixes the charter version, the newest at that moment, that all ballots of a close must name.
    /// After the first close there is no need for it: whoever has one ballot more than the published ones is heavier.
    /// A curator with a new key may cast again. Where the studio's door is open, the ballot of a curator without
    /// standing is practice: only its hash is kept, and only a canary ever scores it.
    /// @param lotId The lot.
    /// @param charterVersion The charter version that the ballot names.
    /// @param ballot 130 bytes as in {closeAudit}, of a curator that is drawn now.
    function castDirect(LotId lotId, uint32 charterVersion, bytes calldata ballot) external;

    /// @notice Accepts a lot without judges: solo studios only, and only their present gate; registrar or timelock,
    /// once. Releasable one hour later.
    /// @param lotId A pending lot of this gate.
    /// @param words Words of the lot with blocked assets, strictly ascending.
    /// @param masks Their masks: bit b of word w blocks asset 256·w + b.
    function selfCertify(LotId lotId, uint16[] calldata words, uint256[] calldata masks) external;

    /// @notice Mean weight of a panel on the lot, without the producer and its delegate.
    function expectedWeightOf(LotId lotId) external view returns (uint16);

    /// @notice What a curator weighs in the panel that `seed` draws on the lot; zero: not asked.
    /// @param lotId The lot.
    /// @param seed Of the lot's audit, from its SeedDrawn.
    /// @param index The curator.
    /// @param widening 0 before the ballot deadline, 1 from then on, 2 from half the time-out after it on.
    function drawnWeightOf(LotId lotId, bytes16 seed, uint16 index, uint8 widening) external view returns (uint16);

    /// @notice Curators that cast their ballots directly, in that order, and the charter version they name.
    function inboxOf(LotId lotId, uint8 round) external view returns (uint32 charterVersion, uint16[] memory indexes);

    /// @notice Hash of the practice ballot of a curator without standing, keccak256(abi.encode(ok, defect)); or zero.
    /// Of index 0, which no curator has: how many such ballots there are.
    function practiceOf(LotId lotId, uint16 index) external view returns (bytes32);

    /// @notice Indexes of the assets that the lanes judge under a seed, in the order of the lanes.
    function sampleOf(LotId lotId, bytes16 seed) external view returns (uint24[] memory positions);

    /// @notice Index of the asset that `lane` judges in a sample of a lot of `count` assets.
    function lanePosition(bytes16 seed, uint8 lane, uint32 count) external pure returns (uint24);

    /// @notice EIP-712 digest that a curator's key signs for a ballot.
    function hashBallot(AuditBallot calldata ballot) external view returns (bytes32);
}
