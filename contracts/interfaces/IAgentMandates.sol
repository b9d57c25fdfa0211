// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {Purchase} from "./ILicenseMarket.sol";
import {IMandatePause} from "./IMandatePause.sol";

/// @notice A function that an agent may call.
struct CallRule {
    address target; // contract; no module of the studio, no token with an allowance of the treasury
    bytes4 selector; // function of it; none that moves tokens or lets others move them
}

/// @notice How much an agent may spend.
struct SpendingLimits {
    uint96 perTransaction; // most in one act, units of the token, at most five significant digits
    uint96 perPeriod; // most in one period, units of the token, at most five significant digits
    uint32 period; // seconds, whole hours; periods follow each other from 1970 on
}

/// @notice What members vote for when they give an agent a mandate.
struct MandateInput {
    address agent; // who acts, and has consented to just this; has no other mandate and no votes
    address sponsor; // member who answers for it and gets the reputation it earns; never zero
    bytes32 policyHash; // keccak256 of the policy's canonical JSON: model, system prompt, tools, limits, code
    address token; // ERC-20 with a treasury window; zero: no money at all
    SpendingLimits limits; // caps; all zero without a token
    uint96 lifetime; // most in all, units of the token, below 2**88
    uint40 validUntil; // first second in which the mandate is over, at most 180 days from now
    uint40 reviewAt; // first second in which the quota is zero unless members voted to go on
    uint24 quota; // assets that may be committed on one day (UTC)
    address[] payees; // who may be paid, and whose licenses may be bought, at most 32
    CallRule[] calls; // what may be called, at most 32
}

/// @notice A mandate as it stands.
struct Mandate {
    address agent; // who acts
    address sponsor; // who answers for it
    address account; // from where its calls are made; owns nothing
    address token; // ERC-20 it may spend; zero: none
    bytes32 policyHash; // what it echoes on every act
    uint32 policyVersion; // counts the agent's policies, over all its mandates of this module
    SpendingLimits limits; // caps
    uint96 spent; // in the present period, units of the token
    uint96 left; // of the lifetime cap, units of the token
    uint40 validUntil; // first second in which the mandate is over
    uint40 pausedUntil; // nothing can be done before, seconds
    uint40 reviewAt; // first second in which the quota is zero, unless members vote before
    uint24 quota; // assets that may be committed on one day (UTC)
    bool revoked; // over for good
}

/// @notice How many assets an agent may commit through one gate: one slot.
struct MandateQuota {
    uint24 perDay; // assets on one day (UTC)
    uint24 used; // on `day`
    uint16 day; // days since 1970
    uint32 from; // seconds; nothing before: the end of a pause
    uint32 until; // seconds; nothing from then on: review, expiry or revocation
    uint32 policyVersion; // what nonces begin with
    uint32 next; // least number that the next lot may have
    uint64 number; // number of the mandate
}

/// @notice What an agent did, as its log names it.
enum Act {
    Paid,
    Bought,
    Called
}

/// @title IAgentMandates
/// @notice AI agents on a leash: what a studio's members voted that each may do, counted and logged act by act.
///
/// A mandate binds one agent to one policy: the hash of its model, system prompt, tools and limits. The agent echoes
/// the hash on every act, so an act under another prompt is refused, and a new prompt is a new vote. {pay} and {buy}
/// alone use the treasury's allowance, which counts only while it is at most twice the token's window. {call} acts from
/// an account that owns nothing. Lots are counted at commit by the studio's gate. Only the timelock grants, and only
/// what the agent consented to before ({consent}): a mandate takes votes away, so no vote gives one to a member who
/// does not want it.
///
/// Every act extends the mandate's log: the next head is `keccak256(abi.encode(head, policyHash, act, a, b, c))`, its
/// low 40 bits replaced by the number of the act. The first head is the mandate's id with number zero. `a, b, c` are
/// payee, amount and purpose of a payment; purchase, amount and offer of a purchase; target, hash of the data and
/// selector of a call. Lots are not in it: their ids carry the version of the policy and a number that rises.
///
/// An agent has a sponsor, and so no votes while its mandate lasts, in whatever electorate the studio has: mandates
/// follow the studio to its next gate and its next reputation in the very vote that names them. Its acts end when the
/// studio replaces this module.
/// @dev A module clone. Checks come in this order: mandate known, not revoked, not expired, not paused, caller, policy,
/// module present, list, per transaction, per period, lifetime, window of the treasury, allowance.
interface IAgentMandates is IMandatePause {
    /// @notice An account consented to a mandate, or took its consent back.
    /// @param agent The account
    /// @param terms Hash of what members may vote for: {hashTerms}; zero: nothing any more
    event MandateConsented(address indexed agent, bytes32 indexed terms);

