// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {CappedQuery} from "./CappedQuery.sol";

/// @title GateBook
/// @notice Which gate judges for which timelock, and which studio speaks for it: each entry is written once.
library GateBook {
    using CappedQuery for address;

    /// @dev One slot.
    struct Gate {
        address timelock;
        uint32 ordinal; // 1, 2, … in the order of recording
    }

    /// @dev What is recorded, by gate, by ordinal and by timelock.
    struct Book {
        mapping(address gate => Gate) gates;
        mapping(uint32 ordinal => address timelock) timelocks;
        mapping(address timelock => address studio) studios;
        uint32 count;
    }

    /// @notice Binds a studio to its timelock if the studio agrees.
    function addStudio(Book storage book, address timelock, address studio) internal {
        if (book.studios[timelock] != address(0)) revert IAssetRegistry.AssetRegistryDuplicateTimelock(timelock);
        if (!studio.answers(abi.encodeCall(IStudio.moduleOf, (Module.Timelock)), uint160(timelock))) {
            revert IAssetRegistry.AssetRegistryUnconfirmedTimelock(timelock, studio);
        }
        book.studios[timelock] = studio;
    }

    /// @notice Binds a gate to a timelock if the gate agrees that it belongs to the timelock's studio.
    function addGate(Book storage book, address timelock, address studio, address gate) internal {
        if (book.gates[gate].ordinal != 0) revert IAssetRegistry.AssetRegistryDuplicateGate(gate);
        if (!gate.answers(abi.encodeCall(IStudioModule.studio, ()), uint160(studio))) {
            revert IAssetRegistry.AssetRegistryUnconfirmedGate(gate, studio);
        }
        uint32 ordinal = ++book.count;
        book.gates[gate] = Gate({timelock: timelock, ordinal: ordinal});
        book.timelocks[ordinal] = timelock;
        emit IAssetRegistry.GateRecorded(gate, timelock, studio, ordinal);
    }

    /// @notice Whether the studio recorded for the timelock names `account` as registrar. No studio, no registrar.
    function isRegistrar(Book storage book, address timelock, address account) internal view returns (bool) {
        address studio = book.studios[timelock];
        return studio != address(0) && studio.answers(abi.encodeCall(IStudio.isRegistrar, (account)), 1);
    }
}
