// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title TestCollection
/// @notice Somebody's ERC-721 collection, from which anybody may mint.
/// @dev For local networks only.
contract TestCollection is ERC721 {
    constructor() ERC721("Test Collection", "TEST") {}

    function mint(address to, uint256 tokenId) external {
        _mint(to, tokenId);
    }
}
