// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice The cheat codes that our tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function assume(bool condition) external pure;

    function warp(uint256 timestamp) external;

    function roll(uint256 number) external;

    function prank(address caller) external;

    function startPrank(address caller) external;

    function stopPrank() external;

    function expectRevert(bytes calldata error) external;

    function expectRevert(bytes4 error) external;

    function recordLogs() external;

    function getRecordedLogs() external returns (Log[] memory);

    function load(address target, bytes32 slot) external view returns (bytes32);

    function store(address target, bytes32 slot, bytes32 value) external;

    function getCode(string calldata artifact) external view returns (bytes memory creationCode);

    function etch(address target, bytes calldata code) external;

    function addr(uint256 privateKey) external pure returns (address);

    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function setBlockhash(uint256 blockNumber, bytes32 blockHash) external;
}

/// @notice Base of the tests written in Solidity.
abstract contract SolidityTest {
    error AssertionFailed(string what, uint256 found, uint256 expected);

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function assertEq(uint256 found, uint256 expected, string memory what) internal pure {
        if (found != expected) revert AssertionFailed(what, found, expected);
    }

    function assertLe(uint256 found, uint256 most, string memory what) internal pure {
        if (found > most) revert AssertionFailed(what, found, most);
    }

    function assertTrue(bool condition, string memory what) internal pure {
        if (!condition) revert AssertionFailed(what, 0, 1);
    }

    /// @notice `x` folded into `min`…`max`, both included.
    function bound(uint256 x, uint256 min, uint256 max) internal pure returns (uint256) {
        if (x >= min && x <= max) return x;
        uint256 size = max - min + 1;
        return size == 0 ? x : min + (x % size);
    }

    /// @notice Creates a contract from its creation code, arguments included.
    function create(bytes memory creationCode) internal returns (address created) {
        assembly ("memory-safe") {
            created := create(0, add(creationCode, 32), mload(creationCode))
        }
        assertTrue(created != address(0), "creation failed");
    }
}
