// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetLeaf, Kind, LotInput, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {LicenseStatus, RecordGrant, Usage} from "../../contracts/interfaces/ILicenses.sol";
import {PERPETUAL} from "../../contracts/types/Constants.sol";
import {AssetId, LotId, toLotId, WHOLE_LOT} from "../../contracts/types/Ids.sol";
import {LicensingFixture} from "./LicensingFixture.sol";

/// @notice A license as the model remembers it: a list to be searched, with none of the contract's indexes.
struct Right {
    bytes32 licenseId;
    AssetId asset;
    bytes32 content;
    address holder;
    uint256 expiry;
    bool exclusive;
    bool transferable;
    bool refundable;
    bool revocable;
    bool moved;
    bool ended;
    address[2] seated;
}

/// @notice Makes the market's calls at random and holds every answer of Licenses against a plain list of what was sold.
contract RightsHandler is LicensingFixture {
    uint256 public constant ACTORS = 3;
    uint256 public constant LOTS = 3;

    /// @dev Lots hold two assets each; all of them the same two files, the last one in reverse.
    LotId[LOTS] private _lots;

    Right[] private _rights;
    /// @dev One more than the index of the right that a copy was proved against.
    mapping(AssetId copy => uint256 right) private _provedBy;
    AssetId[] private _sold;

    constructor() {
        deployLicensing();
        for (uint256 i = 0; i < LOTS; ++i) {
            // Two lots of the same second, one later.
            if (i == 2) vm.warp(block.timestamp + 1);
            _lots[i] = _commit(address(uint160(0xA11CE + i)));
        }
    }

    // What happens

    function sellPlain(uint256 asset, uint256 actor, bool whole, uint40 duration) external {
        // One plain sale ends an asset's exclusive ones for good, so they are rare.
        if (actor % 8 != 0) return;
        AssetId assetId = whole ? wholeAt(asset) : assetAt(asset);
        duration = uint40(bound(duration, 1, 60 days));
        vm.prank(address(market));
        try licenses.grantPlain(assetId, actorAt(actor), 1, duration) {
            _expectAllowed(_stands(assetId, type(uint256).max) == 0);
            _sold.push(assetId);
        } catch {
            _expectRefused(_stands(assetId, type(uint256).max) != 0 || _mayBeHeld(assetId));
        }
    }

    function sellRecord(uint256 seed, uint40 duration) external {
        uint256 index = seed >> 16;
        bool exclusive = (seed >> 64) % 8 != 0;
        AssetId assetId = seed & 2 != 0 && !exclusive ? wholeAt(index) : assetAt(index);
        Right memory right;
        right.licenseId = keccak256(abi.encode(_rights.length));
        (right.asset, right.exclusive) = (assetId, exclusive);
        right.content = exclusive ? contentAt(index) : bytes32(0);
        right.holder = actorAt(seed >> 32);
        right.expiry = seed & 4 != 0 ? PERPETUAL : block.timestamp + bound(duration, 1, 60 days);
        (right.transferable, right.refundable, right.revocable) = (seed & 8 != 0, seed & 16 != 0, seed & 32 != 0);
        RecordGrant memory grant = _grantOf(right);
        vm.prank(address(market));
        try licenses.grantRecord(grant) {
            _expectAllowed(exclusive ? _mayBegin(right, type(uint256).max) : _stands(assetId, type(uint256).max) == 0);
            _rights.push(right);
            if (!exclusive && !right.refundable) _sold.push(assetId);
        } catch {
            bool clean = exclusive ? _mustBegin(right) : _stands(assetId, type(uint256).max) == 0;
            _expectRefused(!clean || _mayBeHeld(assetId));
        }
    }

    function renew(uint256 index, uint40 duration) external {
        if (_rights.length == 0) return;
        index %= _rights.length;
        Right storage right = _rights[index];
        duration = uint40(bound(duration, 1, 60 days));
        bool live = isLive(index);
        vm.prank(address(market));
        try licenses.renewRecord(right.licenseId, duration) returns (uint40 expiry) {
            assertTrue(!right.ended, "renewed an ended license");
            _expectAllowed(right.exclusive && !live ? _mayBegin(right, index) : _stands(right.asset, index) == 0);
            uint256 start = right.expiry > block.timestamp ? right.expiry : block.timestamp;
            right.expiry = start + duration > PERPETUAL ? PERPETUAL : start + duration;
            assertEq(expiry, right.expiry, "expiry");
            // What a renewal adds cannot be returned.
            if (!right.exclusive) _sold.push(right.asset);
        } catch {
            bool clean = right.exclusive && !live ? _mustBegin(right) : _stands(right.asset, index) == 0;
            _expectRefused(right.ended || !clean || _mayBeHeld(right.asset));
        }
    }

    function end(uint256 index, bool revoke) external {
        if (_rights.length == 0) return;
        Right storage right = _rights[index % _rights.length];
        bool possible = !right.ended && (revoke ? right.revocable : right.refundable && !right.moved);
        vm.prank(address(market));
        try licenses.endRecord(right.licenseId, revoke ? LicenseStatus.Revoked : LicenseStatus.Refunded) {
            assertTrue(possible, "ended a firm license");
            right.ended = true;
        } catch {
            assertTrue(!possible, "kept a license that may end");
        }
    }

    function closeRefund(uint256 index) external {
        if (_rights.length == 0) return;
        Right storage right = _rights[index % _rights.length];
        bool possible = !right.ended && right.refundable;
        vm.prank(address(market));
        try licenses.closeRefund(right.licenseId) {
            assertTrue(possible, "closed twice");
            right.refundable = false;
            if (!right.exclusive) _sold.push(right.asset);
        } catch {
            assertTrue(!possible, "left open");
        }
    }

    function transfer(uint256 index, uint256 to, uint256 by) external {
        if (_rights.length == 0) return;
        Right storage right = _rights[index % _rights.length];
        bool possible = !right.ended && right.transferable && right.holder == actorAt(by);
        vm.prank(actorAt(by));
        try licenses.transferFrom(right.holder, actorAt(to), uint256(right.licenseId)) {
            assertTrue(possible, "moved a bound license");
            (right.holder, right.moved) = (actorAt(to), true);
            delete right.seated;
        } catch {
            assertTrue(!possible, "bound a transferable license");
        }
    }

    function seat(uint256 index, uint256 number, uint256 account, uint256 by) external {
        if (_rights.length == 0) return;
        Right storage right = _rights[index % _rights.length];
        // Actor 0 of the call stands for nobody.
        address seated = account % (ACTORS + 1) == 0 ? address(0) : actorAt(account);
        number %= 2;
        bool taken = seated != address(0) && (seated == right.seated[0] || seated == right.seated[1]);
        bool possible = !right.ended && right.holder == actorAt(by) && !taken && seated != right.holder;
        vm.prank(actorAt(by));
        try licenses.assignSeat(right.licenseId, uint32(number + 1), seated) {
            assertTrue(possible, "seat given");
            right.seated[number] = seated;
        } catch {
            assertTrue(!possible, "seat refused");
        }
    }

    function prove(uint256 index, uint256 copy) external {
        if (_rights.length == 0) return;
        index %= _rights.length;
        Right storage right = _rights[index];
        AssetId asset = assetAt(copy);
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = _leafHash(copy ^ 1);
        bool copied =
            right.exclusive &&
                isLive(index) &&
                contentAt(copy) == right.content &&
                !(asset == right.asset) &&
                committedAt(asset) > committedAt(right.asset);
        try licenses.proveBreach(right.licenseId, asset, _leafAt(copy), proof) {
            assertTrue(copied && _takesOver(index, asset), "proved without a copy");
            _provedBy[asset] = index + 1;
        } catch {
            assertTrue(!copied || !_takesOver(index, asset), "copy not proved");
        }
    }

    function release(uint256 asset) external {
        AssetId copy = assetAt(asset);
        bool healed = _provedBy[copy] != 0 && !isLive(_provedBy[copy] - 1);
        try licenses.releaseExclusive(copy) {
            // A license that comes back later has to be proved again.
            if (healed) delete _provedBy[copy];
        } catch {
            assertTrue(!healed, "kept the mark of a license that is over");
        }
    }

    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 20 days));
    }

    // What is so

    function rights() external view returns (uint256) {
        return _rights.length;
    }

    function rightAt(uint256 index) external view returns (Right memory) {
        return _rights[index];
    }

    function holds(uint256 index, uint256 actor) external view returns (bool found, bool expected) {
        Right storage right = _rights[index];
        address account = actorAt(actor);
        AssetId asset = right.asset.isWholeLot() ? right.asset.lotOf().assetAt(uint24(actor % 2)) : right.asset;
        found = licenses.holdsLicense(right.licenseId, account, asset, Usage.Commercial);
        expected =
            isLive(index) && (right.holder == account || right.seated[0] == account || right.seated[1] == account);
    }

    function ownerOf(uint256 index) external view returns (address) {
        try licenses.ownerOf(uint256(_rights[index].licenseId)) returns (address owner) {
            return owner;
        } catch {
            return address(0);
        }
    }

    function openIn(uint256 lot) external view returns (uint32 open) {
        (, open) = licenses.exclusivesIn(_lots[lot % LOTS]);
    }

    function isLive(uint256 index) public view returns (bool) {
        return !_rights[index].ended && _rights[index].expiry > block.timestamp;
    }

    function actorAt(uint256 index) public pure returns (address) {
        return address(uint160(0xB0B + (index % ACTORS)));
    }

    function assetAt(uint256 index) public view returns (AssetId) {
        return _lots[(index >> 1) % LOTS].assetAt(uint24(index & 1));
    }

    function wholeAt(uint256 index) public view returns (AssetId) {
        return _lots[(index >> 1) % LOTS].assetAt(WHOLE_LOT);
    }

    /// @dev The last lot has its files in reverse.
    function contentAt(uint256 index) public pure returns (bytes32) {
        bool reversed = (index >> 1) % LOTS == LOTS - 1;
        return keccak256(abi.encode("file", reversed ? (index & 1) ^ 1 : index & 1));
    }

    function committedAt(AssetId asset) public view returns (uint40) {
        return registry.lotOf(asset.lotOf()).committedAt;
    }

    // The model

    /// @dev Number of exclusive licenses, other than `own`, that stand against a sale of the asset or whole lot.
    function _stands(AssetId assetId, uint256 own) private view returns (uint256 found) {
        for (uint256 i = 0; i < _rights.length; ++i) {
            if (i != own && _rights[i].exclusive && isLive(i) && _meets(assetId, _rights[i].asset)) ++found;
        }
        if (_breachStands(assetId, own)) ++found;
    }

    function _breachStands(AssetId assetId, uint256 own) private view returns (bool) {
        for (uint256 i = 0; i < 2 * LOTS; ++i) {
            uint256 proved = _provedBy[assetAt(i)];
            if (proved == 0 || proved - 1 == own || !isLive(proved - 1)) continue;
            if (_meets(assetId, assetAt(i))) return true;
        }
        return false;
    }

    function _takesOver(uint256 index, AssetId copy) private view returns (bool) {
        uint256 proved = _provedBy[copy];
        if (proved == 0 || !isLive(proved - 1)) return true;
        bool firm = !_rights[index].refundable && !_rights[index].revocable;
        return firm && _rights[index].expiry > _rights[proved - 1].expiry;
    }

    /// @dev Whether a sale of `sold`, an asset or a whole lot, touches `asset`.
    function _meets(AssetId sold, AssetId asset) private pure returns (bool) {
        return sold == asset || (sold.isWholeLot() && sold.lotOf() == asset.lotOf());
    }

    /// @dev What must be so where an exclusive license began: lots of one second do not keep each other from selling,
    /// and no lot here has a file twice.
    function _mayBegin(Right memory right, uint256 own) private view returns (bool) {
        if (_wasSold(right.asset) || _stands(right.asset, own) != 0) return false;
        for (uint256 i = 0; i < _rights.length; ++i) {
            if (i == own || !_isRival(i, right)) continue;
            if (committedAt(right.asset) > committedAt(_rights[i].asset)) return false;
        }
        return true;
    }

    /// @dev Where this is so, an exclusive license must be able to begin: its maker was the first with the content, or
    /// nobody else has one, and none is over that could hold the content back until it is released.
    function _mustBegin(Right memory right) private view returns (bool) {
        if (_wasSold(right.asset) || _stands(right.asset, _indexOf(right)) != 0) return false;
        if (_isFirst(right)) return true;
        for (uint256 i = 0; i < _rights.length; ++i) {
            if (_rights[i].licenseId != right.licenseId && _isRival(i, right)) return false;
        }
        return !_anyOver();
    }

    /// @dev Whether no other asset of the content that was ever sold exclusively was committed earlier.
    function _isFirst(Right memory right) private view returns (bool) {
        for (uint256 i = 0; i < _rights.length; ++i) {
            if (_rights[i].content != right.content || _rights[i].asset == right.asset) continue;
            if (committedAt(_rights[i].asset) < committedAt(right.asset)) return false;
        }
        return true;
    }

    function _isRival(uint256 index, Right memory right) private view returns (bool) {
        return _rights[index].exclusive && isLive(index) && _rights[index].content == right.content;
    }

    function _indexOf(Right memory right) private view returns (uint256) {
        for (uint256 i = 0; i < _rights.length; ++i) {
            if (_rights[i].licenseId == right.licenseId) return i;
        }
        return type(uint256).max;
    }

    /// @dev Whether anything but exclusive licenses was ever sold on the asset or its lot.
    function _wasSold(AssetId asset) private view returns (bool) {
        for (uint256 i = 0; i < _sold.length; ++i) {
            if (_meets(_sold[i], asset)) return true;
        }
        for (uint256 i = 0; i < _rights.length; ++i) {
            bool open = !_rights[i].exclusive && _rights[i].refundable && !_rights[i].ended;
            if (open && _meets(_rights[i].asset, asset)) return true;
        }
        return false;
    }

    /// @dev Whether exclusive licenses that are over, and were not released, may hold a whole lot back.
    function _mayBeHeld(AssetId assetId) private view returns (bool) {
        (, uint32 open) = licenses.exclusivesIn(assetId.lotOf());
        return assetId.isWholeLot() && open != 0;
    }

    function _anyOver() private view returns (bool) {
        for (uint256 i = 0; i < _rights.length; ++i) {
            if (_rights[i].exclusive && !_rights[i].ended && !isLive(i)) return true;
        }
        return false;
    }

    function _expectAllowed(bool allowed) private pure {
        assertTrue(allowed, "sold beside an exclusive license");
    }

    function _expectRefused(bool refusable) private pure {
        assertTrue(refusable, "refused although nothing stands against it");
    }

    // Making things

    function _commit(address maker) private returns (LotId lotId) {
        (bytes32 recipeId, ) = makeLot(maker, Kind.Work, 0, new Parent[](0), 1);
        lotId = toLotId(maker, 1_000);
        uint256 lot = uint160(maker) - 0xA11CE;
        _lots[lot] = lotId;
        bytes32 root = keccak256(abi.encodePacked(_leafHash(2 * lot), _leafHash(2 * lot + 1)));
        vm.prank(maker);
        registry.commitLot(LotInput(recipeId, 1_000, root, 2, address(0), keccak256("manifest")));
    }

    function _leafAt(uint256 index) private pure returns (AssetLeaf memory leaf) {
        leaf.contentHash = contentAt(index);
    }

    function _leafHash(uint256 index) private view returns (bytes32) {
        return registry.hashLeaf(assetAt(index), _leafAt(index));
    }

    function _grantOf(Right memory right) private pure returns (RecordGrant memory grant) {
        (grant.licenseId, grant.assetId, grant.holder) = (right.licenseId, right.asset, right.holder);
        (grant.expiry, grant.usages, grant.seats) = (uint40(right.expiry), 2, 3);
        (grant.transferable, grant.exclusive) = (right.transferable, right.exclusive);
        (grant.revocable, grant.refundable) = (right.revocable, right.refundable);
        grant.contentHash = right.content;
    }
}

