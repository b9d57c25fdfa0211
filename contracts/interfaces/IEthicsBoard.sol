// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IEthicsClaims} from "./IEthicsClaims.sol";
import {IEthicsReviews} from "./IEthicsReviews.sol";
import {IEthicsSeats} from "./IEthicsSeats.sol";

/// @title IEthicsBoard
/// @notice Everything that a studio's ethics board does, at the address of its clone. It stops harm, for a time and in
/// public, and never spends.
interface IEthicsBoard is IEthicsSeats, IEthicsReviews, IEthicsClaims {}
