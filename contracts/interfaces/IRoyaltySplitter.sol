// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

/// @notice One line of a recipe's split.
/// @param account Who owns this part; what is claimed for it goes to this account, or to where both sides of a
/// migration have agreed.
/// @param weight Part of the recipe's own income, in ppm; a split adds up to 1,000,000.
/// @param roles Bit set of contributor roles; the splitter keeps it and gives it no meaning.
struct Payee {
    address account;
    uint32 weight;
    uint8 roles;
}

/// @notice How a recipe's own income is divided.
enum SplitKind {
    Fixed,
    Merkle,
    Tradable
}

/// @notice A sum that is repaid before the split begins.
/// @param account Who advanced it and is repaid.
/// @param token The only ERC-20 in which it is repaid.
/// @param amount Units of `token`; zero: there is no advance.
struct Advance {
    address account;
    address token;
    uint128 amount;
}

/// @notice What a split is beside its list of payees.
/// @param kind `Fixed`: the payees, for ever; `Merkle`: the leaves under `root`, no payees; `Tradable`: the payees
/// hold shares of the income in `token` that may change hands, income in other tokens stays with the payees.
/// @param root Merkle only: root of an OpenZeppelin standard tree over (uint256 index, address account, uint64 weight).
/// @param totalWeight Merkle only: declared sum of all weights.
/// @param token Tradable only: the settlement token.
/// @param advance A sum repaid first.
struct SplitOptions {
    SplitKind kind;
    bytes32 root;
    uint64 totalWeight;
    address token;
    Advance advance;
}

/// @notice One leaf of a Merkle split.
/// @param index Position of the leaf; an account may own several.
/// @param account Who is paid for it.
/// @param weight Part of the split's `totalWeight`.
struct MerkleLine {
    uint256 index;
    address account;
    uint64 weight;
}

/// @notice One parent of a recipe, as opened or as stored.
/// @param parent Ordinal of the parent recipe, smaller than the child's.
/// @param rate Part of the child's sales that the parent's payees own, in ppm. Zero: attribution only.
/// @param pass Part of the child's sales that the parent passes on to its own parents, in ppm: the parent's stack when
/// the child was opened. Ignored in the input of {IRoyaltySplitter-openNode}.
struct Edge {
    uint32 parent;
    uint24 rate;
    uint24 pass;
}

/// @notice A sale as booked.
/// @param recipe Ordinal of the recipe whose asset was sold.
/// @param token ERC-20 the price is paid in.
/// @param payer Account the tokens come from.
/// @param referrer Account credited with `referral`; zero: none.
/// @param gross What the payer pays, in token units.
/// @param referral Part of `gross` that goes to the referrer, in token units; the rest is the recipe's sale.
/// @param seller Token owner who sells in its own name and keeps all but the lineage's part; zero: the licensor sells.
/// @param pot Pot of LicenseMarket in which the gross waits until the sale is final; zero: it is booked at once.
struct Sale {
    uint32 recipe;
    address token;
    address payer;
    address referrer;
    uint128 gross;
    uint128 referral;
    address seller;
    bytes32 pot;
}

/// @notice The account of one recipe in one token: cumulative totals in token units, none ever decreases.
/// @dev Three slots of two fields each, in this order.
/// @param passed What children have handed over for the recipe's own parents.
/// @param own What the recipe's payees have earned, claimed or not.
/// @param sales What the recipe's own assets were sold for, less referrals.
/// @param settledSales Part of `sales` that is already divided.
/// @param settledPassed Part of `passed` that is already handed on.
/// @param paid What was claimed against a Merkle root of weights; always zero for other splits.
struct Ledger {
    uint128 passed;
    uint128 own;
    uint128 sales;
    uint128 settledSales;
    uint128 settledPassed;
    uint128 paid;
}

