// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice The modules of a studio. The timelock is its identity and never changes.
enum Module {
    Timelock,
    Governor,
    Reputation,
    Curation,
    Board,
    Mandates,
    Commissions,
    Impact
}

/// @notice What kind of studio was asked for at creation.
enum Preset {
    Solo,
    Collective,
    House,
    Open
}

/// @title IStudio
/// @notice Directory of one studio: who its modules, registrar and charter are. Modules and singletons look each other
/// up here instead of keeping copies.
/// @dev A clone of StudioFactory. Name, symbol, preset, clock, time of creation and first registrar are clone
/// arguments; storage holds only what was changed afterwards.
interface IStudio {
    /// @notice The registrar changed; the first one is announced with `oldRegistrar` zero.
    /// @param oldRegistrar Registrar until now; zero: none
    /// @param newRegistrar Registrar from now on; zero: none
    event RegistrarSet(address indexed oldRegistrar, address indexed newRegistrar);

    /// @notice A charter came into force.
    /// @param version Its number; the first charter is version 1
    /// @param cid SHA-256 digest of a CIDv1 with the raw codec: the charter file
    event CharterSet(uint32 indexed version, bytes32 cid);

    /// @notice The caller may not call this function.
    /// @param caller Who called
    error StudioUnauthorized(address caller);

    /// @notice A charter is the digest of a file, and no file has digest zero.
    error StudioEmptyCharter();

    /// @notice Announces the first registrar and puts the first charter in force. Only StudioFactory, which calls it
    /// once, in the transaction that creates the clone.
    /// @param charter SHA-256 digest of the first charter file
    function initialize(bytes32 charter) external;

    /// @notice Replaces the registrar. Only the studio's timelock.
    /// @param registrar The account that may register recipes and mint for the studio from now on; zero: nobody
    function setRegistrar(address registrar) external;

    /// @notice Puts the next charter in force. Only the studio's timelock.
    /// @param cid SHA-256 digest of a CIDv1 with the raw codec: the charter file
    /// @return version Number of the new charter
    function setCharter(bytes32 cid) external returns (uint32 version);

    /// @notice Address of a module; zero where the studio has none. Board, mandates, commissions, impact: always zero until
    /// a studio can have them.
    /// @param module Which module
    /// @return Its address
    function moduleOf(Module module) external view returns (address);

    /// @notice The account that registers recipes and mints for the studio.
    /// @return Its address; zero: nobody
    function registrar() external view returns (address);

    /// @notice Whether `account` may register recipes, mint and act as producer-manager for the studio.
    /// @param account The account asked about
    /// @return True for the registrar only; never for the zero address
    function isRegistrar(address account) external view returns (bool);

    /// @notice What kind of studio was asked for at creation.
    /// @return The preset
    function preset() external view returns (Preset);

    /// @notice Newest charter version, starting at 1.
    /// @return Number of the charter in force
    function charterVersion() external view returns (uint32);

    /// @notice Block timestamp of the studio's creation.
    /// @return Seconds since the epoch
    function createdAt() external view returns (uint48);

    /// @notice Name of the studio, of its governor and of its reputation token.
    /// @return 1 to 31 bytes, untrusted text; names are not unique
    function name() external view returns (string memory);

    /// @notice Symbol of the studio's reputation token.
    /// @return 1 to 31 bytes, untrusted text
    function symbol() external view returns (string memory);

    /// @notice Metadata of the studio as in ERC-7572.
    /// @return A data URI: Base64 of a JSON object with `name` and `symbol`
    function contractURI() external view returns (string memory);
}
