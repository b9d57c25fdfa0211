// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {LotId} from "../types/Ids.sol";
import {CappedQuery} from "./CappedQuery.sol";

/// @title ExternalBook
/// @notice Which lots stand for a token of another collection. Collections are asked, and never believed beyond whom
/// they name as owner of their own token.
library ExternalBook {
    using CappedQuery for address;

    /// @dev Two slots.
    struct Token {
        address collection;
        uint256 tokenId;
    }

    /// @dev Tokens by the lot of one asset that stands for each.
    struct Book {
        mapping(LotId lotId => Token) tokens;
    }

    /// @notice Whether `account` owns the lot's token now.
    function isOwner(Book storage book, LotId lotId, address account) internal view returns (bool) {
        Token storage token = book.tokens[lotId];
        return isOwner(token.collection, token.tokenId, account);
    }

    /// @notice Whether the collection names `account` as owner of the token.
    function isOwner(address collection, uint256 tokenId, address account) internal view returns (bool) {
        return collection.answers(abi.encodeCall(IERC721.ownerOf, (tokenId)), uint160(account));
    }

    /// @notice What stands where other lots have a Merkle root. Three words, so it is no hash of a leaf or inner node.
    function rootOf(address collection, uint256 tokenId) internal view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, collection, tokenId));
    }
}
