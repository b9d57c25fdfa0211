// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Kind, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {AssetFacts, IAssetRenderer} from "../interfaces/IAssetRenderer.sol";
import {LotId} from "../types/Ids.sol";
import {RawCid} from "./RawCid.sol";

/// @title AssetRenderer
/// @notice See {IAssetRenderer}.
contract AssetRenderer is IAssetRenderer {
    using RawCid for bytes32;
    using Strings for address;
    using Strings for uint256;

    /// @dev Bytes of a lot id: an address and a 64-bit nonce.
    uint256 private constant _LOT_ID_LENGTH = 28;

    /// @inheritdoc IAssetRenderer
    function tokenURI(AssetFacts calldata facts) external pure returns (string memory) {
        string memory content = string.concat("ipfs://", facts.contentHash.toString());
        string memory json = string.concat(
            '{"name":"',
            _name(facts),
            '","description":"One asset registered with Imprimatur. Its licenses are sold by the licensor of its '
            'recipe, whoever owns this token.","image":"',
            content,
            '","animation_url":"',
            content,
            '","attributes":[',
            _attributes(facts),
            "]}"
        );
        return _dataURI(json);
    }

    /// @inheritdoc IAssetRenderer
    function contractURI(string calldata name, string calldata symbol) external pure returns (string memory) {
        string memory json = string.concat(
            '{"name":"',
            name,
            '","symbol":"',
            symbol,
            '","description":"Assets of studios and independent makers on Imprimatur, each a leaf of a committed lot."}'
        );
        return _dataURI(json);
    }

    function _name(AssetFacts calldata facts) private pure returns (string memory) {
        string memory index = uint256(facts.assetId.indexOf()).toString();
        string memory nonce = uint256(facts.assetId.lotOf().nonceOf()).toString();
        return string.concat(_kindName(facts.kind), " ", index, " of lot ", nonce);
    }

    function _attributes(AssetFacts calldata facts) private pure returns (string memory) {
        LotId lotId = facts.assetId.lotOf();
        return
            string.concat(
                _attribute("Kind", _kindName(facts.kind)),
                _attribute("Producer", lotId.producerOf().toChecksumHexString()),
                _attribute("Lot", LotId.unwrap(lotId).toHexString(_LOT_ID_LENGTH)),
                _attribute("Recipe", uint256(facts.recipeId).toHexString(32)),
                _attribute("Status", _statusName(facts.status)),
                _attribute("Verdict", _className(facts.class)),
                '{"trait_type":"Index","display_type":"number","value":',
                uint256(facts.assetId.indexOf()).toString(),
                "}"
            );
    }

    /// @dev One attribute with the comma that parts it from the next.
    function _attribute(string memory trait, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', trait, '","value":"', value, '"},');
    }

    function _dataURI(string memory json) private pure returns (string memory) {
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    function _kindName(Kind kind) private pure returns (string memory) {
        return ["Work", "Model", "Dataset", "Style", "TrainingInput"][uint256(kind)];
    }

    function _statusName(LotStatus status) private pure returns (string memory) {
        return ["None", "Pending", "Accepted", "Rejected", "Suspended"][uint256(status)];
    }

    function _className(VerdictClass class) private pure returns (string memory) {
        return ["None", "SelfPublished", "SelfCertified", "Panel"][uint256(class)];
    }
}
