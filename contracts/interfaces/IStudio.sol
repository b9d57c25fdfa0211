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
    Commissions
}

/// @notice What kind of studio was asked for at creation.
enum Preset {
    Solo,
    Collective,
    House,
    Open
}

/// @title IStudio
/// @notice Directory of one studio: who its modules, registrar and charter are.
interface IStudio {
    event RegistrarSet(address indexed oldRegistrar, address indexed newRegistrar);
    event CharterSet(uint32 indexed version, bytes32 cid);

    /// @notice Address of a module; zero where the preset has none.
    function moduleOf(Module module) external view returns (address);

    /// @notice Whether `account` may register recipes, mint and act as producer-manager for the studio.
    function isRegistrar(address account) external view returns (bool);

    function preset() external view returns (Preset);

    /// @notice Newest charter version, starting at 1.
    function charterVersion() external view returns (uint32);

    function setRegistrar(address registrar) external;

    function setCharter(bytes32 cid) external returns (uint32 version);
}
