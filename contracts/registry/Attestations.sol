// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {AttestationInput, IAttestations} from "../interfaces/IAttestations.sol";
import {AttestationRules} from "./AttestationRules.sol";

/// @title Attestations
/// @notice See {IAttestations}.
contract Attestations is IAttestations, EIP712 {
    bytes32 private constant _ATTESTATION_TYPEHASH = keccak256(
        "Attestation(address attester,uint8 kind,uint8 subjectKind,bytes32 subject,uint8 outcome,bool agent,"
        "uint32 score,uint40 validUntil,bytes32 evidence,bytes32 referenceId,string text,bytes32 salt,uint256 deadline)"
    );
    bytes32 private constant _REVOCATION_TYPEHASH = keccak256("Revocation(address attester,bytes32 uid)");

    mapping(address attester => mapping(bytes32 uid => bool)) private _revoked;

    /// @dev Deployer hands its address to all it deploys; there is nobody here to look up.
    constructor(address) EIP712("Imprimatur Attestations", "1") {}

    /// @inheritdoc IAttestations
    function attest(AttestationInput calldata input) external returns (bytes32 uid) {
        uid = uidOf(input, msg.sender);
        _attest(input, msg.sender, uid);
    }

    /// @inheritdoc IAttestations
    function attestBySignature(
        AttestationInput calldata input,
        address attester,
        bytes calldata signature
    ) external returns (bytes32 uid) {
        uid = uidOf(input, attester);
        _requireSignature(attester, uid, uid, signature);
        _attest(input, attester, uid);
    }

    /// @inheritdoc IAttestations
    function revoke(bytes32 uid) external {
        _revoke(msg.sender, uid);
    }

    /// @inheritdoc IAttestations
    function revokeBySignature(bytes32 uid, address attester, bytes calldata signature) external {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_REVOCATION_TYPEHASH, attester, uid)));
        _requireSignature(attester, uid, digest, signature);
        _revoke(attester, uid);
    }

    /// @inheritdoc IAttestations
    function isRevoked(address attester, bytes32 uid) external view returns (bool) {
        return _revoked[attester][uid];
    }

    /// @inheritdoc IAttestations
    function uidOf(AttestationInput calldata input, address attester) public view returns (bytes32 uid) {
        // In two halves, because there is no room on the stack for all of it.
        bytes memory what = abi.encode(
            _ATTESTATION_TYPEHASH,
            attester,
            input.kind,
            input.subjectKind,
            input.subject,
            input.outcome,
            input.agent
        );
        bytes memory how = abi.encode(
            input.score,
            input.validUntil,
            input.evidence,
            input.referenceId,
            keccak256(bytes(input.text)),
            input.salt,
            input.deadline
        );
        return _hashTypedDataV4(keccak256(bytes.concat(what, how)));
    }

    function _attest(AttestationInput calldata input, address attester, bytes32 uid) private {
        if (_revoked[attester][uid]) revert AttestationsRevoked(attester, uid);
        AttestationRules.check(input, attester);
        emit Attested(uid, attester, input.subject, input);
    }

    function _revoke(address attester, bytes32 uid) private {
        if (_revoked[attester][uid]) revert AttestationsRevoked(attester, uid);
        _revoked[attester][uid] = true;
        emit AttestationRevoked(uid, attester);
    }

    function _requireSignature(address attester, bytes32 uid, bytes32 digest, bytes calldata signature) private view {
        if (SignatureChecker.isValidSignatureNowCalldata(attester, digest, signature)) return;
        revert AttestationsInvalidSignature(attester, uid);
    }
}
