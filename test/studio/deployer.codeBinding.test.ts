import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { artifacts } from "hardhat";
import {
  type Address,
  encodeDeployData,
  getAddress,
  getContractAddress,
  type Hex,
  keccak256,
  parseEventLogs,
  zeroHash,
} from "viem";
import {
  CREATE2_FACTORY,
  deployMocks,
  deployProtocol as deployContracts,
  type Deployment,
  nameSalt,
  PROTOCOL_NAMES,
  type ProtocolName,
} from "../../scripts/deploy/index.ts";
import { compiledArtifacts, connect, type Connection, deployProtocol, type Wallet } from "../helpers/protocol.ts";

/** Contracts that others create in their constructors, in this order, so that one code fixes the other. */
const CHILDREN: Partial<Record<ProtocolName, string[]>> = {
  AgentMandates: ["_DESK"],
  AssetRegistry: ["_RENDERER", "_RECIPE_DESK", "_LOT_DESK"],
  LicenseMarket: ["_REVIEW"],
  Licenses: ["_RENDERER"],
  RoyaltySplitter: ["_LENS", "_EXTENSION"],
};

/** Contracts whose creation code is made many times by others, which keep its hash. */
const CODE_HASHES: Readonly<Record<string, string>> = {
  _ACCOUNT_CODE_HASH: "MandateAccount",
  _RECEIVER_CODE_HASH: "RoyaltyReceiver",
};

const NAMES_SOURCE = new URL("../../contracts/types/Names.sol", import.meta.url);

/** Constant → name of `contracts/types/Names.sol`. */
async function readNames(): Promise<Map<string, string>> {
  const source = await readFile(NAMES_SOURCE, "utf8");
  return new Map([...source.matchAll(/constant ([A-Z_]+) = "(\w+)"/g)].map(([, id, name]) => [id ?? "", name ?? ""]));
}

/** Deploys with the scripts on `connection`, test tokens left out. */
async function deployOn(connection: Connection, order?: readonly ProtocolName[]): Promise<Deployment> {
  const publicClient = await connection.viem.getPublicClient();
  const [walletClient] = await connection.viem.getWalletClients();
  return deployContracts({
    publicClient,
    walletClient: walletClient as Wallet,
    artifacts: await compiledArtifacts(),
    ...(order === undefined ? {} : { order }),
  });
}

const addressesOf = (deployment: Deployment): Record<string, Address> =>
  Object.fromEntries(Object.entries(deployment).map(([name, { address }]) => [name, address]));

interface AstNode {
  id?: number;
  nodeType?: string;
  name?: string;
  nodes?: AstNode[];
}

/** Immutables that a contract declares in the project's own sources: name → word in the deployed code. */
async function readImmutables(contract: string, code: Hex): Promise<Map<string, Hex>> {
  const artifact = await artifacts.readArtifact(contract);
  const path = await artifacts.getBuildInfoOutputPath(artifact.buildInfoId as string);
  const { output } = JSON.parse(await readFile(path as string, "utf8")) as {
    output: { sources: Record<string, { ast: AstNode }> };
  };
  const names = new Map<string, string>();
  for (const [source, { ast }] of Object.entries(output.sources)) {
    if (!source.startsWith("project/contracts/")) continue;
    for (const { nodes = [] } of ast.nodes ?? []) {
      for (const { id, name, nodeType } of nodes) {
        if (nodeType === "VariableDeclaration") names.set(String(id), name as string);
      }
    }
  }
  const found = new Map<string, Hex>();
  for (const [id, references] of Object.entries(artifact.immutableReferences ?? {})) {
    const name = names.get(id);
    if (name === undefined) continue;
    for (const { start, length } of references) {
      const word: Hex = `0x${code.slice(2 + 2 * start, 2 + 2 * (start + length))}`;
      expect(found.get(name) ?? word, `${contract}.${name}`).to.equal(word);
      found.set(name, word);
    }
  }
  return found;
}

