import { expect } from "chai";
import { toEthersContract } from "@imprimatur/sdk/ethers";
import { encodeErrorResult, parseAbi } from "viem";

const address = "0x00000000000000000000000000000000000000AA";

describe("ethers contracts", () => {
  it("encode as the contracts are, typed", () => {
    const licenses = toEthersContract("Licenses", address);
    expect(licenses.target).to.equal(address);
    expect(licenses.interface.encodeFunctionData("hasLicense", [address, 5n, 1])).to.match(/^0x[0-9a-f]{200}$/);
  });

  it("decode every refusal", () => {
    const market = toEthersContract("LicenseMarket", address);
    const abi = parseAbi(["error LicenseMarketOverMaxTotal(uint256 total, uint256 maxTotal)"]);
    const parsed = market.interface.parseError(encodeErrorResult({ abi, args: [5n, 4n] }));
    expect([parsed?.name, parsed?.args.toArray()]).to.deep.equal(["LicenseMarketOverMaxTotal", [5n, 4n]]);
  });
});
