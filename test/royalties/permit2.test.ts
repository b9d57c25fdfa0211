import { zeroHash } from "viem";
import { getAddress } from "viem";
import { useRoyaltyStage } from "./stage.ts";

const PERMIT2 = "0x000000000022D473030F116dDEE9F6B43aC78BA3";
const DEADLINE = 2 ** 32;

describe("royalties/permit2", function () {
  const use = useRoyaltyStage();

  beforeEach(async function () {
    await use().openNode(1);
  });

  const collect = (account = use().market) => {
    const { splitter, toSale, gas } = use();
    return splitter.write.collectWithPermit2([toSale({}), false, DEADLINE, zeroHash, zeroHash, "0x"], { account, gas });
  };

  it("refuses everybody but LicenseMarket", async function () {
    const { stranger, registry, refuses } = use();
    for (const account of [stranger.account.address, registry]) {
      await refuses(() => collect(account), "RoyaltySplitterUnauthorized", [getAddress(account)]);
    }
  });

  it("refuses on a chain that has no Permit2", async function () {
    const { connection, refuses } = use();
    await connection.networkHelpers.setCode(PERMIT2, "0x");
    await refuses(() => collect(), "RoyaltySplitterMissingPermit2", [PERMIT2]);
  });
});