    /// @notice Members gave an agent a mandate.
    /// @param mandateId Its id
    /// @param agent Who may act
    /// @param number Its number in this module, from 1 on
    /// @param account From where its calls are made
    /// @param input What was voted for
    event MandateGranted(
        bytes32 indexed mandateId,
        address indexed agent,
        uint64 number,
        address account,
        MandateInput input
    );

    /// @notice A mandate is over for good.
    /// @param mandateId The mandate
    event MandateRevoked(bytes32 indexed mandateId);

    /// @notice A mandate stands still, or goes on.
    /// @param mandateId The mandate
    /// @param by Board or timelock
    /// @param until First second in which it goes on
    event MandatePaused(bytes32 indexed mandateId, address indexed by, uint48 until);

    /// @notice The agent has another policy: another model, prompt, or tools.
    /// @param mandateId The mandate
    /// @param version Number of the policy
    /// @param policyHash What the agent echoes from now on
    event PolicyChanged(bytes32 indexed mandateId, uint32 indexed version, bytes32 policyHash);

    /// @notice Members looked at an agent's record and let it go on.
    /// @param mandateId The mandate
    /// @param reviewAt When they look again, seconds
    /// @param quota Assets that it may commit on one day
    /// @param limits Its caps from now on
    event MandateReviewed(bytes32 indexed mandateId, uint40 reviewAt, uint24 quota, SpendingLimits limits);

    /// @notice A payee was put on the list or taken off.
    /// @param mandateId The mandate
    /// @param payee The account
    /// @param listed Whether it may be paid
    event PayeeListed(bytes32 indexed mandateId, address indexed payee, bool listed);

    /// @notice A function was put on the list or taken off.
    /// @param mandateId The mandate
    /// @param target The contract
    /// @param selector The function
    /// @param listed Whether it may be called
    event CallListed(bytes32 indexed mandateId, address indexed target, bytes4 indexed selector, bool listed);

    /// @notice Members decided how much of a token all mandates together may take.
    /// @param token The ERC-20
    /// @param cap Most within the window, units of the token
    /// @param length Seconds
    event WindowSet(address indexed token, uint96 cap, uint32 length);

    /// @notice An agent paid somebody from the treasury.
    /// @param mandateId The mandate
    /// @param payee Who got it
    /// @param purpose What for, as the agent says: an invoice of a vendor, an order of compute
    /// @param amount Units of the mandate's token
    /// @param head Log after this act; its low 40 bits number it
    event MandatePaid(
        bytes32 indexed mandateId,
        address indexed payee,
        bytes32 indexed purpose,
        uint256 amount,
        bytes32 head
    );

    /// @notice An agent bought a license for the studio.
    /// @param mandateId The mandate
    /// @param purchaseId Hash of the purchase
    /// @param offerId The offer
    /// @param seller Who sold it: the licensor, or the token's owner
    /// @param amount What it cost, units of the mandate's token
    /// @param head Log after this act
    event MandateBought(
        bytes32 indexed mandateId,
        bytes32 indexed purchaseId,
        bytes32 indexed offerId,
        address seller,
        uint256 amount,
        bytes32 head
    );

    /// @notice An agent called a contract from the mandate's account.
    /// @param mandateId The mandate
    /// @param target The contract
    /// @param selector The function
    /// @param dataHash keccak256 of selector and arguments
    /// @param head Log after this act
    event MandateCalled(
        bytes32 indexed mandateId,
        address indexed target,
        bytes4 indexed selector,
        bytes32 dataHash,
        bytes32 head
    );

