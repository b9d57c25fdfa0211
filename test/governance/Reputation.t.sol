// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice Uses the reputation of a studio at random, as timelock, members and passers-by, over years.
contract ReputationHandler is StudioFixture {
    uint256 public constant ACTORS = 6;

    ReputationToken public token;
    address public timelock;
    address public curation;

    /// @dev Stands in for the studio's mandates.
    address private _mandates;

    /// @dev Who acts for an actor now, and with which key; accounts that moved are never used again.
    uint256[6] private _keys;
    uint256 private _born;
    address[] private _everybody;

    uint256 private _lastIndex;
    uint256 private _granted;
    uint256 private _pastTime;
    uint256 private _pastSupply;

    constructor() {
        deployProtocol();
        address[] memory founders = new address[](3);
        for (uint256 i = 0; i < ACTORS; ++i) {
            _keys[i] = _bear();
            if (i < 3) founders[i] = vm.addr(_keys[i]);
        }
        IStudio studio = createStudio(Preset.Collective, founders);
        token = reputationOf(studio);
        timelock = address(timelockOf(studio));
        curation = studio.moduleOf(Module.Curation);
        _mandates = studio.moduleOf(Module.Governor);
        vm.prank(timelock);
        studio.setMandates(_mandates, new address[](0));
    }

    /// @notice One of the people involved; the first three are founders.
    function actorAt(uint256 i) public view returns (address) {
        return vm.addr(_keys[i % ACTORS]);
    }

    /// @notice Everybody who ever took part, under every address.
    function everybody() external view returns (address[] memory) {
        return _everybody;
    }

    /// @notice Grants what may be granted, or a part of it.
    function grant(uint256 actor, uint256 amount) external {
        uint256 most = token.grantable();
        if (most == 0) return;
        address account = actorAt(actor);
        address earner = _earnerOf(account);
        uint256 before = token.effectiveBalanceOf(earner);
        amount = bound(amount, 1, most);
        vm.prank(timelock);
        token.mint(account, amount, "role", keccak256("evidence"));
        uint256 gained = token.effectiveBalanceOf(earner) - before;
        // Floors of the two balances may differ by one unit either way.
        assertLe(gained, amount + 1, "gained more than granted");
        assertLe(amount, gained + 1, "gained less than granted");
        _granted += amount;
        _checkTime();
    }

    /// @notice More than the limit is refused, and so is a grant by anybody else.
    function overreach(uint256 actor, uint256 excess) external {
        address account = actorAt(actor);
        uint256 most = token.grantable();
        uint256 amount = most + bound(excess, 2, 10 ** 30);
        vm.prank(timelock);
        try token.mint(account, amount, 0, 0) {
            revert AssertionFailed("granted above the limit", amount, most);
        } catch {}
        vm.prank(account);
        try token.mint(account, 1, 0, 0) {
            revert AssertionFailed("granted by a member", 1, 0);
        } catch {}
    }

    /// @notice The gate sets aside what it can of what it wants.
    function reserve(uint256 max) external {
        (uint256 most, uint256 waiting) = (token.reservable(), token.reserved());
        vm.prank(curation);
        uint256 raw = token.reserveIssuance(max);
        assertEq(raw, max < most ? max : most, "reserved");
        assertEq(token.reserved(), waiting + raw, "waiting");
        _checkTime();
    }

    /// @notice The gate mints any amount, and gets what the limits leave.
    function issue(uint256 actor, uint256 raw) external {
        address account = actorAt(actor);
        address earner = _earnerOf(account);
        (uint256 most, uint256 held) = (token.mintableTo(account), token.balanceOf(earner));
        uint256 waiting = token.reserved();
        vm.prank(curation);
        uint256 minted = token.mintReserved(account, raw, keccak256("evidence"));
        assertEq(minted, raw < most ? raw : most, "minted");
        assertEq(token.balanceOf(earner), held + minted, "received");
        assertEq(token.reserved(), waiting - minted, "left");
        _checkTime();
    }

    /// @notice Delegates to somebody, to oneself or to nobody, unless an agent is involved.
    function delegate(uint256 from, uint256 to) external {
        (address account, address chosen) = (actorAt(from), to % (ACTORS + 1) == ACTORS ? address(0) : actorAt(to));
        bool refused = chosen != address(0) && (_isAgent(account) || _isAgent(chosen));
        vm.prank(account);
        try token.delegate(chosen) {
            assertTrue(!refused, "an agent votes");
        } catch {
            assertTrue(refused, "not delegated");
        }
        _checkTime();
    }

    /// @notice Takes any amount away, and never more than there is.
    function slash(uint256 actor, uint256 amount) external {
        address account = actorAt(actor);
        (uint256 held, uint256 supply) = (token.balanceOf(account), token.totalSupply());
        if (held == 0) return;
        amount = bound(amount, 1, 2 * token.effectiveBalanceOf(account) + 1);
        vm.prank(timelock);
        token.slash(account, amount, keccak256("evidence"));
        uint256 left = token.balanceOf(account);
        assertLe(left, held, "slashed upwards");
        assertEq(token.totalSupply(), supply - (held - left), "supply");
        _checkTime();
    }

    /// @notice Somebody goes on under another address; a week passes.
    function move(uint256 actor) external {
        (address from, uint256 raw) = (actorAt(actor), token.balanceOf(actorAt(actor)));
        (address pending, ) = token.accountMigrationOf(from);
        if (raw == 0 || pending != address(0) || _isAgent(from)) return;
        uint256 key = _bear();
        address to = vm.addr(key);
        _start(_keys[actor % ACTORS], key, from, to);
        vm.warp(block.timestamp + 7 days);
        uint256 supply = token.totalSupply();
        token.finishAccountMigration(from);
        _keys[actor % ACTORS] = key;
        assertEq(token.balanceOf(to), raw, "moved");
        assertEq(token.balanceOf(from), 0, "left behind");
        assertEq(token.totalSupply(), supply, "supply");
        _checkTime();
    }

    /// @notice Anybody notes anybody, and burns what is dust.
    function prune(uint256 actor) external {
        address account = actorAt(actor);
        (uint256 held, uint256 worth) = (token.balanceOf(account), token.effectiveBalanceOf(account));
        uint256 supply = token.totalSupply();
        try token.prune(account) {
            assertLe(worth, 1e18 - 1, "more than dust");
            assertLe(held * 1_000, supply - 1, "a part of the electorate");
        } catch {
            try token.noteDormancy(account) {} catch {}
        }
        _checkTime();
    }

    /// @notice Somebody becomes another one's agent for a while, or ceases to be.
    function sponsor(uint256 agent, uint256 by, uint256 term) external {
        address account = actorAt(agent);
        address answering = by % (ACTORS + 1) == ACTORS ? address(0) : actorAt(by);
        vm.prank(_mandates);
        try token.setSponsor(account, answering, uint48(block.timestamp + bound(term, 1, 180 days))) {
            assertTrue(answering == address(0) || token.getVotes(account) == 0, "an agent has votes");
        } catch {}
        _checkTime();
    }

    /// @notice Votes change what votes may grant.
    function setGrantCapacity(uint256 capacity) external {
        uint256 most = token.grantable();
        vm.prank(timelock);
        token.setGrantCapacity(uint24(bound(capacity, 1, 100_000)));
        assertLe(token.grantable(), most, "granted by a change of the limit");
    }

    /// @notice No way leads from one account to another.
    function transfer(uint256 from, uint256 to, uint256 amount) external {
        (address giver, address taker) = (actorAt(from), actorAt(to));
        vm.startPrank(giver);
        try token.transfer(taker, amount) {
            revert AssertionFailed("transferred", amount, 0);
        } catch {}
        try token.approve(taker, amount) {
            revert AssertionFailed("approved", amount, 0);
        } catch {}
        vm.stopPrank();
        vm.prank(taker);
        try token.transferFrom(giver, taker, amount) {
            revert AssertionFailed("transferred from", amount, 0);
        } catch {}
    }

    /// @notice Time passes: up to half a year.
    function wait(uint256 time) external {
        uint256 supply = token.effectiveTotalSupply();
        vm.warp(block.timestamp + bound(time, 1, 180 days));
        assertLe(token.effectiveTotalSupply(), supply, "worth more by waiting");
        _checkTime();
    }

    /// @notice The half-life changes, and nothing is worth more or less at that moment.
    function setHalfLife(uint256 halfLife) external {
        uint256 supply = token.effectiveTotalSupply();
        vm.prank(timelock);
        token.setHalfLife(uint32(bound(halfLife, 30 days, 5 * 365 days)));
        assertEq(token.effectiveTotalSupply(), supply, "a jump");
        _checkTime();
    }

    function _start(uint256 fromKey, uint256 toKey, address from, address to) private {
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", _domain(), _textOf(from, to)));
        bytes memory fromSignature = _sign(fromKey, digest);
        token.startAccountMigration(from, to, block.timestamp, fromSignature, _sign(toKey, digest));
    }

    function _bear() private returns (uint256 key) {
        key = uint256(keccak256(abi.encode("actor", ++_born)));
        _everybody.push(vm.addr(key));
    }

    /// @dev What both accounts sign, until the end of this second.
    function _textOf(address from, address to) private view returns (bytes32) {
        bytes32 typeHash = keccak256("AccountMigration(address from,address to,uint256 nonce,uint256 deadline)");
        return keccak256(abi.encode(typeHash, from, to, token.nonces(from), block.timestamp));
    }

    function _domain() private view returns (bytes32) {
        (, string memory name, string memory version, , , , ) = token.eip712Domain();
        bytes32 typeHash = keccak256(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
        );
        bytes32 nameHash = keccak256(bytes(name));
        return keccak256(abi.encode(typeHash, nameHash, keccak256(bytes(version)), block.chainid, address(token)));
    }

    function _sign(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _isAgent(address account) private view returns (bool) {
        (address by, ) = token.sponsorOf(account);
        return by != address(0);
    }

    /// @dev The account's sponsor, that one's, and so on.
    function _earnerOf(address account) private view returns (address) {
        for (uint256 i = 0; i < 16; ++i) {
            account = token.newAccountOf(account);
            (address by, ) = token.sponsorOf(account);
            if (by == address(0)) break;
            account = by;
        }
        return account;
    }

    /// @dev The index never falls, and what was the supply then is so for ever.
    function _checkTime() private {
        uint256 index = token.index();
        assertLe(_lastIndex, index, "the index fell");
        _lastIndex = index;
        if (_pastTime != 0) assertEq(token.getPastTotalSupply(_pastTime), _pastSupply, "the past changed");
        uint256 time = block.timestamp - 1;
        if (time > START) (_pastTime, _pastSupply) = (time, token.getPastTotalSupply(time));
    }
}

/// @notice What holds for reputation after any sequence of calls.
contract ReputationTest is StudioFixture {
    ReputationHandler private _handler;
    ReputationToken private _token;

    function setUp() external {
        _handler = new ReputationHandler();
        _token = _handler.token();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice G1: what the members have is all there is.
    function invariant_SumIsSupply() external view {
        uint256 sum;
        address[] memory everybody = _handler.everybody();
        for (uint256 i = 0; i < everybody.length; ++i) {
            sum += _token.balanceOf(everybody[i]);
        }
        assertEq(sum, _token.totalSupply(), "sum of balances");
    }

    /// @notice G1: a delegate's votes are the balances of those who chose it, and nobody else has any; what chose an
    /// agent votes for nobody.
    function invariant_VotesAreDelegatedBalances() external view {
        address[] memory everybody = _handler.everybody();
        uint256[] memory balances = new uint256[](everybody.length);
        address[] memory chosen = new address[](everybody.length);
        uint256 votes;
        for (uint256 i = 0; i < everybody.length; ++i) {
            (balances[i], chosen[i]) = (_token.balanceOf(everybody[i]), _token.delegates(everybody[i]));
            if (chosen[i] == address(0)) votes += balances[i];
        }
        for (uint256 i = 0; i < everybody.length; ++i) {
            uint256 lent;
            for (uint256 j = 0; j < everybody.length; ++j) {
                if (chosen[j] == everybody[i]) lent += balances[j];
            }
            (address sponsor, ) = _token.sponsorOf(everybody[i]);
            assertEq(_token.getVotes(everybody[i]), sponsor == address(0) ? lent : 0, "votes of a delegate");
            votes += lent;
        }
        assertEq(votes, _token.totalSupply(), "votes and who chose nobody");
    }

    /// @notice G2: parts are never worth more than the whole.
    function invariant_EffectivePartsFitTheWhole() external view {
        uint256 sum;
        address[] memory everybody = _handler.everybody();
        for (uint256 i = 0; i < everybody.length; ++i) {
            sum += _token.effectiveBalanceOf(everybody[i]);
        }
        uint256 whole = _token.effectiveTotalSupply();
        assertLe(sum, whole, "parts above the whole");
        assertLe(whole, sum + everybody.length, "the gap");
    }

    /// @notice GOV-8: whoever has a sponsor has no votes, of its own or of others.
    function invariant_AgentsHaveNoVotes() external view {
        address[] memory everybody = _handler.everybody();
        for (uint256 i = 0; i < everybody.length; ++i) {
            (address by, ) = _token.sponsorOf(everybody[i]);
            if (by != address(0)) assertEq(_token.getVotes(everybody[i]), 0, "votes of an agent");
        }
    }

    /// @notice G10: what may be granted is at most a tenth of the supply, of which a thousand count as the least.
    function invariant_GrantableIsAShare() external view {
        uint256 supply = _token.effectiveTotalSupply();
        if (supply < 1_000e18) supply = 1_000e18;
        (uint24 capacity, , ) = _token.grantCapacity();
        // The worth of the supply was rounded down before.
        assertLe(_token.grantable(), (supply * capacity) / 1e6 + 1, "above the share");
    }

    /// @notice What waits to be minted and what could be set aside are together one capacity at most.
    function invariant_MachineIssuanceIsAShare() external view {
        uint256 supply = _token.totalSupply();
        uint256 least = (1_000e18 * _token.index()) / 2 ** 40;
        if (supply < least) supply = least;
        (uint256 waiting, uint256 most) = (_token.reserved(), (supply * 18) / 1_000);
        // What waits stays when votes take reputation away, and nothing comes to it until it is a share again.
        if (waiting > most) assertEq(_token.reservable(), 0, "more beside too much");
        else assertLe(waiting + _token.reservable(), most, "above 1.8 %");
    }

    /// @notice Votes and quorum always fit 128 bits.
    function invariant_SupplyFits() external view {
        assertLe(_token.totalSupply(), type(uint128).max, "supply");
    }
}
