// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One line of a recipe's split.
struct Payee {
    address account;
    uint32 weight; // ppm of the recipe's own income; a split adds up to 1,000,000
    uint8 roles; // bit set of contributor roles
}

/// @notice One parent of a recipe, as opened or as stored.
struct Edge {
    uint32 parent; // recipe ordinal
    uint24 rate; // ppm of the child's sales that the parent's payees own
    uint24 pass; // ppm that the parent passes on: its stack at opening; ignored in openNode's input
}

/// @notice A sale as booked.
struct Sale {
    uint32 recipe;
    address token;
    address payer;
    address referrer; // zero: none
    uint128 gross; // token units
    uint128 referral; // part of gross credited to the referrer
}

/// @title IRoyaltySplitter
/// @notice The only contract of the protocol that holds and moves sale proceeds.
interface IRoyaltySplitter {
    event NodeOpened(uint32 indexed recipe, uint24 stack, Edge[] edges, Payee[] payees);
    event Settled(uint32 indexed recipe, address indexed token, uint256 sales, uint256 passed);
    event Claimed(uint32 indexed recipe, address indexed token, address indexed account, uint256 amount);
    event Withdrawn(address indexed account, address indexed token, address indexed to, uint256 amount);

    function openNode(
        uint32 recipe,
        Edge[] calldata edges,
        Payee[] calldata payees
    ) external returns (uint24 stack);

    function collect(Sale calldata sale, bool settleNow) external;

    function collectWithAuthorization(
        Sale calldata sale,
        bool settleNow,
        uint40 deadline,
        bytes32 purchaseId,
        bytes calldata signature
    ) external;

    function settle(uint32[] calldata recipes, address token) external;

    function claim(uint32 recipe, address token, address account) external returns (uint256 amount);

    function claimToWallet(uint32 recipe, address token, address account) external returns (uint256 amount);

    function withdraw(address token, address account) external returns (uint256 amount);

    /// @notice ppm of a recipe's sales that its lineage takes.
    function stackOf(uint32 recipe) external view returns (uint24);

    function edgesOf(uint32 recipe) external view returns (Edge[] memory);

    function payeeOf(uint32 recipe, address account) external view returns (uint32 weight, uint8 roles);

    function claimable(uint32 recipe, address token, address account) external view returns (uint256);

    function balanceOf(address account, address token) external view returns (uint256);
}