    /// @notice What had come to a mandate's account went to the treasury.
    /// @param mandateId The mandate
    /// @param token The ERC-20
    /// @param amount Units of it
    event AccountSwept(bytes32 indexed mandateId, address indexed token, uint256 amount);

    /// @notice The gate counted a lot.
    /// @param mandateId The mandate
    /// @param lotId The lot
    /// @param used Assets committed on this day so far
    event QuotaUsed(bytes32 indexed mandateId, LotId indexed lotId, uint256 used);

    /// @notice The studio replaced this module, or named it again.
    /// @param present Whether its agents may act
    event PresenceNoted(bool present);

    /// @notice A mandate's lots are counted for another gate from now on.
    /// @param mandateId The mandate
    /// @param gate The studio's present gate
    event QuotaMoved(bytes32 indexed mandateId, address indexed gate);

    /// @notice The caller may not call this function.
    /// @param caller Who called
    error AgentMandatesUnauthorized(address caller);

    /// @notice The studio names another module, or none: this one pays, buys and calls nothing any more.
    /// @param present The studio's mandates module; zero if there is none
    error AgentMandatesReplaced(address present);

    /// @notice There is no such mandate.
    /// @param mandateId The id that was given
    error AgentMandatesUnknownMandate(bytes32 mandateId);

    /// @notice The mandate was revoked.
    /// @param mandateId The mandate
    error AgentMandatesRevoked(bytes32 mandateId);

    /// @notice The mandate is over.
    /// @param mandateId The mandate
    /// @param validUntil When it ended, seconds
    error AgentMandatesExpired(bytes32 mandateId, uint40 validUntil);

    /// @notice The mandate stands still.
    /// @param mandateId The mandate
    /// @param until When it goes on, seconds
    error AgentMandatesPaused(bytes32 mandateId, uint48 until);

    /// @notice The agent echoed another policy than members voted for.
    /// @param mandateId The mandate
    /// @param policyHash What it echoed
    /// @param expected What was voted for
    error AgentMandatesWrongPolicy(bytes32 mandateId, bytes32 policyHash, bytes32 expected);

    /// @notice The agent did not consent to these terms, or to others since.
    /// @param agent The agent
    /// @param terms Hash of what members voted for: {hashTerms}
    error AgentMandatesNoConsent(address agent, bytes32 terms);

    /// @notice Nobody, the studio, or one of its modules cannot be an agent.
    /// @param agent Who was given
    error AgentMandatesInvalidAgent(address agent);

    /// @notice Somebody answers for every agent, so that it has no votes. Who can is up to {IReputationToken}.
    /// @param sponsor Who was given
    error AgentMandatesInvalidSponsor(address sponsor);

    /// @notice What is paid to nobody, to the studio's own treasury or any module of it, to the mandate's account, to
    /// the protocol's registry, market or ledger, or to a token that has a window is lost, or no payment.
    /// @param payee Who was given
    error AgentMandatesInvalidPayee(address payee);

    /// @notice The agent has a mandate already.
    /// @param agent The agent
    /// @param mandateId The mandate it has
    error AgentMandatesBusyAgent(address agent, bytes32 mandateId);

    /// @notice A policy has a hash, and a new one another hash.
    /// @param policyHash What was given
    error AgentMandatesInvalidPolicy(bytes32 policyHash);

    /// @notice A mandate lasts at most 180 days.
    /// @param validUntil The end that was given, seconds
    /// @param latest The latest end, seconds
    error AgentMandatesInvalidTerm(uint40 validUntil, uint256 latest);

    /// @notice Members review a mandate after now and not after its end.
    /// @param reviewAt The time that was given, seconds
    /// @param validUntil The mandate's end, seconds
    error AgentMandatesInvalidReview(uint40 reviewAt, uint40 validUntil);

    /// @notice Caps that do not contain each other (transaction, period, lifetime), that have more than five
    /// significant digits or a lifetime of 2**88 units, a period that is not one to 4,320 whole hours, or money without
    /// a token.
    /// @param perTransaction Cap of one act, units of the token
    /// @param perPeriod Cap of one period, units of the token
    /// @param period Seconds
    /// @param lifetime Cap of all, units of the token
    error AgentMandatesInvalidLimits(uint96 perTransaction, uint96 perPeriod, uint32 period, uint96 lifetime);