/// @title IRoyaltySplitter
/// @notice The only contract of the protocol that holds and moves sale proceeds. A sale is booked in the *sales* inbox
/// of its recipe; {settle} divides what is new there between the recipe's payees and its parents, whose *passed* inbox
/// takes what belongs to the ancestors above them. Every credit is the difference of two floors of cumulative totals,
/// so the order and number of settlements never change what anybody ends up with, and no unit is created or lost.
///
/// Ratios are parts per million (ppm), amounts are units of the token concerned, recipes are named by their ordinal.
/// There is no owner, no fee and no pause. What is owed in one token never depends on another token.
///
/// A recipe's own income is divided by its split: between payees with fixed weights, between the leaves of a Merkle
/// tree, or, in one settlement token, between the holders of a million ERC-6909 shares whose id is the recipe's
/// ordinal. An advance may come first. Claims credit accounts, from where {withdraw} pays; pots of other contracts are
/// a liability of their own. Several calls fit into one by {multicall}.
///
/// Assumption: a token delivers exactly what a transfer says. One that does not is refused at the sale; one that takes
/// balances away later, or blocks this contract, harms only what is held in that token. Tokens whose balances change
/// without transfers must be wrapped first. Native currency is never held.
///
/// Domain of signatures: name "Imprimatur RoyaltySplitter", version "1", the chain, this contract.
interface IRoyaltySplitter is IERC6909 {
    /// @notice A recipe's lineage and split were frozen.
    /// @param recipe Ordinal of the recipe.
    /// @param stack Part of its sales that its whole lineage takes, in ppm.
    /// @param edges Its parents, ascending, with the rates and pass rates they keep for ever.
    /// @param payees Its split, ascending by account.
    /// @param options Kind of its split, and the advance that is repaid first.
    event NodeOpened(uint32 indexed recipe, uint24 stack, Edge[] edges, Payee[] payees, SplitOptions options);

    /// @notice Everything a recipe had received in `token` was divided. With the frozen edges the two totals determine
    /// every single credit of this and all earlier settlements.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param sales Total of the recipe's own sales so far, less referrals, in token units.
    /// @param passed Total that its children have handed over for its ancestors so far, in token units.
    event Settled(uint32 indexed recipe, address indexed token, uint256 sales, uint256 passed);

    /// @notice A payee's income was credited to the payee's recipient ({recipientOf}), from where {Withdrawn} takes it.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param account The payee.
    /// @param amount What was credited, in token units; never zero.
    event Claimed(uint32 indexed recipe, address indexed token, address indexed account, uint256 amount);

    /// @notice Income of a leaf of a Merkle split was credited to its account's recipient.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param account The leaf's account.
    /// @param index The leaf's position.
    /// @param amount What was credited, in token units; never zero.
    event MerkleClaimed(
        uint32 indexed recipe,
        address indexed token,
        address indexed account,
        uint256 index,
        uint256 amount
    );

    /// @notice What had arrived at a recipe's receiver was booked as the recipe's sale.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param amount What arrived here, in token units; never zero.
    event Swept(uint32 indexed recipe, address indexed token, uint256 amount);

    /// @notice Income of `account` is to go to another recipient, unless one of both objects in time.
    /// @param account The payee.
    /// @param to The recipient to be.
    /// @param readyAt From when on the change can be finished, in unix seconds.
    event MigrationStarted(address indexed account, address indexed to, uint40 readyAt);

    /// @notice One side gave up a change of recipient.
    /// @param account The payee.
    event MigrationCanceled(address indexed account);

    /// @notice What is claimed for `account` from now on is `to`'s.
    /// @param account The payee.
    /// @param to The new recipient; `account` itself if it is its own again.
    event PayeeMigrated(address indexed account, address indexed to);

    /// @notice Tokens left the splitter.
    /// @param account Whose credit was reduced; for income sent straight to a wallet the recipient.
    /// @param token The ERC-20.
    /// @param to Who received the tokens: `account`, or whom it named by its signature.
    /// @param amount What was sent, in token units; never zero.
    event Withdrawn(address indexed account, address indexed token, address indexed to, uint256 amount);

    /// @notice The owner of a token sold its asset's license. The amounts are not part of the recipe's sales.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param seller The owner, credited with `kept`.
    /// @param kept What the owner keeps, in token units.
    /// @param passed What was added to the recipe's *passed* inbox for its lineage, in token units.
    event OwnerPaid(uint32 indexed recipe, address indexed token, address indexed seller, uint256 kept, uint256 passed);

    /// @notice Tokens came in that wait in a pot.
    /// @param opener Contract that alone may empty the pot.
    /// @param id The opener's name for it.
    /// @param payer Who paid.
    /// @param token The ERC-20.
    /// @param amount What was paid, in token units.
    event PotFunded(address indexed opener, bytes32 indexed id, address indexed payer, address token, uint256 amount);

