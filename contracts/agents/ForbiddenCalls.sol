// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {CappedQuery} from "../registry/CappedQuery.sol";

/// @title ForbiddenCalls
/// @notice What no vote lets an agent call.
library ForbiddenCalls {
    using CappedQuery for address;

    address private constant _PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;

    /// @dev ERC-20, 721, 777, 1155, 1363, 4626, 6909 and 7802, and Permit2 in batches; burning what others approved
    /// counts, too. These literals are selectors in a row; a test names their functions.
    bytes private constant _TRANSFERS =
        hex"a9059cbb_23b872dd_42842e0e_b88d4fde_f242432a_2eb2c2d6_095bcdb6_be45fd62"
        hex"fe99049a_1296ee62_4000aea0_d8fbe994_c1d34b89_9bd9bbc6_62ad1b83_79cc6790"
        hex"f5298aca_6b20c454_fc673c4f_2b8c49e3_b460af94_ba087652_205c2878_0d58b1db";

    /// @dev What lets others move tokens.
    bytes private constant _APPROVALS =
        hex"095ea7b3_426a8493_87517c45_39509351_a457c2d7_d73dd623_66188463_3177029f"
        hex"cae9ca51_a22cb465_558a7297_959b8c3f_42232a4c";

    /// @dev EIP-2612 and its kin, EIP-3009 in both signature forms, Permit2.
    bytes private constant _AUTHORIZATIONS =
        hex"d505accf_9fd5a6cf_8fcbaf0c_7ac2ff7b_2b67b570_5a049a70_b7b72899_36c78516"
        hex"e3ee160e_cf092995_ef55bec6_88b7ab63_2a2d80d1_30f28b7a_edd9444b_137c29fe"
        hex"fe8ec1a7";

    /// @dev Functions whose arguments are further calls: what they carry nobody has voted for. Multicalls, routers,
    /// accounts, Safes, timelocks, governors, forwarders, entry points and upgrades.
    bytes private constant _CARRIERS =
        hex"ac9650d8_5ae401dc_1f0464d1_b61d27f6_e9ae5c53_6e0aacf7_1cff79cd_d691c964"
        hex"2656227d_c28bc2fa_134008d3_e38335e5_01d5062a_8f2a0bb0_f801a698_df905caf"
        hex"ccf96b4a_34fcd5be_18dfb3c7_47e1da2a_6a761202_468721a7_5229073f_9623609d"
        hex"4f1ef286_24856bc3_3593564c_252dba42_82ad56cb_174dea71_c3077fa9_bce38bd7"
        hex"399542e9_765e827f_dbed18e0_850aaf62";

    /// @notice Refuses functions that move tokens, let others move them, or carry calls that nobody listed.
    function requireSelector(bytes4 selector) internal pure {
        bytes memory forbidden = bytes.concat(_TRANSFERS, _APPROVALS, _AUTHORIZATIONS, _CARRIERS);
        for (uint256 i = 0; i < forbidden.length; i += 4) {
            bytes4 found;
            assembly ("memory-safe") {
                found := mload(add(add(forbidden, 0x20), i))
            }
            if (found == selector) revert IAgentMandates.AgentMandatesForbiddenSelector(selector);
        }
    }

    /// @notice Refuses accounts without code, Permit2, the studio, whatever says that it is a module of it, present
    /// and past ones, and tokens of which the treasury has given an allowance.
    /// @dev A directory takes no module that does not name its studio, so each of them answers.
    function requireTarget(address target, address studio, address timelock) internal view {
        bool forbidden =
            target.code.length == 0 ||
                target == studio ||
                target == _PERMIT2 ||
                isModule(target, studio) ||
                _hasAllowance(target, timelock);
        if (forbidden) revert IAgentMandates.AgentMandatesForbiddenTarget(target);
    }

    /// @notice Whether an account says that it is a module of the studio.
    function isModule(address account, address studio) internal view returns (bool) {
        return account.answers(abi.encodeCall(IStudioModule.studio, ()), uint160(studio));
    }

    function _hasAllowance(address target, address timelock) private view returns (bool) {
        (bool answered, uint256 word) = target.wordFrom(abi.encodeCall(IERC20.allowance, (timelock, address(this))));
        return answered && word != 0;
    }
}
