// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ILicenseRenderer} from "../interfaces/ILicenseRenderer.sol";
import {LicenseRecord, Usage} from "../interfaces/ILicenses.sol";
import {PERPETUAL} from "../types/Constants.sol";
import {AssetId} from "../types/Ids.sol";
import {CivilDate} from "./CivilDate.sol";

/// @title LicenseRenderer
/// @notice See {ILicenseRenderer}.
contract LicenseRenderer is ILicenseRenderer {
    using CivilDate for uint256;
    using Strings for uint256;

    /// @dev Bytes of an asset id.
    uint256 private constant _ASSET_ID_LENGTH = 31;

    /// @inheritdoc ILicenseRenderer
    function tokenURI(bytes32 licenseId, LicenseRecord calldata record) external view returns (string memory) {
        string memory json = string.concat(
            '{"name":"',
            _name(record),
            '","description":"A license bought with Imprimatur. Whoever owns this token holds it.","image":"',
            "data:image/svg+xml;base64,",
            Base64.encode(bytes(_drawing(licenseId, record))),
            '","attributes":[',
            _attributes(record),
            "]}"
        );
        return _dataURI(json);
    }

    /// @inheritdoc ILicenseRenderer
    function contractURI(string calldata name, string calldata symbol) external pure returns (string memory) {
        string memory json = string.concat(
            '{"name":"',
            name,
            '","symbol":"',
            symbol,
            '","description":"Transferable licenses of works, models, datasets and styles on Imprimatur."}'
        );
        return _dataURI(json);
    }

    function _attributes(LicenseRecord calldata record) private view returns (string memory) {
        string memory terms = string.concat(
            _attribute("Asset", AssetId.unwrap(record.assetId).toHexString(_ASSET_ID_LENGTH)),
            _attribute("Usages", _usages(record.usages)),
            _attribute("Status", _status(record)),
            _attribute("Exclusive", record.exclusive ? "Yes" : "No"),
            _attribute("Revocable", record.revocable ? "Yes" : "No")
        );
        return
            string.concat(
                terms,
                _attribute("Offer", uint256(record.offerId).toHexString(32)),
                _attribute("Rate", _percent(record.rate)),
                _expiry(record.expiry),
                _number("Bought", "date", record.boughtAt),
                ",",
                _number("Seats", "number", record.seats)
            );
    }

    /// @dev Lines of text only, none of which anybody can choose.
    function _drawing(bytes32 licenseId, LicenseRecord calldata record) private view returns (string memory) {
        string memory head = string.concat(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" font-family="serif" fill="#1d1b16">',
            '<rect width="600" height="600" fill="#f7f2e4"/>',
            '<rect x="24" y="24" width="552" height="552" fill="none" stroke="#8a6d3b" stroke-width="3"/>',
            _line(110, 40, "Imprimatur"),
            _line(170, 26, _name(record))
        );
        string memory body = string.concat(
            _line(250, 22, _usages(record.usages)),
            _line(300, 22, record.expiry == PERPETUAL ? "Perpetual" : string.concat("until ", _date(record.expiry))),
            _line(350, 22, string.concat(uint256(record.seats).toString(), record.seats == 1 ? " seat" : " seats")),
            _line(400, 22, record.exclusive ? "Exclusive" : "Not exclusive")
        );
        return
            string.concat(
                head,
                body,
                _line(470, 34, _status(record)),
                _line(540, 13, uint256(licenseId).toHexString(32)),
                "</svg>"
            );
    }

    function _status(LicenseRecord calldata record) private view returns (string memory) {
        if (record.expiry <= block.timestamp) return "Expired";
        return record.usedBy == 0 ? "Valid" : "Used";
    }

    function _name(LicenseRecord calldata record) private pure returns (string memory) {
        string memory lot = string.concat("lot ", uint256(record.assetId.lotOf().nonceOf()).toString());
        if (record.assetId.isWholeLot()) return string.concat("License of ", lot);
        return string.concat("License of asset ", uint256(record.assetId.indexOf()).toString(), " of ", lot);
    }

    function _usages(uint8 usages) private pure returns (string memory list) {
        string[6] memory names = ["Personal", "Commercial", "Advertising", "Training", "Derivative", "Sublicense"];
        for (uint256 usage = 0; usage <= uint256(Usage.Sublicense); ++usage) {
            if ((usages >> usage) & 1 == 0) continue;
            list = string.concat(list, bytes(list).length == 0 ? "" : ", ", names[usage]);
        }
    }

    function _expiry(uint40 expiry) private pure returns (string memory) {
        if (expiry == PERPETUAL) return _attribute("Expiry", "Perpetual");
        return string.concat(_number("Expiry", "date", expiry), ",");
    }

    /// @dev Parts per million as percent with four decimals.
    function _percent(uint24 rate) private pure returns (string memory) {
        bytes memory decimals = bytes(uint256(10_000 + (rate % 10_000)).toString());
        decimals[0] = ".";
        return string.concat(uint256(rate / 10_000).toString(), string(decimals), " %");
    }

    function _date(uint40 time) private pure returns (string memory) {
        return uint256(time).toDate();
    }

    function _line(uint256 y, uint256 size, string memory text) private pure returns (string memory) {
        return
            string.concat(
                '<text x="300" y="',
                y.toString(),
                '" font-size="',
                size.toString(),
                '" text-anchor="middle">',
                text,
                "</text>"
            );
    }

    /// @dev One attribute with the comma that parts it from the next.
    function _attribute(string memory trait, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', trait, '","value":"', value, '"},');
    }

    function _number(string memory trait, string memory kind, uint256 value) private pure returns (string memory) {
        string memory head = string.concat('{"trait_type":"', trait, '","display_type":"', kind, '","value":');
        return string.concat(head, value.toString(), "}");
    }

    function _dataURI(string memory json) private pure returns (string memory) {
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }
}
