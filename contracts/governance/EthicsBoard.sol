// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {BoardSeat, IEthicsSeats} from "../interfaces/IEthicsSeats.sol";
import {Names} from "../types/Names.sol";
import {EthicsBooks} from "./EthicsBooks.sol";
import {SeatBook} from "./SeatBook.sol";

/// @title EthicsBoard
/// @notice See {IEthicsBoard}.
/// @dev A module clone. Claims are the code of {EthicsClaims}, which runs on these books: what is not found here is
/// passed on. It asks the studio for its modules at each use, so that none of them outlives its replacement here.
contract EthicsBoard is EthicsBooks, IEthicsSeats {
    using SeatBook for BoardSeat;
    using SeatBook for mapping(uint256 number => BoardSeat seat);

    uint256 private constant _CANDIDACY = 90 days;

    address private immutable _STUDIO_FACTORY;
    address private immutable _ETHICS_CLAIMS;

    constructor(address deployer) EthicsBooks(deployer) {
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _ETHICS_CLAIMS = IDeployer(deployer).addressOf(Names.ETHICS_CLAIMS);
    }

    /// @dev What is not here is a function of claims, or of nobody, and refused there.
    // The board accepts no ether.
    // solhint-disable-next-line payable-fallback
    fallback() external {
        address part = _ETHICS_CLAIMS;
        // Nothing returns to Solidity from here, so all memory may be used.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), part, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }

    // Seats

    /// @inheritdoc IEthicsSeats
    function initialize(address[] calldata holders) external {
        if (msg.sender != _STUDIO_FACTORY) revert EthicsBoardUnauthorized(msg.sender);
        _books().seats.seatFirst(holders);
    }

    /// @inheritdoc IEthicsSeats
    function stand(bytes32 statement) external {
        if (statement == 0) revert EthicsBoardEmptyStatement(msg.sender);
        _books().candidacies[msg.sender] = SafeCast.toUint48(block.timestamp + _CANDIDACY);
        emit CandidateStood(msg.sender, statement);
    }

    /// @inheritdoc IEthicsSeats
    function electSeat(uint8 seat, address holder) external {
        _requireTimelock();
        _requireSeat(seat);
        uint8 held = seatHeldBy(holder);
        bool ready = block.timestamp < candidateUntil(holder);
        if (held != seat && (held != 0 || !ready)) revert EthicsBoardInvalidHolder(holder);
        delete _books().candidacies[holder];
        _books().seats.seat(seat, holder);
    }

    /// @inheritdoc IEthicsSeats
    function removeSeat(uint8 seat, bytes32 evidence) external {
        _requireTimelock();
        _requireSeat(seat);
        _books().seats.vacate(seat, evidence);
    }

    /// @inheritdoc IEthicsSeats
    function resign(uint8 seat) external {
        BoardSeat memory found = _books().seats[seat];
        if (found.holder != msg.sender || !found.isLive()) revert EthicsBoardUnauthorized(msg.sender);
        _books().seats.vacate(seat, 0);
    }

    /// @inheritdoc IEthicsSeats
    function seatOf(uint8 seat) external view returns (BoardSeat memory) {
        return _books().seats[seat];
    }

    /// @inheritdoc IEthicsSeats
    function liveSeats() external view returns (uint256 live) {
        (, live) = _books().seats.count(0, 0);
    }

    /// @inheritdoc IEthicsSeats
    function seatHeldBy(address account) public view returns (uint8 seat) {
        return _books().seats.heldBy(account, SeatBook.MAX_SEATS);
    }

    /// @inheritdoc IEthicsSeats
    function candidateUntil(address candidate) public view returns (uint48) {
        return _books().candidacies[candidate];
    }

    function _requireSeat(uint8 seat) private pure {
        if (seat == 0 || seat > SeatBook.MAX_SEATS) revert EthicsBoardInvalidSeat(seat, SeatBook.MAX_SEATS);
    }
}