    /// @notice Part of a pot was credited to an account, from where {Withdrawn} takes it.
    /// @param opener Contract whose pot it is.
    /// @param id The opener's name for it.
    /// @param to The account.
    /// @param token The ERC-20.
    /// @param amount What was credited, in token units.
    event PotReleased(address indexed opener, bytes32 indexed id, address indexed to, address token, uint256 amount);

    /// @notice Part of a pot was put into another pot of the same opener.
    /// @param opener Contract whose pots they are.
    /// @param from The opener's name for the one that gives.
    /// @param to The opener's name for the one that receives.
    /// @param token The ERC-20.
    /// @param amount What was moved, in token units.
    event PotMoved(address indexed opener, bytes32 indexed from, bytes32 indexed to, address token, uint256 amount);

    /// @notice Part of a pot of LicenseMarket became a sale: the whole price of one that is final, or the penalty of
    /// one that was refunded.
    /// @param id The market's name for the pot.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param net What the recipe was sold for, less the referral, in token units. If an owner sold, {OwnerPaid} in the
    /// same transaction says how it was divided instead.
    /// @param referrer Account credited with `referral`; zero: none.
    /// @param referral What the referrer was credited with, in token units.
    event PotBooked(
        bytes32 indexed id,
        uint32 indexed recipe,
        address token,
        uint256 net,
        address referrer,
        uint256 referral
    );

    /// @notice An account paid another one by a ruling: what was paid is the receiver's credit.
    /// @param from Who paid.
    /// @param to Who was credited.
    /// @param token The ERC-20.
    /// @param amount What was paid, in token units.
    event Compensated(address indexed from, address indexed to, address indexed token, uint256 amount);

    /// @notice `caller` is not the sibling contract that may call this function.
    error RoyaltySplitterUnauthorized(address caller);

    /// @notice No node was opened for `recipe`.
    error RoyaltySplitterUnknownRecipe(uint32 recipe);

    /// @notice `account` has no weight in the split of `recipe`.
    error RoyaltySplitterUnknownPayee(uint32 recipe, address account);

    /// @notice `token` has no code.
    error RoyaltySplitterUnknownToken(address token);

    /// @notice The node of `recipe` was opened before; nodes never change.
    error RoyaltySplitterAlreadyOpen(uint32 recipe);

    /// @notice The options of `recipe` lack what a split of this kind needs, or name what it has not.
    error RoyaltySplitterInvalidOptions(uint32 recipe, SplitKind kind);

    /// @notice The advance of `recipe` is incomplete: account, token and amount are all zero or none is.
    error RoyaltySplitterInvalidAdvance(uint32 recipe);

    /// @notice `recipe` names `parents` parents where at most `allowed` may be.
    error RoyaltySplitterTooManyParents(uint32 recipe, uint256 parents, uint256 allowed);

    /// @notice `parent` does not come after the parent `previous` before it: unsorted, or named twice.
    error RoyaltySplitterUnsortedParents(uint32 recipe, uint32 parent, uint32 previous);

    /// @notice `parent` was not registered before `recipe`.
    error RoyaltySplitterParentNotEarlier(uint32 recipe, uint32 parent);

    /// @notice The lineage of `recipe` would take `stack` ppm of its sales where at most `cap` ppm may go.
    error RoyaltySplitterOverStackCap(uint32 recipe, uint256 stack, uint256 cap);

    /// @notice The split of `recipe` names `payees` payees where at most `allowed` may be.
    error RoyaltySplitterTooManyPayees(uint32 recipe, uint256 payees, uint256 allowed);

    /// @notice `account` does not come after the account `previous` before it: unsorted, named twice, or zero.
    error RoyaltySplitterUnsortedPayees(uint32 recipe, address account, address previous);

    /// @notice The weights of the split of `recipe` add up to `sum` ppm instead of `expected` ppm.
    error RoyaltySplitterWrongWeightSum(uint32 recipe, uint256 sum, uint256 expected);

    /// @notice A referral above the gross, or without a referrer to credit.
    error RoyaltySplitterInvalidReferral(address referrer, uint256 referral, uint256 gross);

    /// @notice The balance in `token` grew by `received` units (modulo 2^256) instead of `expected`.
    error RoyaltySplitterWrongReceipt(address token, uint256 received, uint256 expected);

    /// @notice `to` cannot be credited or paid.
    error RoyaltySplitterInvalidReceiver(address to);

