// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationRolls} from "../interfaces/ICurationRolls.sol";

/// @title SaltChain
/// @notice Secrets that were committed to beforehand, one for each span of 256 blocks: where the chain's own randomness
/// is made by a single party, a seed needs the link of its span as well. Each link is the hash of the next one, so who
/// reveals one shows nothing about later ones. There is one for all lots of a span, so no order of draws chooses it.
library SaltChain {
    /// @dev Blocks after which a link that was not revealed may be replaced.
    uint256 internal constant OVERDUE = 4_096;

    /// @dev Most hashes in one call.
    uint256 private constant _MAX_STEPS = 1_024;

    /// @dev What is known of the secrets: two slots.
    struct Chain {
        bytes32 link; // that of the span before `next`; at first the anchor
        uint64 next; // the first span after the newest one revealed
        uint64 first; // the first span of this chain
    }

    /// @notice Starts a chain at span `first`, none of whose seeds may be known yet.
    function start(Chain storage self, bytes32 anchor, uint256 first) internal {
        self.link = anchor;
        // casting to 'uint64' is safe because a span is a 256th of a block number
        (self.next, self.first) = (uint64(first), uint64(first));
    }

    /// @notice Stores a link. A later one hashes to the newest; one that was passed over is the hash of its successor.
    function reveal(
        Chain storage self,
        mapping(uint256 span => bytes32 link) storage links,
        uint256 span,
        bytes32 link
    ) internal {
        uint256 next = self.next;
        if (span >= next) {
            if (span - next >= _MAX_STEPS) revert ICurationRolls.CurationSpanOutOfOrder(span, next + _MAX_STEPS - 1);
            if (_hash(link, span - next + 1) != self.link) revert ICurationRolls.CurationWrongSalt(span, link);
            self.link = link;
            // casting to 'uint64' is safe because `span` is at most 1,024 above another one
            self.next = uint64(span + 1);
        } else {
            bytes32 successor = links[span + 1];
            if (span < self.first || links[span] != 0 || successor == 0) {
                revert ICurationRolls.CurationSpanOutOfOrder(span, next);
            }
            if (_hash(successor, 1) != link) revert ICurationRolls.CurationWrongSalt(span, link);
        }
        links[span] = link;
    }

    /// @notice Whether the link of a span was not revealed, and never can be, since another chain took its place.
    function isLost(
        Chain storage self,
        mapping(uint256 span => bytes32 link) storage links,
        uint256 span
    ) internal view returns (bool) {
        return links[span] == 0 && span < self.first;
    }

    function _hash(bytes32 link, uint256 times) private pure returns (bytes32) {
        for (uint256 i = 0; i < times; ++i) {
            link = keccak256(abi.encode(link));
        }
        return link;
    }
}
