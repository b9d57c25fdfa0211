import { expect } from "chai";
import { getAddress, type Hex } from "viem";
import {
  deployProtocol as deployContracts,
  nameSalt,
  PROTOCOL_NAMES,
  type ProtocolName,
} from "../../scripts/deploy/index.ts";
import {
  compiledArtifacts,
  connect,
  createStudio,
  deployProtocol,
  type Protocol,
  studioConfig,
  type Wallet,
} from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";

/** Runtime code that answers every call with 32 zero bytes. */
const ANSWERS_ZERO: Hex = "0x60206000f3";

const NEEDED: ProtocolName[] = [
  "Studio",
  "StudioTimelock",
  "StudioGovernor",
  "ReputationToken",
  "Curation",
  "CurationBallots",
  "CurationRolls",
  "CurationScores",
  "CurationDisputes",
  "CurationObjections",
  "CurationSlates",
  "EthicsBoard",
  "EthicsClaims",
  "ImpactEmission",
  "AgentMandates",
  "Commissions",
  "AssetRegistry",
];

describe("studio/createStudio.order", () => {
  /** The protocol without `missing`, and what deploys the rest. */
  async function deployWithout(
    missing: ProtocolName,
  ): Promise<{ protocol: Protocol; complete: () => Promise<unknown> }> {
    const connection = await connect();
    const publicClient = await connection.viem.getPublicClient();
    const wallets = await connection.viem.getWalletClients();
    const parameters = { publicClient, walletClient: wallets[0] as Wallet, artifacts: await compiledArtifacts() };
    const order = PROTOCOL_NAMES.filter((name) => name !== missing);
    const deployment = await deployContracts({ ...parameters, order });
    const addressOf: Protocol["addressOf"] = (name) => (deployment[name] as (typeof deployment)[string]).address;
    return {
      protocol: { connection, publicClient, wallets, deployment, addressOf },
      complete: () => deployContracts(parameters),
    };
  }

  for (const missing of NEEDED) {
    it(`refuses while ${missing} is not deployed, and works afterwards`, async () => {
      const { protocol, complete } = await deployWithout(missing);
      const by = await protocol.connection.viem.getContractAt("StudioFactory", protocol.addressOf("StudioFactory"));
      await expectRefused(protocol, () => by.write.createStudio([studioConfig(protocol)]), {
        by,
        error: "StudioFactoryMissingContract",
        args: [nameSalt(missing)],
      });

      await complete();
      const clones = await createStudio(protocol);
      for (const clone of [clones.timelock, clones.governor, clones.reputation, clones.curation]) {
        const { read } = await protocol.connection.viem.getContractAt("IStudioModule", clone);
        expect(getAddress(await read.studio())).to.equal(getAddress(clones.studio));
      }
    });
  }

  it("refuses a module that does not answer as the studio's", async () => {
    const protocol = await deployProtocol();
    const { networkHelpers, viem } = protocol.connection;
    const by = await viem.getContractAt("StudioFactory", protocol.addressOf("StudioFactory"));
    await networkHelpers.setCode(protocol.addressOf("Curation"), ANSWERS_ZERO);
    const [creator] = protocol.wallets as [Wallet];
    const created = (await networkHelpers.time.latest()) + 100;
    await networkHelpers.time.setNextBlockTimestamp(created);
    const config = studioConfig(protocol);
    const { curation } = await by.read.predict([config, creator.account.address, created]);
    await expectRefused(protocol, () => by.write.createStudio([config], { gas: 3_000_000n }), {
      by,
      error: "StudioFactoryForeignClone",
      args: [getAddress(curation)],
    });
  });
});