/// @notice What licenses promise over any sequence of sales, renewals, transfers, seats, proofs and ends. That nothing
/// is sold beside an exclusive license, and nothing refused without one, is asserted at every call of the handler.
contract RightsTest is LicensingFixture {
    RightsHandler private _handler;

    function setUp() external {
        _handler = new RightsHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice A license is held exactly by its holder and those it gave seats to, while it is in force and not ended.
    function invariant_HeldMeansGranted() external view {
        for (uint256 i = 0; i < _handler.rights(); ++i) {
            for (uint256 actor = 0; actor < _handler.ACTORS(); ++actor) {
                (bool found, bool expected) = _handler.holds(i, actor);
                assertTrue(found == expected, "held");
            }
        }
    }

    /// @notice The token and the license have one owner; a license that is no token, or ended, has none.
    function invariant_TokenFollowsLicense() external view {
        for (uint256 i = 0; i < _handler.rights(); ++i) {
            Right memory right = _handler.rightAt(i);
            address expected = right.transferable && !right.ended ? right.holder : address(0);
            assertTrue(_handler.ownerOf(i) == expected, "owner");
        }
    }

    /// @notice At most one exclusive license of an asset is in force, and none of the same file in a later lot began
    /// beside an earlier one.
    function invariant_ExclusiveMeansExclusive() external view {
        for (uint256 i = 0; i < _handler.rights(); ++i) {
            if (!_handler.rightAt(i).exclusive || !_handler.isLive(i)) continue;
            for (uint256 j = 0; j < i; ++j) {
                if (!_handler.rightAt(j).exclusive || !_handler.isLive(j)) continue;
                assertTrue(!(_handler.rightAt(i).asset == _handler.rightAt(j).asset), "two at once");
            }
        }
    }

    /// @notice What may end early is counted: a lot with such a license in force is never sold as a whole.
    function invariant_OpenLicensesAreCounted() external view {
        for (uint256 lot = 0; lot < _handler.LOTS(); ++lot) {
            uint256 least = 0;
            for (uint256 i = 0; i < _handler.rights(); ++i) {
                Right memory right = _handler.rightAt(i);
                bool loose = right.refundable || right.revocable;
                bool here = AssetId.unwrap(right.asset) >> 24 == _lotId(lot);
                if (right.exclusive && loose && here && _handler.isLive(i)) ++least;
            }
            assertLe(least, _handler.openIn(lot), "open");
        }
    }

    function _lotId(uint256 lot) private view returns (uint256) {
        return AssetId.unwrap(_handler.assetAt(2 * lot)) >> 24;
    }
}
