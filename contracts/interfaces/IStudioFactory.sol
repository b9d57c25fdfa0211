// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Preset} from "./IStudio.sol";

/// @notice What a studio is created with.
struct StudioConfig {
    string name; // 1…31 bytes
    string symbol; // 1…31 bytes
    Preset preset; // founders, clocks, quorum and cap, see settingsOf
    ClockMode clockMode; // of governor and reputation
    uint32 secondsPerTick; // 1 for timestamps, 1…60 for block numbers; durations of the preset are divided by it
    address registrar; // may register recipes and mint for the studio; zero: nobody
    address[] founders; // unique, non-zero; as many as the preset wants
    address[] seats; // first holders of the ethics board's seats: none (no board), 5, 7 or 9; a house needs them
    bytes32 charter; // SHA-256 digest of the first charter file
    bytes32 salt; // chosen by the creator; tells studios of one creator apart
}

/// @notice What a governor's clock counts.
enum ClockMode {
    Timestamp,
    BlockNumber
}

/// @notice What a preset says. Durations are seconds.
struct PresetSettings {
    uint8 minFounders; // least number of founders
    uint8 maxFounders; // most
    uint32 votingDelay; // between proposal and snapshot
    uint32 votingPeriod; // between snapshot and deadline
    uint32 lateQuorumExtension; // that stays to vote when quorum is reached late
    uint32 timelockDelay; // between queue and execution
    uint8 quorumNumerator; // percent of the supply
    uint24 voteCap; // ppm of the supply
}

/// @notice The clones of one studio.
struct StudioClones {
    address studio; // directory
    address timelock; // treasury and identity
    address governor; // sole proposer, executor and canceller of the timelock
    address reputation; // votes
    address curation; // gate
    address board; // ethics board; zero: none
    address mandates; // of agents; zero: not a house
    address commissions; // zero: not a house
}

/// @notice What modules are made of that shall succeed those of a studio.
struct SuccessorInput {
    Preset preset; // flags of the clones, and settings of a new governor
    ClockMode clockMode; // of a new electorate
    uint32 secondsPerTick; // as in StudioConfig
    bool electorate; // governor and reputation
    bool curation; // gate
    bool board; // ethics board
    bool mandates; // of agents
    bool commissions; // voted briefs
    bool impact; // impact emission
    address[] founders; // of a new electorate: 1,000 REP each, unique, non-zero; how many, see createSuccessors
    address[] seats; // of a new board; may be none: a vote elects them
    bytes32 root; // OpenZeppelin's StandardMerkleTree of (address account, uint256 raw): balances that move; zero: none
    uint256 total; // raw units that the tree holds
    bytes32 evidence; // digest of the file that explains it, evidence of the founders' grants
}

/// @notice Modules that no studio uses until it votes for them; zero: not asked for.
struct Successors {
    address governor; // of a new electorate
    address reputation; // its votes
    address curation; // gate; to be recorded before it is named
    address board; // ethics board
    address mandates; // of agents
    address commissions; // voted briefs
    address impact; // impact emission
}

/// @title IStudioFactory
/// @notice Opens studios: clones, initializes and records a whole DAO in one transaction and keeps no power over it.
interface IStudioFactory {
    /// @notice A studio was opened.
    /// @param studio Its directory
    /// @param timelock Its treasury and identity
    /// @param creator Who called
    /// @param config What it was created with
    /// @param governor Its governor, sole proposer, executor and canceller of the timelock
    /// @param reputation Its votes
    /// @param curation Its gate
    /// @param board Its ethics board; zero: none
    /// @param mandates Its agents' mandates; zero: none, the studio is no house
    /// @param commissions Its commissions; zero: none, the studio is no house
    event StudioCreated(
        address indexed studio,
        address indexed timelock,
        address indexed creator,
        StudioConfig config,
        address governor,
        address reputation,
        address curation,
        address board,
        address mandates,
        address commissions
    );