    /// @notice `kind` of split of `recipe` does not offer this call.
    error RoyaltySplitterWrongKind(uint32 recipe, SplitKind kind);

    /// @notice The proof does not lead from the leaf at `index` to the root of `recipe`.
    error RoyaltySplitterInvalidProof(uint32 recipe, uint256 index);

    /// @notice Nobody's part of `recipe` can change hands.
    error RoyaltySplitterNotTradable(uint32 recipe);

    /// @notice A signature was valid until `deadline`, in unix seconds.
    error RoyaltySplitterExpiredSignature(uint256 deadline);

    /// @notice `account` did not sign this, or signed it with another nonce.
    error RoyaltySplitterInvalidSignature(address account);

    /// @notice No change of recipient of `account` waits.
    error RoyaltySplitterNoMigration(address account);

    /// @notice The change of recipient of `account` can be finished from `readyAt` on, in unix seconds.
    error RoyaltySplitterMigrationNotReady(address account, uint40 readyAt);

    /// @notice A path names `length` recipes where at most `allowed` may be.
    error RoyaltySplitterPathTooLong(uint256 length, uint256 allowed);

    /// @notice Nothing is in the pot that `opener` names `id`.
    error RoyaltySplitterUnknownPot(address opener, bytes32 id);

    /// @notice `amount` was to leave the pot `id`, of which at most `left` may.
    error RoyaltySplitterOverRelease(bytes32 id, uint256 amount, uint256 left);

    /// @notice This chain has no Permit2 at its address `permit2`.
    error RoyaltySplitterMissingPermit2(address permit2);

    /// @notice Freezes lineage and split of a new recipe. Each edge keeps its rate and, as pass rate, the stack its
    /// parent has; the recipe's stack is the sum of both over all edges, at most 900,000 ppm.
    /// @dev Only AssetRegistry. Emits {NodeOpened}, and the ERC-6909 `Transfer` of each payee's shares of a tradable
    /// split. Reverts, in this order, with {RoyaltySplitterUnauthorized}, {RoyaltySplitterUnknownRecipe} for ordinal
    /// zero, {RoyaltySplitterAlreadyOpen}, the errors about parents, {RoyaltySplitterInvalidOptions},
    /// {RoyaltySplitterInvalidAdvance}, the errors about payees.
    /// @param recipe Ordinal given by AssetRegistry, starting at 1.
    /// @param edges At most 16 parents, strictly ascending, each open and smaller than `recipe`.
    /// @param payees At most 64 payees, strictly ascending by account, weights adding up to 1,000,000. A weight of zero
    /// would be kept like any other; AssetRegistry lets none pass. A Merkle split has no payees here.
    /// @param options Kind of split and advance; all zero for fixed weights and nothing more.
    /// @return stack Part of the recipe's sales that its lineage takes, in ppm.
    function openNode(
        uint32 recipe,
        Edge[] calldata edges,
        Payee[] calldata payees,
        SplitOptions calldata options
    ) external returns (uint24 stack);

    /// @notice Books a sale and takes its gross from the payer, who has approved this contract. A sale of gross zero
    /// touches no token. If the sale names a pot, nothing is booked yet: the gross waits there for {bookPot} or
    /// {refundPot}. If it names a seller, the seller keeps `floor(net * (1,000,000 - stack) / 1,000,000)` of the net
    /// and the recipe's lineage shares the rest; the recipe's payees take no part.
    /// @dev Only LicenseMarket, which answers for the payer's consent and for the recipe: it sells registered ones
    /// only, and every registered recipe has a node. Emits {PotFunded} or {OwnerPaid} where one applies. Reverts with
    /// {RoyaltySplitterUnauthorized}, {RoyaltySplitterInvalidReferral}, {RoyaltySplitterUnknownToken},
    /// {RoyaltySplitterWrongReceipt}, or as the token does; {RoyaltySplitterUnknownRecipe} only where the node is read.
    /// @param sale What was sold, to whom, for how much.
    /// @param settleNow Whether to settle the recipe in this token at once (one hop); without effect on a pot.
    function collect(Sale calldata sale, bool settleNow) external;

