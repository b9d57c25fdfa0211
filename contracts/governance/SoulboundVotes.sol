// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// solhint-disable-next-line max-line-length
import {ERC20VotesUpgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20VotesUpgradeable.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";

/// @title SoulboundVotes
/// @notice Votes of a studio that nobody can transfer, on the studio's clock and under its name.
/// @dev No initializer of OpenZeppelin's is called: name, symbol, domain and clock come from the studio.
abstract contract SoulboundVotes is ERC20VotesUpgradeable, StudioModule {
    /// @notice Name of the studio.
    function name() public view override returns (string memory) {
        return IStudio(studio()).name();
    }

    /// @notice Symbol of the studio.
    function symbol() public view override returns (string memory) {
        return IStudio(studio()).symbol();
    }

    /// @notice Current timepoint on the clock that the studio chose: seconds or blocks (ERC-6372).
    function clock() public view override returns (uint48) {
        return _countsBlocks() ? Time.blockNumber() : Time.timestamp();
    }

    /// @notice What {clock} counts (ERC-6372).
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public view override returns (string memory) {
        return _countsBlocks() ? "mode=blocknumber&from=default" : "mode=timestamp";
    }

    /// @notice Always refused.
    function transfer(address, uint256) public pure override returns (bool) {
        revert IReputationToken.ReputationTokenNonTransferable();
    }

    /// @notice Always refused.
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        revert IReputationToken.ReputationTokenNonTransferable();
    }

    /// @notice Always refused.
    function approve(address, uint256) public pure override returns (bool) {
        revert IReputationToken.ReputationTokenNonTransferable();
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal view override returns (string memory) {
        return name();
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }
}
