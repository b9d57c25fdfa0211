// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ILineageLens
/// @notice Settles in mind only. Only RoyaltySplitter has a use for it: it reads the books of whoever calls.
interface ILineageLens {
    /// @notice What a recipe's payees would have earned in all if `path` were settled now, in its order.
    /// @param recipe Ordinal of the recipe.
    /// @param token The ERC-20.
    /// @param path Ordinals, in the order in which they would be settled.
    /// @return own Income of the recipe's payees, claimed or not, in token units.
    function ownAfter(uint32 recipe, address token, uint32[] calldata path) external view returns (uint128 own);
}
