// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title TestUSDC
/// @notice A dollar token that behaves like Circle's FiatToken v2.2 where payments can tell the difference: 6 decimals,
/// EIP-712 version "2" found at {version} (there is no `eip712Domain`), EIP-3009 with random nonces in both signature
/// forms, EIP-2612, and an issuer's blocklist. Anyone may mint, and anyone may play the issuer.
/// @dev For local networks only.
contract TestUSDC is ERC3009, IERC20Permit, Nonces {
    /// @notice `account` may neither send, receive, approve nor be approved.
    error TestUSDCBlocked(address account);

    /// @notice The deadline of a permit, in unix seconds, is over.
    error TestUSDCExpiredPermit(uint256 deadline);

    /// @notice A permit was not signed by `owner`.
    error TestUSDCInvalidPermit(address owner);

    /// @notice Circle's token does not answer EIP-5267, so a client that needs it must fail here as well.
    error TestUSDCNoDomain();

    /// @notice The EIP-712 version, as Circle's token names it.
    string public constant version = "2";

    bytes32 private constant _PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    uint256 private constant _BLOCKED_BIT = 1 << 255;

    /// @dev As in FiatToken v2.2 the top bit says whether the account is blocked, so the blocklist costs no reads.
    mapping(address account => uint256) private _balanceAndBlocked;
    uint256 private _supply;

    constructor() ERC20("USD Coin", "USDC") EIP712("USD Coin", "2") {}

    /// @notice Gives `amount` new units to `account`.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }

    /// @notice Puts `account` on the blocklist or takes it off.
    function setBlocked(address account, bool blocked) external {
        _balanceAndBlocked[account] = balanceOf(account) | (blocked ? _BLOCKED_BIT : 0);
    }

    /// @notice {transferWithAuthorization} with the signature in one piece; also takes EIP-1271 signatures.
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external {
        _checkSignature(
            from,
            keccak256(
                abi.encode(TRANSFER_WITH_AUTHORIZATION_TYPEHASH, from, to, value, validAfter, validBefore, nonce)
            ),
            signature
        );
        _transferWithAuthorization(from, to, value, validAfter, validBefore, nonce);
    }

    /// @notice {receiveWithAuthorization} with the signature in one piece; also takes EIP-1271 signatures.
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external {
        if (to != msg.sender) revert ERC20InvalidReceiver(to);
        _checkSignature(
            from,
            keccak256(abi.encode(RECEIVE_WITH_AUTHORIZATION_TYPEHASH, from, to, value, validAfter, validBefore, nonce)),
            signature
        );
        _transferWithAuthorization(from, to, value, validAfter, validBefore, nonce);
    }

    /// @notice {cancelAuthorization} with the signature in one piece; also takes EIP-1271 signatures.
    function cancelAuthorization(address authorizer, bytes32 nonce, bytes calldata signature) external {
        _checkSignature(authorizer, keccak256(abi.encode(CANCEL_AUTHORIZATION_TYPEHASH, authorizer, nonce)), signature);
        _cancelAuthorization(authorizer, nonce);
    }

    /// @inheritdoc IERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        if (block.timestamp > deadline) revert TestUSDCExpiredPermit(deadline);
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(_PERMIT_TYPEHASH, owner, spender, value, _useNonce(owner), deadline))
        );
        if (ECDSA.recover(digest, v, r, s) != owner) revert TestUSDCInvalidPermit(owner);
        _approve(owner, spender, value);
    }

    /// @inheritdoc IERC20Permit
    // solhint-disable-next-line func-name-mixedcase
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(IERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @notice Always refused: see {TestUSDCNoDomain}.
    function eip712Domain()
        public
        pure
        override
        returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
    {
        revert TestUSDCNoDomain();
    }

    /// @notice Whether `account` is on the blocklist.
    function isBlocked(address account) public view returns (bool) {
        return _balanceAndBlocked[account] & _BLOCKED_BIT != 0;
    }

    /// @inheritdoc ERC20
    function balanceOf(address account) public view override returns (uint256) {
        return _balanceAndBlocked[account] & ~_BLOCKED_BIT;
    }

    /// @inheritdoc ERC20
    function totalSupply() public view override returns (uint256) {
        return _supply;
    }

    /// @inheritdoc ERC20
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _update(address from, address to, uint256 value) internal override {
        _checkNotBlocked(from);
        _checkNotBlocked(to);
        _checkNotBlocked(msg.sender);
        if (from == address(0)) _supply += value;
        else _debit(from, value);
        if (to == address(0)) _supply -= value;
        else _balanceAndBlocked[to] += value;
        emit Transfer(from, to, value);
    }

    function _approve(address owner, address spender, uint256 value, bool emitEvent) internal override {
        _checkNotBlocked(owner);
        _checkNotBlocked(spender);
        super._approve(owner, spender, value, emitEvent);
    }

    function _debit(address from, uint256 value) private {
        uint256 balance = balanceOf(from);
        if (balance < value) revert ERC20InsufficientBalance(from, balance, value);
        _balanceAndBlocked[from] = balance - value;
    }

    function _checkSignature(address signer, bytes32 structHash, bytes calldata signature) private view {
        bytes32 digest = _hashTypedDataV4(structHash);
        if (!SignatureChecker.isValidSignatureNowCalldata(signer, digest, signature)) revert ERC3009InvalidSignature();
    }

    function _checkNotBlocked(address account) private view {
        if (isBlocked(account)) revert TestUSDCBlocked(account);
    }
}