    /// @notice Books a sale and takes its gross from the payer by the payer's EIP-3009 authorization to this contract,
    /// whose nonce is the purchase: the signature pays for nothing else. The token is called for a gross of zero too,
    /// because it alone checks the signature.
    /// @dev Only LicenseMarket. The token must offer `receiveWithAuthorization` with the signature in one piece, as
    /// Circle's and OpenZeppelin's do. Reverts like {collect}, and as the token does for an authorization that is
    /// expired, used, canceled or not the payer's.
    /// @param sale What was sold, to whom, for how much.
    /// @param settleNow Whether to settle the recipe in this token at once (one hop).
    /// @param deadline Last second, in unix time, at which the authorization is valid: signed as `validBefore - 1`.
    /// @param purchaseId The authorization's nonce.
    /// @param signature The payer's signature, or what the payer's contract accepts by EIP-1271.
    function collectWithAuthorization(
        Sale calldata sale,
        bool settleNow,
        uint40 deadline,
        bytes32 purchaseId,
        bytes calldata signature
    ) external;

    /// @notice Books a sale and takes its gross from the payer by the payer's Permit2 signature over token, gross,
    /// nonce, deadline and the purchase as witness: it pays for nothing else. Permit2 is called for a gross of zero
    /// too, because it alone checks the signature.
    /// @dev Only LicenseMarket. Reverts like {collect}, with {RoyaltySplitterMissingPermit2}, and as Permit2 does.
    /// @param sale What was sold, to whom, for how much.
    /// @param settleNow Whether to settle the recipe in this token at once (one hop).
    /// @param deadline Last second, in unix time, at which the signature is valid.
    /// @param purchaseId The permit's nonce.
    /// @param witness EIP-712 hash of the purchase.
    /// @param signature The payer's signature, or what the payer's contract accepts by EIP-1271.
    function collectWithPermit2(
        Sale calldata sale,
        bool settleNow,
        uint40 deadline,
        bytes32 purchaseId,
        bytes32 witness,
        bytes calldata signature
    ) external;

    /// @notice Makes a sale that waits in a pot final: books net and referral as {collect} would have.
    /// @dev Only LicenseMarket, on its own pots. Emits {PotBooked}. Reverts with {RoyaltySplitterUnauthorized},
    /// {RoyaltySplitterUnknownPot}, {RoyaltySplitterOverRelease}, {RoyaltySplitterInvalidReferral}.
    /// @param id The market's name for the pot.
    /// @param sale The sale as it was collected; its `pot` is ignored.
    /// @param settleNow Whether to settle the recipe in this token at once (one hop).
    function bookPot(bytes32 id, Sale calldata sale, bool settleNow) external;

    /// @notice Undoes a sale that waits in a pot: credits the payer with the gross less the penalty and books the
    /// penalty as the recipe's sale. The referrer gets nothing.
    /// @dev Only LicenseMarket, on its own pots. Emits {PotReleased} and {PotBooked}. Reverts with
    /// {RoyaltySplitterUnauthorized}, {RoyaltySplitterOverRelease} for a penalty above the gross, and like {bookPot}.
    /// @param id The market's name for the pot.
    /// @param sale The sale as it was collected; its `pot` is ignored.
    /// @param penalty What the payer does not get back, in token units.
    function refundPot(bytes32 id, Sale calldata sale, uint128 penalty) external;

    /// @notice Takes tokens from one account and credits them to another: the refund that a ruling carries with it.
    /// @dev Only LicenseMarket, which answers for the consent of `from`. Emits {Compensated}. Reverts with
    /// {RoyaltySplitterUnauthorized}, {RoyaltySplitterInvalidReceiver}, {RoyaltySplitterUnknownToken},
    /// {RoyaltySplitterWrongReceipt}, or as the token does.
    /// @param token The ERC-20.
    /// @param from Who pays and has approved this contract.
    /// @param to Who is credited.
    /// @param amount What is paid, in token units; zero touches no token.
    function compensate(address token, address from, address to, uint128 amount) external;

    /// @notice Puts the caller's tokens into a pot, which only the named opener can empty. Pots are a liability of
    /// their own: no sale, claim or other pot can reach what is in them. An amount of zero does nothing.
    /// @dev Anyone, with the caller's own money and its approval. Emits {PotFunded}. Reverts with
    /// {RoyaltySplitterUnauthorized} for the pots of LicenseMarket, which fills them by sales only,
    /// {RoyaltySplitterUnknownToken}, {RoyaltySplitterWrongReceipt}, or as the token does.
    /// @param opener Contract whose pot it is.
    /// @param id The opener's name for it.
    /// @param token The ERC-20.
    /// @param amount What is paid, in token units.
    function fundPot(address opener, bytes32 id, address token, uint128 amount) external;