describe("studio/deployer.codeBinding", () => {
  it("lists the same names in Solidity and in the scripts", async () => {
    expect([...(await readNames()).values()].sort()).to.deep.equal([...PROTOCOL_NAMES].sort());
  });

  describe("constructor", () => {
    const hash = keccak256("0x01");
    for (const { title, args, error } of [
      {
        title: "refuses lists of different lengths",
        args: [[nameSalt("A")], [hash, hash]],
        error: ["DeployerLengthMismatch", [1n, 2n]],
      },
      {
        title: "refuses a name that is listed twice",
        args: [
          [nameSalt("A"), nameSalt("A")],
          [hash, hash],
        ],
        error: ["DeployerInvalidEntry", [nameSalt("A")]],
      },
      {
        title: "refuses a name without a hash",
        args: [
          [nameSalt("A"), nameSalt("B")],
          [hash, zeroHash],
        ],
        error: ["DeployerInvalidEntry", [nameSalt("B")]],
      },
    ] as const) {
      it(title, async () => {
        const { viem } = await connect();
        const some = await viem.deployContract("Deployer", [[], []]);
        await viem.assertions.revertWithCustomErrorWithArgs(
          viem.deployContract("Deployer", [[...args[0]], [...args[1]]]),
          some,
          error[0],
          [...error[1]],
        );
      });
    }
  });

  describe("deploy", () => {
    let deployer: Awaited<ReturnType<typeof deployEmpty>>;

    /** A Deployer that lists the true hashes and has deployed nothing. */
    async function deployEmpty(connection: Connection) {
      const compiled = await compiledArtifacts();
      const codes = PROTOCOL_NAMES.map((name) => (compiled[name] as { bytecode: Hex }).bytecode);
      return connection.viem.deployContract("Deployer", [PROTOCOL_NAMES.map(nameSalt), codes.map((c) => keccak256(c))]);
    }

    let connection: Connection;
    let code: Hex;
    beforeEach(async () => {
      connection = await connect();
      deployer = await deployEmpty(connection);
      code = ((await compiledArtifacts()).Licenses as { bytecode: Hex }).bytecode;
    });

    const refused = async (name: Hex, bytecode: Hex, error: string, args: unknown[]) => {
      const address = await deployer.read.addressOf([name]);
      const publicClient = await connection.viem.getPublicClient();
      const before = await publicClient.getCode({ address });
      await connection.viem.assertions.revertWithCustomErrorWithArgs(
        deployer.write.deploy([name, bytecode]),
        deployer,
        error as "DeployerUnknownName",
        args as [Hex],
      );
      expect(await publicClient.getCode({ address })).to.equal(before);
    };

    it("refuses a name that is not on the list", async () => {
      await refused(nameSalt("Thief"), code, "DeployerUnknownName", [nameSalt("Thief")]);
      await refused(zeroHash, code, "DeployerUnknownName", [zeroHash]);
    });

    it("refuses other code, be it longer, shorter, empty or that of a sibling", async () => {
      const name = nameSalt("Licenses");
      const sibling = ((await compiledArtifacts()).Curation as { bytecode: Hex }).bytecode;
      for (const other of [`${code}00`, code.slice(0, -2), "0x", sibling] as Hex[]) {
        await refused(name, other, "DeployerWrongCode", [name, keccak256(other), keccak256(code)]);
      }
    });

    it("refuses to deploy twice", async () => {
      const name = nameSalt("Licenses");
      await deployer.write.deploy([name, code]);
      await refused(name, code, "DeployerAlreadyDeployed", [name, getAddress(await deployer.read.addressOf([name]))]);
    });

    it("deploys for anybody, says so, and appends itself as the only argument", async () => {
      const name = nameSalt("Licenses");
      const stranger = (await connection.viem.getWalletClients())[7] as Wallet;
      const predicted = await deployer.read.addressOf([name]);
      const hash = await deployer.write.deploy([name, code], { account: stranger.account });
      const publicClient = await connection.viem.getPublicClient();
      const { logs } = await publicClient.getTransactionReceipt({ hash });
      const events = parseEventLogs({ abi: deployer.abi, logs });
      expect(events.map(({ eventName, args }) => ({ eventName, args }))).to.deep.equal([
        { eventName: "ContractDeployed", args: { name, deployed: getAddress(predicted) } },
      ]);
      expect(await publicClient.getCode({ address: predicted })).to.have.length.greaterThan(2);
      expect(await deployer.read.creationCodeHashOf([name])).to.equal(keccak256(code));
      expect(await deployer.read.creationCodeHashOf([nameSalt("Thief")])).to.equal(zeroHash);
    });
  });

  describe("addresses", () => {
    it("are the CREATE2 address of Deployer with its list, and the same on two chains and in any order", async () => {
      const compiled = await compiledArtifacts();
      const names = PROTOCOL_NAMES.filter((name) => compiled[name] !== undefined);
      const bytecode = encodeDeployData({
        abi: (await artifacts.readArtifact("Deployer")).abi,
        bytecode: compiled.Deployer.bytecode,
        args: [names.map(nameSalt), names.map((name) => keccak256((compiled[name] as { bytecode: Hex }).bytecode))],
      });
      const predicted = getContractAddress({ opcode: "CREATE2", from: CREATE2_FACTORY, salt: zeroHash, bytecode });

      const first = await deployOn(await connect());
      const second = await deployOn(await connect(10), [...names].reverse());
      expect(first["Deployer"]?.address).to.equal(predicted);
      expect(addressesOf(second)).to.deep.equal(addressesOf(first));
      expect(Object.keys(first).sort()).to.deep.equal(["Deployer", ...names].sort());
    });

    it("are found in every immutable of every contract", async () => {
      const protocol = await deployProtocol();
      const names = await readNames();
      const expected = new Map<string, Address>([
        ["_DEPLOYER", protocol.addressOf("Deployer")],
        ...[...names].map(([id, name]) => [`_${id}`, protocol.addressOf(name as ProtocolName)] as const),
      ]);
      for (const [name, variables] of Object.entries(CHILDREN)) {
        const from = protocol.addressOf(name as ProtocolName);
        for (const [index, variable] of variables.entries()) {
          expected.set(`${name}.${variable}`, getContractAddress({ from, nonce: BigInt(index + 1) }));
        }
      }
      let count = 0;
      for (const name of PROTOCOL_NAMES) {
        const code = (await protocol.publicClient.getCode({ address: protocol.addressOf(name) })) as Hex;
        for (const [variable, word] of await readImmutables(name, code)) {
          count += 1;
          const hashed = CODE_HASHES[variable];
          if (hashed !== undefined) {
            expect(word).to.equal(keccak256((await artifacts.readArtifact(hashed)).bytecode as Hex));
            continue;
          }
          const address = expected.get(variable) ?? expected.get(`${name}.${variable}`);
          if (address === undefined) throw new Error(`${name}.${variable} is neither sibling nor child`);
          expect(getAddress(`0x${word.slice(-40)}`), `${name}.${variable}`).to.equal(getAddress(address));
        }
      }
      expect(count).to.be.greaterThan(20);
    });
  });

  describe("scripts", () => {
    it("resume an interrupted deployment and change nothing that exists", async () => {
      const connection = await connect();
      const some = await deployOn(connection, ["Licenses", "Curation"]);
      const all = await deployOn(connection);
      const blocks = await (await connection.viem.getPublicClient()).getBlockNumber();
      const again = await deployOn(connection);
      expect(Object.keys(some)).to.deep.equal(["Deployer", "Licenses", "Curation"]);
      for (const name of ["Licenses", "Curation"]) expect(all[name]).to.deep.equal(some[name]);
      for (const name of PROTOCOL_NAMES) expect(again[name]).to.deep.equal(all[name]);
      expect(await (await connection.viem.getPublicClient()).getBlockNumber()).to.equal(blocks);
    });

    it("refuse to put test tokens on a public chain", async () => {
      const connection = await connect(10);
      const parameters = {
        publicClient: await connection.viem.getPublicClient(),
        walletClient: (await connection.viem.getWalletClients())[0] as Wallet,
        artifacts: await compiledArtifacts(),
      };
      const message = await deployMocks(parameters).then(
        () => "deployed",
        (error: unknown) => (error as Error).message,
      );
      expect(message).to.equal("Test tokens belong on local networks, not on chain 10.");
    });
  });
});
