// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LicenseRecord} from "./ILicenses.sol";

/**
 * @title ILicenseRenderer
 * @notice What wallets show of transferable licenses, as data URIs. Stateless; Licenses creates it in its constructor,
 * so the code of one fixes the code of the other. Only numbers, dates, ids and fixed words are rendered: no text of a
 * user reaches the JSON or the drawing, so there is nothing to escape.
 */
interface ILicenseRenderer {
    /**
     * @notice ERC-721 metadata with a drawing of the license and its terms as attributes.
     * @param licenseId the record, which is the token
     * @param record its terms; whether it is expired is a matter of the time of the call
     */
    function tokenURI(bytes32 licenseId, LicenseRecord calldata record) external view returns (string memory);

    /**
     * @notice ERC-7572 metadata of the collection.
     * @param name ERC-721 name, free of quotes and backslashes
     * @param symbol ERC-721 symbol, likewise
     */
    function contractURI(string calldata name, string calldata symbol) external pure returns (string memory);
}