    /// @notice Credits part of the caller's pot to an account, which can {withdraw} it.
    /// @dev Anyone, for pots of its own. Emits {PotReleased}. Reverts with {RoyaltySplitterUnknownPot} if nothing is in
    /// it, {RoyaltySplitterOverRelease}, {RoyaltySplitterInvalidReceiver}.
    /// @param id The caller's name for the pot.
    /// @param token The ERC-20.
    /// @param to Who is credited.
    /// @param amount What is released, in token units.
    function releasePot(bytes32 id, address token, address to, uint128 amount) external;

    /// @notice Puts part of one of the caller's pots into another one of its own; no token moves, nobody is credited.
    /// @dev Anyone, for pots of its own. Emits {PotMoved}. Reverts with {RoyaltySplitterUnauthorized} for
    /// LicenseMarket, whose pots are one sale each, {RoyaltySplitterUnknownPot} if nothing is in `from`,
    /// {RoyaltySplitterOverRelease}.
    /// @param from The caller's name for the pot that gives.
    /// @param to The caller's name for the pot that receives; `from` itself changes nothing.
    /// @param token The ERC-20.
    /// @param amount What is moved, in token units; zero does nothing.
    function movePot(bytes32 from, bytes32 to, address token, uint256 amount) external;

    /// @notice Divides everything new in the inboxes of each recipe between its payees and its parents, in the order
    /// given. Naming children before their parents (falling ordinals) carries money up a whole chain in one call; any
    /// other order is right too and leaves the rest for a later call. Settling what has nothing new does nothing.
    /// @dev Anyone. Emits {Settled} for each recipe that had something new. Reverts with
    /// {RoyaltySplitterUnknownRecipe}. The caller bounds the work: about 22,000 gas a hop, less than half a million for
    /// 16 parents that were never credited.
    /// @param recipes Ordinals, in the order in which they are to be settled.
    /// @param token The ERC-20 to settle in.
    function settle(uint32[] calldata recipes, address token) external;

    /// @notice Settles a recipe and then its ancestors as far as money can reach them, in falling order of ordinals:
    /// every child before its parents. Stops after `maxNodes` recipes, after 64, or when another one would make more
    /// than 256 credited edges, so that it always fits a transaction; call it for an ancestor to go on.
    /// @dev Anyone. Emits {Settled} for each recipe that had something new. Reverts with
    /// {RoyaltySplitterUnknownRecipe}.
    /// @param recipe Ordinal of the recipe to begin with.
    /// @param token The ERC-20 to settle in.
    /// @param maxNodes Most recipes to settle.
    /// @return settled How many were settled, those included that had nothing new.
    function settleUp(uint32 recipe, address token, uint256 maxNodes) external returns (uint256 settled);

    /// @notice Takes what has arrived at a recipe's receiver and books it as the recipe's sale. Native currency there
    /// is wrapped first if `token` is the chain's wrapped native currency; on a chain whose wrapped currency the
    /// protocol does not know it waits.
    /// @dev Anyone. Deploys the receiver when it is first swept. Emits {Swept} unless nothing arrived. Reverts with
    /// {RoyaltySplitterUnknownRecipe}, {RoyaltySplitterUnknownToken}, {RoyaltySplitterWrongReceipt} if more arrived
    /// than was sent or the balance fell, or as the token does. What a token takes on the way is not booked.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @return amount What arrived, in token units.
    function sweep(uint32 recipe, address token) external returns (uint256 amount);

    /// @notice Credits a payee's unclaimed income from one recipe to the payee's recipient, where many small claims can
    /// meet before one {withdraw}: its part by fixed weight or by shares, and what repays its advance. Does not settle:
    /// settle first what the payee is to have a part in. Nothing to claim is not an error, so batches never fail on an
    /// account that somebody else has just claimed for.
    /// @dev Anyone, for anybody: only the payee's recipient gains. Emits {Claimed} unless the amount is zero. Reverts
    /// with {RoyaltySplitterUnknownRecipe}; with {RoyaltySplitterUnknownPayee} for a stranger to a fixed split, and
    /// {RoyaltySplitterWrongKind} to a Merkle split. Of a tradable split everybody may be a holder.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param account The payee.
    /// @return amount What was credited, in token units.
    function claim(uint32 recipe, address token, address account) external returns (uint256 amount);

