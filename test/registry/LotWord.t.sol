// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotStatus, VerdictClass} from "../../contracts/interfaces/IAssetRegistry.sol";
import {LotWord, toLotWord} from "../../contracts/registry/LotWord.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice No field of a lot's slot touches its neighbors, whatever the values.
contract LotWordTest is SolidityTest {
    uint256 private constant SUPERSEDED = 1 << 166;
    uint256 private constant FROZEN = 1 << 167;
    uint256 private constant EXTERNAL = 1 << 184;

    function testFuzz_ANewLotIsWhatWasWritten(uint32 recipe, uint32 gate, uint40 time, uint16 last) public pure {
        LotWord word = toLotWord(recipe, gate, time, last);
        _assertFixed(word, recipe, gate, time, last);
        assertEq(uint256(word.status()), uint256(LotStatus.None), "status");
        assertEq(uint256(word.class()), uint256(VerdictClass.None), "class");
        assertEq(word.releasableAt(), 0, "releasableAt");
        assertEq(word.blockedWords(), 0, "blockedWords");
        assertTrue(!word.isBlocked() && !word.isSuperseded() && !word.isFrozen() && !word.isExternal(), "flags");
    }

    function testFuzz_VerdictsAndBlocksKeepEverythingElse(
        uint32 recipe,
        uint32 gate,
        uint40 time,
        uint16 last,
        uint256 seed
    ) public pure {
        LotWord word = LotWord.wrap(LotWord.unwrap(toLotWord(recipe, gate, time, last)) | SUPERSEDED);
        for (uint256 i = 0; i < 8; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            LotStatus status = LotStatus(seed % 5);
            VerdictClass class = VerdictClass((seed >> 8) % 4);
            uint40 releasableAt = uint40(seed >> 16);
            uint16 words = seed & (1 << 60) == 0 ? 0 : uint16(seed >> 64);
            word = word.withVerdict(status, class, releasableAt).withBlockedWords(words);
            _assertFixed(word, recipe, gate, time, last);
            assertEq(uint256(word.status()), uint256(status), "status");
            assertEq(uint256(word.class()), uint256(class), "class");
            assertEq(word.releasableAt(), releasableAt, "releasableAt");
            assertEq(word.blockedWords(), words, "blockedWords");
            assertEq(word.isBlocked() ? 1 : 0, words == 0 ? 0 : 1, "blocked");
            assertTrue(word.isSuperseded() && !word.isFrozen(), "flags");
        }
    }

    function testFuzz_OpenIsAcceptedAndNotSuperseded(
        uint8 status,
        uint16 words,
        bool superseded,
        uint8 marks
    ) public pure {
        LotStatus chosen = LotStatus(status % 5);
        LotWord word = toLotWord(1, 1, 1, 1).withVerdict(chosen, VerdictClass.Panel, 1).withBlockedWords(words);
        if (superseded) word = LotWord.wrap(LotWord.unwrap(word) | SUPERSEDED);
        (bool frozen, bool foreign) = (marks & 1 != 0, marks & 2 != 0);
        if (frozen) word = word.asFrozen();
        if (foreign) word = word.asExternal();
        bool open = chosen == LotStatus.Accepted && !superseded;
        assertEq(word.isOpen() ? 1 : 0, open ? 1 : 0, "open");
        assertEq(word.isCertain() ? 1 : 0, frozen || foreign ? 0 : 1, "certain");
        assertEq(word.isFrozen() ? 1 : 0, frozen ? 1 : 0, "frozen");
        assertEq(word.isExternal() ? 1 : 0, foreign ? 1 : 0, "external");
        assertEq(word.blockedWords(), words, "blockedWords");
    }

    function testFuzz_MarksSetOneBitEach(uint256 bits) public pure {
        assertEq(LotWord.unwrap(LotWord.wrap(bits).asFrozen()), bits | FROZEN, "frozen");
        assertEq(LotWord.unwrap(LotWord.wrap(bits).asExternal()), bits | EXTERNAL, "external");
    }

    function testFuzz_AnUnknownLotHasNoAssets(uint32 gate, uint40 time, uint16 last) public pure {
        assertEq(toLotWord(0, gate, time, last).count(), 0, "unknown");
        assertEq(toLotWord(1, gate, time, last).count(), uint256(last) + 1, "known");
    }

    function _assertFixed(LotWord word, uint32 recipe, uint32 gate, uint40 time, uint16 last) private pure {
        assertEq(word.recipe(), recipe, "recipe");
        assertEq(word.gate(), gate, "gate");
        assertEq(word.committedAt(), time, "committedAt");
        assertEq(word.lastIndex(), last, "lastIndex");
        assertEq(LotWord.unwrap(word) >> 184, 0, "spare");
    }
}
