// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AuditTerms, ICurationRolls} from "../interfaces/ICurationRolls.sol";
import {ONE} from "../types/Constants.sol";
import {TermsBook} from "./TermsBook.sol";

/// @title TermsRules
/// @notice What a studio may set its terms to.
library TermsRules {
    /// @dev Less than a third in agreement decides no lane, and half of the weight no lot.
    uint256 private constant _LEAST_COVERAGE = 333_334;
    uint256 private constant _HALF = ONE / 2;
    uint256 private constant _LANES = 256;

    /// @dev From the draw to the end of the first challenge window. The standings of a lot's epoch are known for three
    /// whole epochs after it.
    uint256 private constant _LONGEST_AUDIT = 18 days;

    /// @dev A sample is accepted with at most one bad lane in this many.
    uint256 private constant _ACCEPTANCE_DIVISOR = 4;

    /// @notice Refuses terms out of bounds, naming the first field that is, in the order of {AuditTerms} from 0 on.
    function check(AuditTerms calldata terms) internal pure {
        _require(terms.seedDelay >= 32 && terms.seedDelay <= 256, 3);
        _require(terms.ballotWindow >= 1 hours && terms.ballotWindow <= 7 days, 4);
        _require(terms.timeOut >= 1 days && terms.timeOut <= 30 days, 5);
        _require(terms.challengeWindow >= 1 hours && terms.challengeWindow <= 14 days, 6);
        uint256 longest = uint256(terms.ballotWindow) + terms.timeOut + terms.challengeWindow;
        _require(longest <= _LONGEST_AUDIT, 6);
        _require(terms.quorum > _HALF && terms.quorum <= ONE, 7);
        _require(terms.coverage >= _LEAST_COVERAGE && terms.coverage <= terms.quorum, 8);
        _require(terms.panel >= 3 && terms.panel <= 128, 9);
        _require(terms.minHumanBallots <= terms.panel, 10);
        _checkPlans(terms);
        _require(terms.flags <= TermsBook.OPEN_DOOR | TermsBook.AGENTS_JUDGE, 17);
    }

    /// @dev Tightened is no laxer than normal, and reduced asks for no more work.
    function _checkPlans(AuditTerms calldata terms) private pure {
        _require(terms.normalSize != 0 && terms.normalSize <= _LANES, 11);
        _require(_accepts(terms.normalSize, terms.normalAcceptance), 12);
        _require(terms.tightenedSize >= terms.normalSize && terms.tightenedSize <= _LANES, 13);
        _require(terms.tightenedAcceptance <= terms.normalAcceptance, 14);
        _require(terms.reducedSize != 0 && terms.reducedSize <= terms.normalSize, 15);
        _require(_accepts(terms.reducedSize, terms.reducedAcceptance), 16);
    }

    function _accepts(uint256 size, uint256 acceptance) private pure returns (bool) {
        return acceptance * _ACCEPTANCE_DIVISOR <= size;
    }

    function _require(bool allowed, uint8 field) private pure {
        if (!allowed) revert ICurationRolls.CurationInvalidTerms(field);
    }
}