    /// @notice Like {claim}, but sends the income straight to the payee's recipient, whose credit is not touched.
    /// @dev Anyone, for anybody: the tokens go to the recipient only. Emits {Claimed} and {Withdrawn} unless the amount
    /// is zero. Reverts like {claim}, and as the token does: a recipient it refuses can still be credited with {claim}.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param account The payee.
    /// @return amount What was sent, in token units.
    function claimToWallet(uint32 recipe, address token, address account) external returns (uint256 amount);

    /// @notice Credits what one leaf of a Merkle split has earned and not had yet to its account's recipient. All
    /// leaves together never get more than the recipe's payees have earned: weights that exceed their declared sum
    /// leave the last to claim with less, and nobody outside the recipe.
    /// @dev Anyone, for anybody. Emits {MerkleClaimed} unless the amount is zero. Reverts with
    /// {RoyaltySplitterUnknownRecipe}, {RoyaltySplitterWrongKind}, {RoyaltySplitterInvalidProof}.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param line The leaf.
    /// @param proof Its proof in a tree of sorted pairs with leaves hashed twice, as OpenZeppelin's standard tree.
    /// @return amount What was credited, in token units.
    function claimMerkle(
        uint32 recipe,
        address token,
        MerkleLine calldata line,
        bytes32[] calldata proof
    ) external returns (uint256 amount);

    /// @notice Sends an account its whole credit in one token. An empty credit is not an error.
    /// @dev Anyone, for anybody: the tokens go to the account only. Emits {Withdrawn} unless the amount is zero.
    /// Reverts as the token does.
    /// @param token The ERC-20.
    /// @param account Whose credit is paid out.
    /// @return amount What was sent, in token units.
    function withdraw(address token, address account) external returns (uint256 amount);

    /// @notice Sends an account's whole credit in one token to whom the account names: a way out for an account that
    /// the token refuses. An empty credit is not an error, and uses the signature up.
    /// @dev The account itself, or anyone with its signature over `Withdrawal(address token,address account,address to,
    /// uint256 nonce,uint256 deadline)` with its next nonce ({nonces}); of the account itself neither signature nor
    /// deadline is looked at. Emits {Withdrawn} unless the amount is zero. Reverts with
    /// {RoyaltySplitterInvalidReceiver} for zero and for this contract, {RoyaltySplitterExpiredSignature},
    /// {RoyaltySplitterInvalidSignature}, or as the token does.
    /// @param token The ERC-20.
    /// @param account Whose credit is paid out.
    /// @param to Who receives the tokens.
    /// @param deadline Last second, in unix time, at which the signature is valid.
    /// @param signature The account's signature, or what its contract accepts by EIP-1271.
    /// @return amount What was sent, in token units.
    function withdrawTo(
        address token,
        address account,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 amount);

    /// @notice Begins to change who receives what is claimed for an account, by the will of both: who receives it now
    /// and who is to. In seven days the change can be finished; until then either can object. A change that waits
    /// already is replaced. Credits that exist stay whose they are.
    /// @dev Anyone with both signatures over `PayeeMigration(address account,address to,uint256 nonce,uint256
    /// deadline)` with the account's next nonce; the caller's own is not needed. Emits {MigrationStarted}. Reverts with
    /// {RoyaltySplitterInvalidReceiver} for zero and for the present recipient, {RoyaltySplitterExpiredSignature},
    /// {RoyaltySplitterInvalidSignature}.
    /// @param account The payee.
    /// @param to The recipient to be.
    /// @param deadline Last second, in unix time, at which the signatures are valid.
    /// @param accountSignature Signature of the present recipient of `account`.
    /// @param toSignature Signature of `to`.
    function startMigration(
        address account,
        address to,
        uint256 deadline,
        bytes calldata accountSignature,
        bytes calldata toSignature
    ) external;

    /// @notice Gives up a change that waits.
    /// @dev The present recipient of `account`, or the one to be. Emits {MigrationCanceled}. Reverts with
    /// {RoyaltySplitterNoMigration}, {RoyaltySplitterUnauthorized}.
    /// @param account The payee.
    function cancelMigration(address account) external;

    /// @notice Makes a change whose time has come.
    /// @dev Anyone. Emits {PayeeMigrated}. Reverts with {RoyaltySplitterNoMigration},
    /// {RoyaltySplitterMigrationNotReady}.
    /// @param account The payee.
    function finishMigration(address account) external;

