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

    /// @notice A module other than the electorate was replaced.
    /// @param module Which module
    /// @param oldModule Its address until now; zero: none
    /// @param newModule Its address from now on; zero: none
    event ModuleReplaced(Module indexed module, address indexed oldModule, address indexed newModule);

    /// @notice Governor and reputation were replaced together.
    /// @param oldGovernor Governor until now; nothing of its queue can be executed any more
    /// @param newGovernor Sole proposer, executor and canceller of the timelock from now on
    /// @param oldReputation Votes until now
    /// @param newReputation Votes from now on
    event ElectorateReplaced(
        address indexed oldGovernor,
        address indexed newGovernor,
        address oldReputation,
        address newReputation
    );

    /// @notice A solo studio became one of several members.
    /// @param preset What it is from now on
    event StudioGraduated(Preset preset);

    /// @notice The caller may not call this function.
    /// @param caller Who called
    error StudioUnauthorized(address caller);

    /// @notice A charter is the digest of a file, and no file has digest zero.
    error StudioEmptyCharter();

    /// @notice A module without code of its own, of another studio, or one that others do not name: a governor with
    /// another timelock or other votes, a gate that is not recorded, a house without a board.
    /// @param module Which module
    /// @param found The address that was given
    error StudioForeignModule(Module module, address found);

    /// @notice A governor that was replaced never comes back: what it had queued would come back with it.
    /// @param governor The governor that was given
    error StudioRetiredGovernor(address governor);

    /// @notice A module that may still spend from the treasury cannot be replaced.
    /// @param module Which module
    /// @param token Token of which the old module has an allowance
    /// @param allowance What it may still spend, units of the token
    error StudioAllowanceLeft(Module module, address token, uint256 allowance);

    /// @notice The call that lets agents follow the studio failed, and too little gas is left to know that it was not
    /// for want of it.
    /// @param left Gas that was left
    /// @param min Least that has to be
    error StudioOutOfGas(uint256 left, uint256 min);

    /// @notice Only a solo studio graduates, and not to another solo studio.
    /// @param oldPreset What the studio is
    /// @param newPreset What was asked for
    error StudioWrongPreset(Preset oldPreset, Preset newPreset);

    /// @notice The electorate was made for another preset: its quorum and cap follow another rule, and it may have too
    /// few founders.
    /// @param found What its reputation says it was made for
    /// @param expected What the studio is, or graduates to
    error StudioForeignPreset(Preset found, Preset expected);

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

    /// @notice Replaces governor and reputation in one step. Only the studio's timelock. The new governor must name the
    /// new reputation as its token and the studio's timelock as its own, and the reputation the studio's preset as the
    /// one it was made for; from here on the governor alone may use the timelock. Agents with a mandate in force have
    /// no votes in it: the mandates follow in the same call.
    /// @param governor Governor with code of its own, of this studio, that has not governed it before
    /// @param reputation Its votes
    function replaceElectorate(address governor, address reputation) external;

    /// @notice Turns a solo studio into one of several members: another electorate, another gate, another preset, in
    /// one step. Only the studio's timelock. Lots of before keep their verdicts and their gate, but pending ones are
    /// not certified any more. A house must have its board by then.
    /// @param preset What the studio becomes, not Solo
    /// @param governor As in {replaceElectorate}
    /// @param reputation As in {replaceElectorate}
    /// @param curation As in {setCuration}
    function graduate(Preset preset, address governor, address reputation, address curation) external;

    /// @notice Replaces the gate for new lots. Only the studio's timelock. The old gate goes on judging its own lots,
    /// but mints no reputation and admits no producer of a new day. The new one is told whose mandates count, and which
    /// agents they have.
    /// @param curation A gate that AssetRegistry has recorded for the studio's timelock
    function setCuration(address curation) external;

    /// @notice Replaces the ethics board. Only the studio's timelock; no board can veto that.
    /// @param board A board of this studio; zero: none
    function setBoard(address board) external;

    /// @notice Replaces the agents' mandates, and tells the gate. Only the studio's timelock.
    /// @param mandates Mandates of this studio; zero: none
    /// @param tokens Tokens of which the old ones must not have an allowance from the timelock any more
    function setMandates(address mandates, address[] calldata tokens) external;

    /// @notice Replaces the commissions. Only the studio's timelock.
    /// @param commissions Commissions of this studio; zero: none
    function setCommissions(address commissions) external;

    /// @notice Replaces what grants reputation for impact; no studio has it at birth. Only the studio's timelock.
    /// @param impact Impact emission of this studio; zero: none
    function setImpact(address impact) external;

    /// @notice Address of a module; zero where the studio has none, as impact until it is voted in, mandates and
    /// commissions of a studio that was not created as a house, and the board of one that was created without seats.
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

    /// @notice What kind of studio this is: as asked for at creation, or what it graduated to.
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
