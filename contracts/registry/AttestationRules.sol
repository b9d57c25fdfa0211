// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AttestationInput, AttestationKind, AttestationOutcome, IAttestations} from "../interfaces/IAttestations.sol";
import {ONE} from "../types/Constants.sol";

/// @title AttestationRules
/// @notice What a statement must look like to be one.
library AttestationRules {
    uint256 private constant _MAX_TEXT = 256;

    /// @dev Per kind, in their order, the kinds of subject it may have: bit `s` of byte `k` stands for subject `s`.
    /// 01 account; 0e recipe, lot, asset; 0f these and account; 0c lot, asset; 1e recipe, lot, asset, offer.
    bytes7 private constant _SUBJECTS = 0x010e0e0f0c0f1e;

    /// @dev Per kind of subject, in their order, the bits of its ids; 0: all.
    bytes5 private constant _WIDTHS = 0xa000e0f800;

    /// @notice Reverts unless the attester may state this now.
    function check(AttestationInput calldata input, address attester) internal view {
        if (block.timestamp > input.deadline) revert IAttestations.AttestationsLate(input.deadline);
        if (input.validUntil <= block.timestamp) {
            revert IAttestations.AttestationsExpired(input.validUntil, uint40(block.timestamp + 1));
        }
        _checkSubject(input);
        if (input.score > ONE) revert IAttestations.AttestationsInvalidScore(input.score, ONE);
        uint256 length = bytes(input.text).length;
        if (length > _MAX_TEXT) revert IAttestations.AttestationsLongText(length, _MAX_TEXT);
        if (input.kind == AttestationKind.Actor) _checkActor(input, attester);
        else _checkFinding(input);
    }

    function _checkSubject(AttestationInput calldata input) private pure {
        uint8 subjectKind = uint8(input.subjectKind);
        uint256 subject = uint256(input.subject);
        bool isAllowed = (uint8(_SUBJECTS[uint8(input.kind)]) >> subjectKind) & 1 == 1;
        uint8 width = uint8(_WIDTHS[subjectKind]);
        bool fits = width == 0 || subject >> width == 0;
        if (subject == 0 || !isAllowed || !fits) revert IAttestations.AttestationsInvalidSubject(input.subject);
    }

    function _checkActor(AttestationInput calldata input, address attester) private pure {
        bytes32 subject = input.subject;
        if (subject != bytes32(uint256(uint160(attester)))) {
            revert IAttestations.AttestationsForeignActor(attester, subject);
        }
        bool isPlain = input.outcome == AttestationOutcome.None && input.score == 0;
        if (!isPlain || bytes(input.text).length == 0) revert IAttestations.AttestationsInvalidActor(subject);
    }

    /// @dev Reports and ratings are numbers; everything else was found or not.
    function _checkFinding(AttestationInput calldata input) private pure {
        if (input.agent) revert IAttestations.AttestationsInvalidActor(input.subject);
        if (input.kind >= AttestationKind.PerformanceReport || input.outcome != AttestationOutcome.None) return;
        revert IAttestations.AttestationsMissingOutcome(input.subject);
    }
}