    /// @notice A list is too long for one vote.
    /// @param length Entries
    /// @param max Most entries
    error AgentMandatesListTooLong(uint256 length, uint256 max);

    /// @notice Members have set no window for this token.
    /// @param token The ERC-20
    error AgentMandatesUnknownWindow(address token);

    /// @notice A window lasts one to 90 days, and its cap is not zero and has at most six significant digits.
    /// @param token The ERC-20
    /// @param cap The cap that was given
    /// @param length The length that was given, seconds
    error AgentMandatesInvalidWindow(address token, uint96 cap, uint32 length);

    /// @notice The mandate does not list whom the agent would pay.
    /// @param mandateId The mandate
    /// @param payee Who would be paid: of a license, whoever sells it
    error AgentMandatesUnlistedPayee(bytes32 mandateId, address payee);

    /// @notice The mandate does not list what the agent would call.
    /// @param mandateId The mandate
    /// @param target The contract
    /// @param selector The function
    error AgentMandatesUnlistedCall(bytes32 mandateId, address target, bytes4 selector);

    /// @notice More than one act may cost.
    /// @param mandateId The mandate
    /// @param amount Units of the token
    /// @param cap The cap
    error AgentMandatesOverTransaction(bytes32 mandateId, uint256 amount, uint256 cap);

    /// @notice More than one period may cost.
    /// @param mandateId The mandate
    /// @param total What the period would have cost, units of the token
    /// @param cap The cap
    error AgentMandatesOverPeriod(bytes32 mandateId, uint256 total, uint256 cap);

    /// @notice More than is left of the lifetime cap.
    /// @param mandateId The mandate
    /// @param amount Units of the token
    /// @param left What is left
    error AgentMandatesOverLifetime(bytes32 mandateId, uint256 amount, uint256 left);

    /// @notice More than all mandates together may take.
    /// @param token The ERC-20
    /// @param total What would have been taken within the window, rounded up to steps
    /// @param cap The cap
    error AgentMandatesOverWindow(address token, uint256 total, uint256 cap);

    /// @notice The treasury has approved more than twice the window, so nothing of it is used.
    /// @param token The ERC-20
    /// @param allowance What was approved
    /// @param max Twice the window's cap
    error AgentMandatesAllowanceTooLarge(address token, uint256 allowance, uint256 max);

    /// @notice No vote lets an agent call this contract.
    /// @param target No contract, the studio, a module of it, RoyaltySplitter, Permit2, or a token that has a window or
    /// of which the treasury has given an allowance
    error AgentMandatesForbiddenTarget(address target);

    /// @notice No vote lets an agent call this function.
    /// @param selector One that moves tokens, lets others move them, or carries further calls
    error AgentMandatesForbiddenSelector(bytes4 selector);

    /// @notice A token that agents may call gets no window: those calls are taken off the lists before.
    /// @param token The ERC-20
    /// @param lists How many entries name it
    error AgentMandatesListedToken(address token, uint256 lists);

    /// @notice As many mandates are in force as there may be at once.
    /// @param max Most
    error AgentMandatesTooManyMandates(uint256 max);

    /// @notice Calls name a function.
    /// @param length Bytes that were given, fewer than four
    error AgentMandatesShortCall(uint256 length);

    /// @notice The offer asks for another token than the mandate has.
    /// @param mandateId The mandate
    /// @param token Token of the offer
    /// @param expected Token of the mandate
    error AgentMandatesWrongToken(bytes32 mandateId, address token, address expected);

    /// @notice Licenses are bought for the treasury.
    /// @param licensee Who was given
    error AgentMandatesInvalidLicensee(address licensee);

    /// @notice No referrer earns from what an agent buys.
    /// @param referrer Who was given
    error AgentMandatesInvalidReferrer(address referrer);

    /// @notice The account has no quota at the gate that asked.
    /// @param gate Who asked
    /// @param agent Producer of the lot
    error AgentMandatesUnknownAgent(address gate, address agent);

