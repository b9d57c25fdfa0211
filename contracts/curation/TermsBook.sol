// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AuditTerms} from "../interfaces/ICurationRolls.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";

/// @title TermsBook
/// @notice The terms of a studio by version. Version 0 are the defaults, which nobody has to store.
library TermsBook {
    uint8 internal constant OPEN_DOOR = 1;
    uint8 internal constant AGENTS_JUDGE = 2;

    /// @notice Terms of a version that exists.
    function read(
        mapping(uint256 version => AuditTerms terms) storage book,
        uint256 version
    ) internal view returns (AuditTerms memory) {
        return version == 0 ? defaults() : book[version];
    }

    /// @notice The same without what is at stake and the seed delay: one slot, which is all that a close needs.
    function rules(
        mapping(uint256 version => AuditTerms terms) storage book,
        uint256 version
    ) internal view returns (AuditTerms memory terms) {
        if (version == 0) return defaults();
        fill(book, version, terms);
    }

    /// @notice The same of a version that is stored, for terms that have their place in memory.
    function fill(
        mapping(uint256 version => AuditTerms terms) storage book,
        uint256 version,
        AuditTerms memory terms
    ) internal view {
        AuditTerms storage stored = book[version];
        (terms.ballotWindow, terms.timeOut) = (stored.ballotWindow, stored.timeOut);
        terms.challengeWindow = stored.challengeWindow;
        (terms.quorum, terms.coverage) = (stored.quorum, stored.coverage);
        (terms.panel, terms.minHumanBallots) = (stored.panel, stored.minHumanBallots);
        (terms.normalSize, terms.normalAcceptance) = (stored.normalSize, stored.normalAcceptance);
        (terms.tightenedSize, terms.tightenedAcceptance) = (stored.tightenedSize, stored.tightenedAcceptance);
        (terms.reducedSize, terms.reducedAcceptance) = (stored.reducedSize, stored.reducedAcceptance);
        terms.flags = stored.flags;
    }

    /// @notice Sample size and acceptance number of a plan of a version that exists.
    function planOf(
        mapping(uint256 version => AuditTerms terms) storage book,
        uint256 version,
        uint8 plan
    ) internal view returns (uint256 size, uint256 acceptance) {
        if (version == 0) return AcceptancePlan.limits(defaults(), plan);
        AuditTerms storage terms = book[version];
        if (plan == AcceptancePlan.NORMAL) return (terms.normalSize, terms.normalAcceptance);
        if (plan == AcceptancePlan.TIGHTENED) return (terms.tightenedSize, terms.tightenedAcceptance);
        return (terms.reducedSize, terms.reducedAcceptance);
    }

    /// @notice What a lot puts at stake, units of the audit token; and blocks until the seed can be drawn.
    function stakeOf(
        mapping(uint256 version => AuditTerms terms) storage book,
        uint256 version
    ) internal view returns (uint256 stake, uint256 seedDelay) {
        if (version == 0) return (0, defaults().seedDelay);
        AuditTerms storage terms = book[version];
        return (uint256(terms.bond) + terms.fee, terms.seedDelay);
    }

    /// @notice Seconds for ballots before the audit can be closed without all of them.
    function ballotWindowOf(
        mapping(uint256 version => AuditTerms terms) storage book,
        uint256 version
    ) internal view returns (uint256) {
        return version == 0 ? defaults().ballotWindow : book[version].ballotWindow;
    }

    /// @notice The defaults: free of charge, and for people only.
    function defaults() internal pure returns (AuditTerms memory) {
        return
            AuditTerms({
                bond: 0,
                fee: 0,
                challengeBond: 0,
                seedDelay: 32,
                ballotWindow: 24 hours,
                timeOut: 7 days,
                challengeWindow: 24 hours,
                quorum: 600_000,
                coverage: 400_000,
                panel: 16,
                minHumanBallots: 0,
                normalSize: 256,
                normalAcceptance: 2,
                tightenedSize: 256,
                tightenedAcceptance: 0,
                reducedSize: 64,
                reducedAcceptance: 0,
                flags: 0
            });
    }
}