    /// @notice Modules were made that a studio may vote to use.
    /// @param studio Directory of the studio
    /// @param creator Who called; anybody may
    /// @param input What they were made of
    /// @param successors Their addresses
    event SuccessorsCreated(
        address indexed studio,
        address indexed creator,
        SuccessorInput input,
        Successors successors
    );

    /// @notice The name is empty or too long.
    /// @param length Its bytes
    /// @param max Most bytes
    error StudioFactoryInvalidName(uint256 length, uint256 max);

    /// @notice The symbol is empty or too long.
    /// @param length Its bytes
    /// @param max Most bytes
    error StudioFactoryInvalidSymbol(uint256 length, uint256 max);

    /// @notice The seconds per tick do not fit the clock.
    /// @param secondsPerTick Seconds asked for
    /// @param max Most seconds: 1 for timestamps, 60 for block numbers
    error StudioFactoryInvalidSecondsPerTick(uint32 secondsPerTick, uint32 max);

    /// @notice The preset wants another number of founders; successors without an electorate have none, and one to
    /// which balances of several members move may have none. What succeeds a solo studio always has its founders.
    /// @param founders Number of founders
    /// @param min Least number
    /// @param max Most
    error StudioFactoryInvalidFounders(uint256 founders, uint256 min, uint256 max);

    /// @notice A board has 5, 7 or 9 first holders, or is not there; a house has one. A board made later may have none.
    /// @param seats Number of first holders
    error StudioFactoryInvalidSeats(uint256 seats);

    /// @notice Balances that move need an electorate to move to, a tree and its total.
    /// @param root Merkle root of the balances
    /// @param total Raw units that the tree holds
    error StudioFactoryInvalidBalances(bytes32 root, uint256 total);

    /// @notice Electorates and gates are made for the preset that a studio has; only a solo studio graduates.
    /// @param preset Preset asked for
    /// @param expected Preset of the studio
    error StudioFactoryWrongPreset(Preset preset, Preset expected);

    /// @notice Not the directory of a studio that AssetRegistry has recorded.
    /// @param studio The address that was given
    error StudioFactoryUnknownStudio(address studio);

    /// @notice A contract that every studio needs is not deployed yet on this chain.
    /// @param name Its name in Deployer
    error StudioFactoryMissingContract(bytes32 name);

    /// @notice A new clone did not answer as a part of its studio.
    /// @param clone The clone concerned
    error StudioFactoryForeignClone(address clone);

    /// @notice Opens a studio. Anyone may call it. The addresses depend on the caller, the configuration, the time of
    /// the block and the kind of chain, so nobody can take somebody else's. On any chain but Ethereum, Sepolia, Hoodi
    /// and local networks (ids 1337 and 31337) the studio draws its seeds with a salt chain, for ever.
    /// @param config What to create
    /// @return studio Address of the new directory
    function createStudio(StudioConfig calldata config) external returns (address studio);

    /// @notice Makes modules that may succeed those of a studio. Anyone may call it: they have no power before the
    /// studio's vote, and voters can inspect them. Their clone arguments name the time of creation and the timelock.
    /// Electorate and gate have the preset of the studio, or any of a solo studio, which may graduate. An electorate
    /// has the founders that its preset asks for; none are needed where balances of several members move.
    /// @param studio Directory of a recorded studio
    /// @param input Which modules, of what
    /// @return successors Their addresses
    function createSuccessors(
        address studio,
        SuccessorInput calldata input
    ) external returns (Successors memory successors);

    /// @notice The addresses that {createStudio} will use.
    /// @param config What to create; only name, symbol, preset, clock, registrar, salt and
    /// whether there are seats matter
    /// @param creator Who will call
    /// @param created Timestamp of the block, seconds
    /// @return Addresses of the clones
    function predict(
        StudioConfig calldata config,
        address creator,
        uint48 created
    ) external view returns (StudioClones memory);

    /// @notice Founders, clocks, quorum and cap of a preset.
    /// @param preset Any preset
    /// @return What it says
    function settingsOf(Preset preset) external pure returns (PresetSettings memory);
}