    /// @notice The agent may not commit now: paused, not reviewed, expired or revoked.
    /// @param mandateId The mandate
    /// @param from When it may, seconds
    /// @param until From when on it may not, seconds
    error AgentMandatesQuotaClosed(bytes32 mandateId, uint32 from, uint32 until);

    /// @notice A lot's nonce is the version of the policy, and a number of 32 bits that is above those of all the lots
    /// before, by at most 65,536 more than need be.
    /// @param lotId The lot
    /// @param nonce Its nonce
    /// @param least The least that it may be
    error AgentMandatesWrongNonce(LotId lotId, uint64 nonce, uint64 least);

    /// @notice More than the agent may commit on one day.
    /// @param mandateId The mandate
    /// @param total Assets on this day
    /// @param quota Assets allowed
    error AgentMandatesOverQuota(bytes32 mandateId, uint256 total, uint256 quota);

    /// @notice Consents to a mandate of just these terms, in place of what the caller consented to before. It is used
    /// up when members grant it; until then the caller may take it back with the hash of nothing, zero.
    /// @param terms {hashTerms} of the input
    function consent(bytes32 terms) external;

    /// @notice Gives an agent a mandate. Only the studio's timelock, only in the studio's present mandates module, and
    /// only on terms that the agent consented to. Votes that the agent has, or that others lend to it, count for
    /// nothing while the mandate lasts.
    /// @param input What members voted for
    /// @return mandateId Its id
    function grant(MandateInput calldata input) external returns (bytes32 mandateId);

    /// @notice Ends a mandate for good, in this very block, or marks one that is over by itself. Only the studio's
    /// timelock.
    /// @param mandateId The mandate
    function revoke(bytes32 mandateId) external;

    /// @notice Stops an agent until then, or lets it go on. Only the studio's board or timelock; the board makes no
    /// pause of the timelock shorter, and the timelock ends every pause.
    /// @param mandateId The mandate
    /// @param until Seconds; not in the future: the pause ends
    function pause(bytes32 mandateId, uint48 until) external;

    /// @notice Gives an agent another policy; the old one is refused from then on. Only the studio's timelock.
    /// @param mandateId The mandate
    /// @param policyHash Hash of the policy
    function changePolicy(bytes32 mandateId, bytes32 policyHash) external;

    /// @notice Lets an agent go on after a review, as it was or within other limits. Only the studio's timelock. What
    /// was spent in the running period stays spent if the period stays as long as it was.
    /// @param mandateId The mandate
    /// @param reviewAt When members look again, seconds
    /// @param quota Assets on one day
    /// @param limits Caps; the lifetime cap stays what it is
    function review(bytes32 mandateId, uint40 reviewAt, uint24 quota, SpendingLimits calldata limits) external;

    /// @notice Puts a payee on the list or takes it off. Only the studio's timelock.
    /// @param mandateId The mandate
    /// @param payee The account
    /// @param listed Whether it may be paid
    function setPayee(bytes32 mandateId, address payee, bool listed) external;

    /// @notice Puts a function on the list or takes it off, also of a mandate that is over. Only the studio's timelock.
    /// @param mandateId The mandate
    /// @param rule Contract and function
    /// @param listed Whether it may be called
    function setCall(bytes32 mandateId, CallRule calldata rule, bool listed) external;

    /// @notice Sets how much of a token all mandates together may take. Only the studio's timelock. What was taken
    /// within the old window counts as if it had been taken now.
    /// @param token The ERC-20
    /// @param cap Most within the window, units of the token, at most six significant digits
    /// @param length Seconds, one to 90 days
    function setWindow(address token, uint96 cap, uint32 length) external;

    /// @notice Pays somebody from the treasury. Only the mandate's agent.
    /// @param mandateId The mandate
    /// @param policyHash Policy under which the agent acts
    /// @param payee Who is paid, on the list
    /// @param amount Units of the mandate's token
    /// @param purpose What for
    function pay(bytes32 mandateId, bytes32 policyHash, address payee, uint256 amount, bytes32 purpose) external;

