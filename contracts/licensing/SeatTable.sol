// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILicenses} from "../interfaces/ILicenses.sol";

/// @notice The seats that one holder gave of one license, and who sits on which. Seat 0 is the holder's and not kept.
struct SeatTable {
    mapping(uint32 seat => address account) accounts;
    mapping(address account => uint32 seat) seats;
}

/// @notice Gives seats; every account has one at most, so that a license serves as many accounts as were paid for.
library SeatTables {
    /// @notice Gives a seat to an account, or empties it; returns who sat there.
    function assign(
        SeatTable storage self,
        bytes32 licenseId,
        uint32 seat,
        address account
    ) internal returns (address previous) {
        uint32 taken = self.seats[account];
        if (taken != 0) revert ILicenses.LicensesSeatedAccount(licenseId, account, taken);
        previous = self.accounts[seat];
        delete self.seats[previous];
        self.accounts[seat] = account;
        // Nobody sits on an empty seat, and nobody has a seat that must be found again.
        if (account != address(0)) self.seats[account] = seat;
    }
}
