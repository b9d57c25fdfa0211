import { expect } from "chai";
import { encodeErrorResult, keccak256, parseAbi, RawContractError } from "viem";
import { withAgentErrors } from "../../src/actions/internal/agentErrors.ts";
import { TransactionRevertedError } from "../../src/errors/client.ts";
import { UnknownRevertError } from "../../src/errors/revert.ts";
import { expectError } from "../helpers/errors.ts";

const HASH = keccak256("0x01");
const data = encodeErrorResult({
  abi: parseAbi(["error AgentMandatesOverPeriod(bytes32 mandateId, uint256 total, uint256 cap)"]),
  args: [HASH, 5n, 4n],
});
const unknown = (): UnknownRevertError => new UnknownRevertError(data, new RawContractError({ data }));

describe("errors of agents", () => {
  const failing = (failure: unknown) =>
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- anything can be thrown
    withAgentErrors(Object.assign(() => Promise.reject(failure), { contract: "mandates" }));

  it("are read where an action failed by one that the root entry does not know", async () => {
    const action = failing(unknown());
    expect(action.contract).to.equal("mandates");
    const error = await expectError("LimitError", () => action());
    expect(error).to.deep.include({
      errorName: "AgentMandatesOverPeriod",
      args: { mandateId: HASH, total: 5n, cap: 4n },
    });
    expect((error as { hint?: string }).hint).to.include("reviewMandate");
  });

  it("are read where a transaction reverted by one", async () => {
    const error = await expectError("TransactionRevertedError", () =>
      failing(new TransactionRevertedError(HASH, unknown()))(),
    );
    expect(error).to.have.property("hash", HASH);
    expect(error.cause).to.include({ name: "LimitError", errorName: "AgentMandatesOverPeriod" });
  });

  it("leave every other failure as it is", async () => {
    for (const failure of [new TransactionRevertedError(HASH, undefined), new Error("other"), "text"]) {
      const thrown: unknown = await failing(failure)().catch((error: unknown) => error);
      expect(thrown).to.equal(failure);
    }
  });
});