    /// @notice Buys a license for the treasury. Only the mandate's agent. The exact price moves to the mandate's
    /// account, is approved to RoyaltySplitter and spent; nothing stays behind.
    /// @param mandateId The mandate
    /// @param policyHash Policy under which the agent acts
    /// @param purchase What is bought; licensee is the studio's timelock, no referrer, its seller on the list
    /// @return purchaseId Hash of the purchase
    function buy(
        bytes32 mandateId,
        bytes32 policyHash,
        Purchase calldata purchase
    ) external returns (bytes32 purchaseId);

    /// @notice Calls a contract from the mandate's account. Only the mandate's agent.
    /// @param mandateId The mandate
    /// @param policyHash Policy under which the agent acts
    /// @param target Contract, on the list
    /// @param data Selector, on the list, and arguments
    /// @return answer What the contract answered
    function call(
        bytes32 mandateId,
        bytes32 policyHash,
        address target,
        bytes calldata data
    ) external returns (bytes memory answer);

    /// @notice Sends what has come to a mandate's account to the treasury. Anyone.
    /// @param mandateId The mandate
    /// @param token The ERC-20
    function sweep(bytes32 mandateId, address token) external;

    /// @notice Counts a lot against the quota of its producer. Only the gate for which it was granted.
    /// @param lotId The lot; its nonce is `policyVersion << 32 | n`, where `n` is above that of all the lots before,
    /// and at most 65,536 above the least that it may be
    /// @param count Assets of the lot
    function useQuota(LotId lotId, uint32 count) external;

    /// @notice Lets a mandate follow the studio: its lots are counted for the present gate, and the present reputation
    /// knows its sponsor, or the studio's treasury instead of one that reputation refuses. Anyone; does nothing to what
    /// is up to date.
    /// @param mandateId The mandate
    function follow(bytes32 mandateId) external;

    /// @notice Lets all mandates that are in force follow the studio. Anyone; the studio itself does when it replaces
    /// gate or reputation, or names this module again. Reverts if it names another one.
    function followStudio() external;

    /// @notice Notes whether the studio names this module. Anyone; the studio itself does when it replaces a module.
    function notePresence() external;

    /// @notice A mandate; reverts if there is none.
    /// @param mandateId Its id
    /// @return mandate As it stands
    function mandateOf(bytes32 mandateId) external view returns (Mandate memory mandate);

    /// @notice The last mandate of an agent, which may be over.
    /// @param agent The agent
    /// @return Its id; zero: never had one
    function mandateIdOf(address agent) external view returns (bytes32);

    /// @notice What an account consented to.
    /// @param agent The account
    /// @return Hash of the terms; zero: nothing, or it was granted
    function consentOf(address agent) external view returns (bytes32);

    /// @notice Hash of what members vote for and an agent consents to.
    /// @param input What members vote for
    /// @return keccak256 of its ABI encoding
    function hashTerms(MandateInput calldata input) external pure returns (bytes32);

    /// @notice Whether a mandate lets its agent act now.
    /// @param mandateId The mandate
    /// @return True unless unknown, revoked, expired or paused
    function isLive(bytes32 mandateId) external view returns (bool);

    /// @notice What an agent may commit through a gate.
    /// @param gate The gate
    /// @param agent The agent
    /// @return Its quota; all zero: none
    function quotaOf(address gate, address agent) external view returns (MandateQuota memory);

    /// @notice Newest link of a mandate's log; its low 40 bits count the acts.
    /// @param mandateId The mandate
    /// @return The head
    function headOf(bytes32 mandateId) external view returns (bytes32);

    /// @notice Whether a mandate lists a payee.
    /// @param mandateId The mandate
    /// @param payee The account
    /// @return Whether it may be paid
    function isPayee(bytes32 mandateId, address payee) external view returns (bool);

    /// @notice Whether a mandate lists a function.
    /// @param mandateId The mandate
    /// @param target The contract
    /// @param selector The function
    /// @return Whether it may be called
    function isCall(bytes32 mandateId, address target, bytes4 selector) external view returns (bool);

    /// @notice How much of a token all mandates together may take.
    /// @param token The ERC-20
    /// @return cap Most within the window; zero: no window
    /// @return spent Taken within the window so far, rounded up to steps
    function windowOf(address token) external view returns (uint96 cap, uint256 spent);
}
