// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Module} from "../../interfaces/IStudio.sol";
import {LotId} from "../../types/Ids.sol";

/// @notice How a {HostileGate} answers questions.
enum Answer {
    Plain, // the word
    Nothing, // success without return data
    TwoWords, // the word and one more
    Bomb, // the word and as much memory as the gas buys
    Burn, // never returns
    Refuse, // reverts with the word as return data
    Reenter // tries to write before it answers
}

/// @title HostileGate
/// @notice Poses as a Curation clone, a Studio or a collection: answers every question of the registry with one word
/// that can be changed at any time, in any of the ways that could hurt who asks, and may call back while it admits a
/// lot.
/// @dev For local networks only.
contract HostileGate {
    error HostileGateRefuses(LotId lotId);

    Answer private _answer;
    uint256 private _word;
    bool private _refusesLots;
    address private _target;
    bytes private _payload;

    /// @notice Return data of the last call back.
    bytes public echo;

    /// @notice Whether the last call back succeeded.
    bool public succeeded;

    function answerWith(Answer answer, uint256 word) external {
        _answer = answer;
        _word = word;
    }

    function refuseLots(bool refuses) external {
        _refusesLots = refuses;
    }

    /// @notice What to call when a lot is admitted or, in mode `Reenter`, when a question is asked.
    function callBack(address target, bytes calldata payload) external {
        _target = target;
        _payload = payload;
    }

    /// @notice Calls any contract as this gate.
    function call(address target, bytes calldata payload) external {
        Address.functionCall(target, payload);
    }

    function admitLot(LotId lotId, address, uint32) external {
        if (_refusesLots) revert HostileGateRefuses(lotId);
        if (_target == address(0)) return;
        succeeded = LowLevelCall.callNoReturn(_target, _payload);
        echo = LowLevelCall.returnData();
    }

    function studio() external returns (uint256) {
        return _reply();
    }

    function moduleOf(Module) external returns (uint256) {
        return _reply();
    }

    function isRegistrar(address) external returns (uint256) {
        return _reply();
    }

    function ownerOf(uint256) external returns (uint256) {
        return _reply();
    }

    function isValidSignature(bytes32, bytes calldata) external returns (uint256) {
        return _reply();
    }

    function _reply() private returns (uint256 word) {
        word = _word;
        if (_answer == Answer.Nothing) _end(0);
        if (_answer == Answer.TwoWords) _end(64);
        if (_answer == Answer.Bomb) _end(150_000);
        if (_answer == Answer.Burn) _burn();
        if (_answer == Answer.Refuse) _refuse(word);
        if (_answer == Answer.Reenter) Address.functionCall(_target, _payload);
    }

    /// @dev Returns the word and zeros behind it, `size` bytes in all.
    function _end(uint256 size) private view {
        uint256 word = _word;
        assembly {
            mstore(0x00, word)
            calldatacopy(0x20, calldatasize(), size)
            return(0x00, size)
        }
    }

    function _burn() private pure {
        assembly {
            for {} 1 {} {}
        }
    }

    function _refuse(uint256 word) private pure {
        assembly {
            mstore(0x00, word)
            revert(0x00, 0x20)
        }
    }
}
