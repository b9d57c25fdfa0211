// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AuditTerms} from "../interfaces/ICurationRolls.sol";

/// @title AcceptancePlan
/// @notice Sampling plans in the manner of ISO 2859-1: how many lanes are judged and how many of them may be bad.
/// @dev With replacement, P(accept | p) = Σ C(n,j)·p^j·(1−p)^(n−j) for j ≤ c, whatever the size of the lot.
library AcceptancePlan {
    uint8 internal constant NORMAL = 0;
    uint8 internal constant TIGHTENED = 1;
    uint8 internal constant REDUCED = 2;

    /// @dev A census is accepted while at most one asset in this many is bad.
    uint256 private constant _CENSUS_DIVISOR = 4;

    /// @notice No such plan.
    error AcceptancePlanUnknown(uint8 plan);

    /// @notice Sample size n and acceptance number c of a plan.
    function limits(
        AuditTerms memory terms,
        uint8 plan
    ) internal pure returns (uint256 sampleSize, uint256 acceptance) {
        if (plan == NORMAL) return (terms.normalSize, terms.normalAcceptance);
        if (plan == TIGHTENED) return (terms.tightenedSize, terms.tightenedAcceptance);
        if (plan == REDUCED) return (terms.reducedSize, terms.reducedAcceptance);
        revert AcceptancePlanUnknown(plan);
    }

    /// @notice Whether a lot of `count` assets is judged whole: then lane i is index i.
    function isCensus(AuditTerms memory terms, uint8 plan, uint256 count) internal pure returns (bool) {
        (uint256 sampleSize, ) = limits(terms, plan);
        return count <= sampleSize;
    }

    /// @notice Number of lanes that are judged: all assets of a census, else the sample size.
    function lanesOf(AuditTerms memory terms, uint8 plan, uint256 count) internal pure returns (uint256) {
        (uint256 sampleSize, ) = limits(terms, plan);
        return Math.min(count, sampleSize);
    }

    /// @notice Most bad lanes an accepted lot may have.
    function allowance(AuditTerms memory terms, uint8 plan, uint256 count) internal pure returns (uint256) {
        (uint256 sampleSize, uint256 acceptance) = limits(terms, plan);
        return count <= sampleSize ? allowanceOfCensus(acceptance, count) : acceptance;
    }

    /// @notice Most bad assets that an accepted lot of `count` may have if all of them are judged.
    function allowanceOfCensus(uint256 acceptance, uint256 count) internal pure returns (uint256) {
        return Math.max(count / _CENSUS_DIVISOR, acceptance);
    }

    /// @notice The `lanes` low bits; the others are padding and never count.
    function maskOf(uint256 lanes) internal pure returns (uint256) {
        return type(uint256).max >> (256 - lanes);
    }
}
