// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Kind, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {Offer, OfferInput, Purchase} from "../../contracts/interfaces/ILicenseMarket.sol";
import {LotId} from "../../contracts/types/Ids.sol";
import {LicensingFixture} from "./LicensingFixture.sol";

/// @notice Buys, returns, passes on and finalizes at random, and says beforehand which calls the rules refuse.
contract EscrowsHandler is LicensingFixture {
    struct Sold {
        bytes32 licenseId;
        uint256 offer;
        address payer;
        address holder;
        uint256 gross;
        uint256 until;
        bool open;
        bool transferred;
    }

    uint256 public constant ACTORS = 4;
    uint256 public constant OFFERS = 4;
    address private constant _LICENSOR = address(0xA11CE);
    address private constant _REFERRER = address(0x4EF);

    Sold[] private _sales;
    bytes32[] private _offerIds;
    OfferInput[] private _inputs;
    LotId private _lot;
    uint32 private _recipe;
    uint256 private _salt;

    /// @notice What the rules say of each offer and payer, and what all of it was worth.
    mapping(uint256 offer => uint256 count) public sold;
    mapping(uint256 offer => mapping(address payer => uint256 count)) public bought;
    uint256 public gross;

    constructor() {
        deployLicensing();
        bytes32 recipeId;
        (recipeId, _lot) = makeLot(_LICENSOR, Kind.Work, 0, new Parent[](0), 8);
        _recipe = registry.recipeOf(recipeId).ordinal;
        _publish(recipeId, _terms(5, 2, 0, 1 days, 50_000, 0));
        _publish(recipeId, _terms(0, 0, 3, 3 days, 500_000, 0));
        _publish(recipeId, _terms(3, 1, 0, 0, 0, 0));
        _publish(recipeId, _terms(0, 4, 0, 30 days, 333_333, 100_000));
        for (uint256 i = 0; i < ACTORS; ++i) {
            fund(actor(i));
        }
    }

    function buy(
        uint256 offer,
        uint256 payerIndex,
        uint256 licensee,
        uint32 seats,
        bool referred,
        bool settle
    ) external {
        offer %= OFFERS;
        OfferInput storage input = _inputs[offer];
        address payer = actor(payerIndex);
        Purchase memory purchase = purchaseOf(_offerIds[offer], _lot.assetAt(uint24(licensee % 8)), actor(licensee));
        purchase.salt = bytes32(++_salt);
        purchase.seats = uint32(bound(seats, 0, 4));
        if (referred && input.referral != 0) purchase.referrer = _REFERRER;
        bool allowed =
            purchase.seats <= (input.seats == 0 ? 1 : input.seats) &&
                (input.supply == 0 || sold[offer] < input.supply) &&
                (input.perPayer == 0 || bought[offer][payer] < input.perPayer);
        vm.prank(payer);
        try market.purchaseLicense(purchase, settle) returns (bytes32 licenseId) {
            assertTrue(allowed, "sold against the rules");
            _remember(licenseId, offer, payer, purchase);
        } catch {
            assertTrue(!allowed, "refused against the rules");
        }
    }

    function refund(uint256 index, bool byHolder) external {
        if (_sales.length == 0) return;
        Sold storage sale = _sales[index % _sales.length];
        bool allowed = sale.open && block.timestamp < sale.until && !sale.transferred;
        vm.prank(byHolder ? sale.holder : sale.payer);
        try market.refundLicense(sale.licenseId) {
            assertTrue(allowed, "refunded against the rules");
            sale.open = false;
            if (_inputs[sale.offer].supply != 0) --sold[sale.offer];
            --bought[sale.offer][sale.payer];
        } catch {
            assertTrue(!allowed, "not refunded against the rules");
        }
    }

    function finalize(uint256 index, bool settle) external {
        if (_sales.length == 0) return;
        Sold storage sale = _sales[index % _sales.length];
        bool allowed = sale.open && (block.timestamp >= sale.until || sale.transferred);
        try market.finalizeLicense(sale.licenseId, settle) {
            assertTrue(allowed, "finalized against the rules");
            sale.open = false;
        } catch {
            assertTrue(!allowed, "not finalized against the rules");
        }
    }

    function pass(uint256 index, uint256 to) external {
        if (_sales.length == 0) return;
        Sold storage sale = _sales[index % _sales.length];
        vm.prank(sale.holder);
        try IERC721(address(licenses)).transferFrom(sale.holder, actor(to), uint256(sale.licenseId)) {
            (sale.holder, sale.transferred) = (actor(to), true);
        } catch {
            return;
        }
    }

    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 0, 3 days));
    }

    function actor(uint256 index) public pure returns (address) {
        return address(uint160(0xB0B + (index % ACTORS)));
    }

    function count() external view returns (uint256) {
        return _sales.length;
    }

    /// @notice What the sale's pot should hold, and what it holds.
    function potOf(uint256 index) external view returns (uint256 expected, uint256 found, bool escrowed) {
        Sold storage sale = _sales[index];
        expected = sale.open ? sale.gross : 0;
        found = splitter.potOf(address(market), sale.licenseId, address(usdc));
        escrowed = market.escrowOf(sale.licenseId).payer == sale.payer;
        if (!sale.open) escrowed = market.escrowOf(sale.licenseId).payer != address(0);
        return (expected, found, escrowed == sale.open);
    }

    function offerAt(uint256 index) external view returns (Offer memory) {
        return market.offerOf(_offerIds[index]);
    }

    function boughtBy(uint256 offer, address payer) external view returns (uint256) {
        return market.boughtBy(_offerIds[offer], payer);
    }

    /// @notice Everything that somebody owns in the splitter, pots excepted.
    function booked() external view returns (uint256 sum) {
        sum = splitter.ledgerOf(_recipe, address(usdc)).sales + splitter.creditOf(_REFERRER, address(usdc));
        for (uint256 i = 0; i < ACTORS; ++i) {
            sum += splitter.creditOf(actor(i), address(usdc));
        }
    }

    function held() external view returns (uint256) {
        return usdc.balanceOf(address(splitter));
    }

    function _terms(
        uint32 supply,
        uint32 perPayer,
        uint32 seats,
        uint32 window,
        uint24 penalty,
        uint24 referral
    ) private pure returns (OfferInput memory input) {
        (input.supply, input.perPayer, input.seats) = (supply, perPayer, seats);
        (input.refundWindow, input.penalty, input.referral) = (window, penalty, referral);
        input.transferable = seats != 0;
        if (referral != 0) input.referrerRoot = keccak256(bytes.concat(keccak256(abi.encode(_REFERRER))));
    }

    function _publish(bytes32 recipeId, OfferInput memory terms) private {
        OfferInput memory input = offerOf(recipeId, uint96(1e6 + _offerIds.length), 30 days, 3, 0);
        (input.supply, input.perPayer, input.seats) = (terms.supply, terms.perPayer, terms.seats);
        (input.refundWindow, input.penalty, input.referral) = (terms.refundWindow, terms.penalty, terms.referral);
        (input.transferable, input.referrerRoot) = (terms.transferable, terms.referrerRoot);
        vm.prank(_LICENSOR);
        _offerIds.push(market.publishOffer(input));
        _inputs.push(input);
    }

    function _remember(bytes32 licenseId, uint256 offer, address payer, Purchase memory purchase) private {
        OfferInput storage input = _inputs[offer];
        uint256 paid = uint256(input.price) * (purchase.seats == 0 ? 1 : purchase.seats);
        gross += paid;
        if (input.supply != 0) ++sold[offer];
        ++bought[offer][payer];
        if (input.refundWindow == 0) return;
        _sales.push(
            Sold({
                licenseId: licenseId,
                offer: offer,
                payer: payer,
                holder: purchase.licensee,
                gross: paid,
                until: block.timestamp + input.refundWindow,
                open: true,
                transferred: false
            })
        );
    }
}

