import { expect } from "chai";
import { sendKnown } from "../../sdk/src/cli/sendKnown.ts";
import { createWalletClient, type Hash, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { Fault, type FaultyNode, startFaultyNode } from "../helpers/faultyNode.ts";
import { connect, type Connection } from "../helpers/protocol.ts";

const account = mnemonicToAccount("test test test test test test test test test test test junk", { addressIndex: 3 });
const HERE = "0x00000000000000000000000000000000000000aa";

describe("transactions of the command line", () => {
  let connection: Connection;
  let node: FaultyNode;

  beforeEach(async () => {
    connection = await connect();
    node = await startFaultyNode(connection);
  });

  afterEach(() => node[Symbol.asyncDispose]());

  const wallet = (retryCount = 0) =>
    createWalletClient({ account, chain: hardhat, transport: http(node.url, { retryCount }) }).extend(publicActions);

  async function send(client = wallet(), data: `0x${string}` = "0x") {
    const told: Hash[] = [];
    const sent = await sendKnown(client, { to: HERE, data, gas: 100_000n }, (hash) => told.push(hash)).catch(
      (error: unknown) => error as Error,
    );
    return { told, sent };
  }

  it("are told with the hash under which they are found", async () => {
    const { told, sent } = await send();
    expect(told).to.deep.equal([sent]);
    expect((await wallet().getTransactionReceipt({ hash: sent as Hash })).status).to.equal("success");
  });

  it("are found again when the answer is lost, and not sent twice", async () => {
    node.interfere = async ({ method }, answer) => {
      const answered = await answer();
      if (method === "eth_sendRawTransaction") throw new Fault("drop");
      return answered;
    };
    for (const client of [wallet(), wallet(2)]) {
      const nonce = await wallet().getTransactionCount({ address: account.address });
      const { told, sent } = await send(client);
      expect(told).to.deep.equal([sent]);
      expect(await wallet().getTransactionCount({ address: account.address })).to.equal(nonce + 1);
    }
  });

  it("are told of as unknown when nobody can say what became of them", async () => {
    node.interfere = ({ method }, answer) => {
      if (["eth_sendRawTransaction", "eth_getTransactionByHash"].includes(method)) throw new Fault("drop");
      return answer();
    };
    const { told, sent } = await send();
    expect(told).to.have.length(1);
    expect(sent).to.be.instanceOf(Error);
  }).timeout(20_000);

  it("are not told of when the node refuses them", async () => {
    node.interfere = ({ method }, answer) => {
      if (method === "eth_sendRawTransaction")
        throw new Fault({ rpc: { code: -32_000, message: "insufficient funds for gas * price + value" } });
      return answer();
    };
    const { told, sent } = await send();
    expect(told).to.deep.equal([]);
    expect(sent).to.be.instanceOf(Error);
  });
});
