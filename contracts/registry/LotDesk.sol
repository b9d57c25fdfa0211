// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {LotId} from "../types/Ids.sol";
import {LotWord} from "./LotWord.sol";
import {RegistryBooks} from "./RegistryBooks.sol";

/// @title LotDesk
/// @notice Code of AssetRegistry that corrects lots: it runs by delegatecall, on the registry's books and in the
/// registry's name, as {RecipeDesk} does. Called directly it finds its own books empty, so it can do nothing.
contract LotDesk is RegistryBooks {
    constructor(address deployer) RegistryBooks(deployer) {}

    /// @notice See {IAssetRegistry-supersedeLot}.
    function supersedeLot(LotId lotId, LotId successor) external {
        LotWord word = _requireCurrent(lotId);
        address licensor = _licensor(word.recipe());
        if (msg.sender != licensor) revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
        LotWord next = _requireCurrent(successor);
        bool fits =
            !(lotId == successor) &&
                next.count() == word.count() &&
                next.committedAt() >= word.committedAt() &&
                _licensor(next.recipe()) == licensor;
        if (!fits) revert IAssetRegistry.AssetRegistryInvalidSuccessor(lotId, successor);
        _lots().lots[lotId].word = word.asSuperseded();
        emit IAssetRegistry.LotSuperseded(lotId, successor, licensor);
    }

    /// @notice See {IAssetRegistry-supersedeManifest}.
    function supersedeManifest(LotId lotId, bytes32 manifest) external {
        LotWord word = _requireLot(lotId);
        if (!_speaksFor(_licensor(word.recipe()), msg.sender)) {
            revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
        }
        if (manifest == 0) revert IAssetRegistry.AssetRegistryInvalidManifest(lotId);
        emit IAssetRegistry.ManifestSuperseded(lotId, msg.sender, manifest);
    }

    /// @dev No lot is superseded twice, and none by one that was: chains of corrections end, and never in a circle.
    function _requireCurrent(LotId lotId) private view returns (LotWord word) {
        word = _requireLot(lotId);
        if (word.isSuperseded()) revert IAssetRegistry.AssetRegistrySupersededLot(lotId);
    }

    function _requireLot(LotId lotId) private view returns (LotWord word) {
        word = _lots().lots[lotId].word;
        if (word.recipe() == 0) revert IAssetRegistry.AssetRegistryUnknownLot(lotId);
    }
}