/// @notice Escrows are a liability of their own, and limits hold whatever comes back.
contract EscrowsTest is LicensingFixture {
    EscrowsHandler private _handler;

    function setUp() external {
        _handler = new EscrowsHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice Each open escrow has its whole price in its pot, and no other sale has anything in one.
    function invariant_PotsAreOpenEscrows() external view {
        for (uint256 i = 0; i < _handler.count(); ++i) {
            (uint256 expected, uint256 found, bool agrees) = _handler.potOf(i);
            assertEq(found, expected, "pot");
            assertTrue(agrees, "escrow");
        }
    }

    /// @notice Gross = sales + referrals + refunds + open pots, and all of it is there.
    function invariant_Conservation() external view {
        uint256 pots;
        for (uint256 i = 0; i < _handler.count(); ++i) {
            (, uint256 found, ) = _handler.potOf(i);
            pots += found;
        }
        assertEq(_handler.booked() + pots, _handler.gross(), "booked and escrowed");
        assertEq(_handler.held(), _handler.gross(), "collected");
    }

    /// @notice Never more licenses sold, or bought by one payer, than the offer allows; returned ones do not count.
    function invariant_LimitsHold() external view {
        for (uint256 i = 0; i < _handler.OFFERS(); ++i) {
            Offer memory offer = _handler.offerAt(i);
            assertEq(offer.sold, _handler.sold(i), "sold");
            if (offer.supply != 0) assertLe(offer.sold, offer.supply, "supply");
            for (uint256 j = 0; j < _handler.ACTORS() && offer.perPayer != 0; ++j) {
                uint256 count = _handler.boughtBy(i, _handler.actor(j));
                assertEq(count, _handler.bought(i, _handler.actor(j)), "bought");
                assertLe(count, offer.perPayer, "per payer");
            }
        }
    }
}