    /// @notice Makes several calls of the same caller in one. They succeed or fail together.
    /// @param data The calls, encoded.
    /// @return results What they returned, encoded.
    function multicall(bytes[] calldata data) external returns (bytes[] memory results);

    /// @notice The contract that may open nodes.
    function assetRegistry() external view returns (address);

    /// @notice The contract that may book sales.
    function licenseMarket() external view returns (address);

    /// @notice Part of a recipe's sales that its whole lineage takes, in ppm.
    /// @dev Reverts with {RoyaltySplitterUnknownRecipe}.
    function stackOf(uint32 recipe) external view returns (uint24);

    /// @notice A recipe's parents, ascending, as frozen when it was opened.
    /// @dev Reverts with {RoyaltySplitterUnknownRecipe}.
    function edgesOf(uint32 recipe) external view returns (Edge[] memory);

    /// @notice An account's line in a recipe's split, or zeros.
    /// @return weight Part of the recipe's own income, in ppm.
    /// @return roles Bit set of contributor roles.
    function payeeOf(uint32 recipe, address account) external view returns (uint32 weight, uint8 roles);

    /// @notice The account of a recipe in one token.
    /// @dev Refused while a token is being called, like all views of money: figures in mid-air mislead.
    function ledgerOf(uint32 recipe, address token) external view returns (Ledger memory);

    /// @notice What a split is beside its payees.
    /// @dev Reverts with {RoyaltySplitterUnknownRecipe}.
    function optionsOf(uint32 recipe) external view returns (SplitOptions memory);

    /// @notice What a payee has claimed from a recipe so far by fixed weight and as repayment of its advance, in token
    /// units. What shares have earned is not part of it: it goes with the shares.
    /// @dev Refused while a token is being called.
    function claimedOf(uint32 recipe, address token, address account) external view returns (uint256);

    /// @notice What was claimed for a leaf of a Merkle split so far, in token units.
    /// @dev Refused while a token is being called.
    function merkleClaimedOf(uint32 recipe, address token, uint256 index) external view returns (uint256);

    /// @notice Exactly what {claim} would credit now, in token units: income that was settled and not yet claimed.
    /// Sales and passed income that are not yet settled are not part of it. Zero for a stranger to the split.
    /// @dev Refused while a token is being called.
    function claimable(uint32 recipe, address token, address account) external view returns (uint256);

    /// @notice Exactly what {claim} would credit after a {settle} of `path`, in its order.
    /// @dev Refused while a token is being called. Reverts with {RoyaltySplitterPathTooLong} above 64 recipes, and with
    /// {RoyaltySplitterUnknownRecipe}.
    function claimableWithPath(
        uint32 recipe,
        address token,
        address account,
        uint32[] calldata path
    ) external view returns (uint256);

    /// @notice Exactly what {claimMerkle} would credit now for a leaf, in token units. Whether the leaf is under the
    /// root is not asked.
    /// @dev Refused while a token is being called. Reverts with {RoyaltySplitterUnknownRecipe},
    /// {RoyaltySplitterWrongKind}.
    function claimableMerkle(uint32 recipe, address token, MerkleLine calldata line) external view returns (uint256);

    /// @notice What {withdraw} would send now, in token units: claims, referrals, refunds and released pots.
    /// @dev Refused while a token is being called.
    function creditOf(address account, address token) external view returns (uint256);

    /// @notice What is in a pot, in token units.
    /// @dev Refused while a token is being called.
    function potOf(address opener, bytes32 id, address token) external view returns (uint256);

    /// @notice Who receives what is claimed for an account: the account itself unless it was migrated.
    function recipientOf(address account) external view returns (address);

    /// @notice The change of recipient that waits, or zeros.
    /// @return to The recipient to be.
    /// @return readyAt From when on it can be finished, in unix seconds.
    function migrationOf(address account) external view returns (address to, uint40 readyAt);

    /// @notice The next nonce of an account's signatures; a migration counts for the payee whose income it moves.
    function nonces(address account) external view returns (uint256);

    /// @notice Where marketplaces pay a recipe's secondary royalties: an address that takes native currency within
    /// 2,300 gas and any ERC-20, before and after {sweep} deploys it.
    function receiverOf(uint32 recipe) external view returns (address);
}
