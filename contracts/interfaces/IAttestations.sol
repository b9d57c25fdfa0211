// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What an attestation is about.
enum AttestationKind {
    Actor,
    HumanOversight,
    CopyrightCheck,
    BiasAudit,
    C2paVerification,
    PerformanceReport,
    LicenseRating
}

/// @notice What the subject of an attestation is.
enum AttestationSubject {
    Account,
    Recipe,
    Lot,
    Asset,
    Offer
}

/// @notice What the attester found. *Inconclusive* is also the answer of a search that could not be made: "not
/// searched", never "cleared".
enum AttestationOutcome {
    None,
    Positive,
    Negative,
    Inconclusive
}

/**
 * @notice One statement. What a field says depends on the kind:
 *
 * - Actor: the account of the attester itself is an actor with the DID `text`; `agent` is self-declared, `referenceId`
 *   an agent's ERC-8004 id. Neither outcome nor score.
 * - HumanOversight, of a recipe, lot or asset. Positive: a person answers for it; score: what people made of it;
 *   text: in which role.
 * - CopyrightCheck, of a recipe, lot or asset. Positive: searched, nothing found; score: highest similarity;
 *   referenceId: the index that was searched.
 * - BiasAudit, of an account, recipe, lot or asset. Positive: passed; score: result; text: the standard.
 * - C2paVerification, of a lot or asset. Positive: signature valid and bound to the record on chain; referenceId:
 *   SHA-256 of the manifest.
 * - PerformanceReport, of an account, recipe, lot or asset. Score: result; text: measure and period.
 * - LicenseRating, of a recipe, lot, asset or offer. Score: rating; text: the criteria.
 *
 * @param kind what it is about
 * @param subjectKind what the subject is
 * @param subject id of the subject; an account, lot or asset as a number
 * @param outcome what was found
 * @param agent whether the account is an AI agent, self-declared; only of an Actor
 * @param score ppm, at most 1,000,000
 * @param validUntil unix seconds from which it no longer counts; 2^40-1 = never
 * @param evidence SHA-256 digest of a CIDv1 raw block: the report; zero: none
 * @param referenceId what else it refers to; zero: nothing
 * @param text at most 256 bytes; untrusted
 * @param salt tells equal statements apart
 * @param deadline last second in which it may be made, unix time; part of what is signed
 */
struct AttestationInput {
    AttestationKind kind;
    AttestationSubject subjectKind;
    bytes32 subject;
    AttestationOutcome outcome;
    bool agent;
    uint32 score;
    uint40 validUntil;
    bytes32 evidence;
    bytes32 referenceId;
    string text;
    bytes32 salt;
    uint256 deadline;
}

/**
 * @title IAttestations
 * @notice What people, agents and auditors say of accounts, recipes, lots, assets and offers. A statement is an event
 * and nothing else: no contract of the protocol reads it, so none can be made to open a door. It counts for as much as
 * its attester does, who alone can revoke it, once and for good.
 *
 * The id of an attestation is the EIP-712 digest that its attester signs, so it names the chain, this contract, the
 * attester and the deadline, and one statement has one id whether its attester calls or somebody brings the signature.
 * The same id may be emitted again until the deadline: that is the same attestation. Once its attester has revoked it,
 * before or after it was made, it is refused for ever, and an earlier event of it counts no more.
 *
 * Subjects are not looked up: ids of recipes, lots and assets are known before they are registered, and what is said of
 * an unknown one says nothing. A DID counts only when its document names the account back and the account itself is the
 * attester; who reads the events checks the former, this contract the latter.
 *
 * There is no owner, no pause and no fee.
 */
interface IAttestations {
    /**
     * @notice Somebody stated something. Of equal ids only the first event matters.
     * @param uid EIP-712 digest of the statement
     * @param attester who states it
     * @param subject what it is about, as in the input
     * @param input the statement
     */
    event Attested(bytes32 indexed uid, address indexed attester, bytes32 indexed subject, AttestationInput input);

    /**
     * @notice An attester took back a statement, for good. It counts only if the attester is that of the statement.
     * @param uid EIP-712 digest of the statement, which may not have been made yet
     * @param attester who takes it back
     */
    event AttestationRevoked(bytes32 indexed uid, address indexed attester);

    /// @notice The subject is zero, too large for an id of its kind, or not of a kind that this can be said of.
    error AttestationsInvalidSubject(bytes32 subject);

    /// @notice Only the account itself says who it is.
    error AttestationsForeignActor(address attester, bytes32 subject);

    /// @notice An Actor needs a DID and has neither outcome nor score; nothing else has the agent flag.
    error AttestationsInvalidActor(bytes32 subject);

    /// @notice Only reports of performance and ratings of licenses are without an outcome, and need none.
    error AttestationsMissingOutcome(bytes32 subject);

    /// @notice The score is above the whole; both ppm.
    error AttestationsInvalidScore(uint32 score, uint32 maxScore);

    /// @notice The text has `found` bytes of at most `max`.
    error AttestationsLongText(uint256 found, uint256 max);

    /// @notice The statement would count no more; unix seconds.
    error AttestationsExpired(uint40 validUntil, uint40 earliest);

    /// @notice It could be made until `deadline`, unix seconds.
    error AttestationsLate(uint256 deadline);

    /// @notice The signature is not the attester's, of this statement on this chain.
    error AttestationsInvalidSignature(address attester, bytes32 uid);

    /// @notice The attester has revoked it, which is final.
    error AttestationsRevoked(address attester, bytes32 uid);

    /**
     * @notice States something as the caller.
     * @param input the statement
     * @return uid its id
     */
    function attest(AttestationInput calldata input) external returns (bytes32 uid);

    /**
     * @notice States something as whoever signed it. Anyone may bring the signature, any number of times.
     * @param input the statement
     * @param attester who signed it
     * @param signature EIP-712 or ERC-1271 signature of `Attestation(address attester,uint8 kind,uint8 subjectKind,
     * bytes32 subject,uint8 outcome,bool agent,uint32 score,uint40 validUntil,bytes32 evidence,bytes32 referenceId,
     * string text,bytes32 salt,uint256 deadline)`
     * @return uid its id
     */
    function attestBySignature(
        AttestationInput calldata input,
        address attester,
        bytes calldata signature
    ) external returns (bytes32 uid);

    /**
     * @notice Takes back a statement of the caller, once and for good. It need not have been made yet: a signature that
     * is on its way is refused from now on.
     * @param uid its id
     */
    function revoke(bytes32 uid) external;

    /**
     * @notice Takes back a statement of whoever signed that. Anyone may bring the signature, which does not expire.
     * @param uid its id
     * @param attester who signed
     * @param signature EIP-712 or ERC-1271 signature of `Revocation(address attester,bytes32 uid)`
     */
    function revokeBySignature(bytes32 uid, address attester, bytes calldata signature) external;

    /// @notice Whether the account has revoked the id; says nothing about whether the statement was ever made.
    function isRevoked(address attester, bytes32 uid) external view returns (bool);

    /// @notice Id of the statement of this attester: what it signs.
    function uidOf(AttestationInput calldata input, address attester) external view returns (bytes32 uid);
}
