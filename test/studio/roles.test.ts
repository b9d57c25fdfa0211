import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import { artifacts } from "hardhat";
import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  decodeErrorResult,
  encodeFunctionData,
  getAddress,
  type Hex,
  parseAbi,
  parseEventLogs,
  RawContractError,
  type BaseError,
  zeroAddress,
  zeroHash,
} from "viem";
import { PROTOCOL_NAMES, type ProtocolName } from "../../scripts/deploy/index.ts";
import { callArgs, governorAs, proposalOf, proposeArgs } from "../helpers/governance.ts";
import { POLICY } from "../agents/mandates.ts";
import {
  createStudio,
  deployProtocol,
  PRESET,
  type Protocol,
  seatWallets,
  type StudioClones,
  type Wallet,
} from "../helpers/protocol.ts";
import { openContest } from "../registry/provenance.ts";
import {
  assetIdOf,
  CLASS,
  contractsOf,
  hashOf,
  lotIdOf,
  PERPETUAL,
  recipeIdOf,
  recipeInput,
  STATUS,
} from "../registry/registry.ts";
import {
  agentOf,
  asTimelock,
  blankOffer,
  blankPurchase,
  chamberOf,
  engageAgent,
  licenseOfTimelock,
  producerOf,
  publishAsTimelock,
  registerJudges,
  releaseStudioLot,
  singleOf,
} from "./powers.ts";
import { createSuccessors } from "./replacing.ts";

/** The committed table; `UPDATE_POWERS=1` rewrites it. */
const TABLE = new URL("../../docs/powers.md", import.meta.url);

const NO_OUTCOME = { seed: `0x${"00".repeat(16)}`, ballots: zeroHash, covered: 0n, bad: 0n, weights: 0n };

/** Errors that say: you may not. Everything else comes after the caller was let in. */
const MAY_NOT = new RegExp(
  "Unauthorized(Account|Caller)?$|^AgentMandatesUnknownAgent$|^Governor(OnlyExecutor|UnableToCancel)$|^InvalidInitialization$" +
    "|^ERC721(InvalidApprover|InsufficientApproval)$|^AssetRegistryNoOffer$",
);

/** Functions that wallets and governors know and that these contracts refuse to everybody. */
const ALWAYS_REVERT = new Set([
  "ReputationToken.approve",
  "ReputationToken.transfer",
  "ReputationToken.transferFrom",
  "StudioGovernor.updateTimelock",
]);

const HEADER = `# Who may call what

Made by \`test/studio/roles.test.ts\` out of the compiled contracts: every function that can write is called by every principal
on a fresh studio, and those principals are named whom the contract did not turn away for who they are. There are a recipe and
another one that is offered to the founder, a contest, two offers, lots pending, released and minted, a license, and one pending proposal;
recipe, token and license belong to the studio's timelock, which stands here for every licensor, a person included. The studio
is a house; an agent has a mandate, and a milestone of a commission to deliver. *anyone*
still meets the rules that the interface states: a license, a quota, a signature, a vote, an allowance. *nobody* is what remains
of initializers, and of functions that exist for wallets but always revert, such as transfers of reputation.
Its first seat, the chamber that members appointed, and the addresses of its board, directory and impact emission are asked too.

| contract | function | who |
|---|---|---|
`;

const accessControlAbi = parseAbi([
  "event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
  "event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
]);

/** The plainest value of a type. */
function blank(parameter: AbiParameter): unknown {
  const array = /^(.*)\[(\d*)\]$/.exec(parameter.type);
  if (array !== null) {
    const item = { ...parameter, type: array[1] as string };
    return Array.from({ length: Number(array[2] ?? 0) }, () => blank(item));
  }
  if (parameter.type === "tuple") {
    const { components } = parameter as unknown as { components: AbiParameter[] };
    return Object.fromEntries(components.map((component) => [component.name, blank(component)]));
  }
  if (parameter.type === "address") return zeroAddress;
  if (parameter.type === "bool") return false;
  if (parameter.type === "string") return "";
  if (parameter.type === "bytes") return "0x";
  if (parameter.type.startsWith("bytes")) return `0x${"00".repeat(Number(parameter.type.slice(5)))}`;
  return 0n;
}

describe("studio/roles", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  let impact: Address;
  /** Arguments where the subject must exist for the caller to matter, by `Contract.function`; overloads also by `/count`. */
  let subjects: Record<string, unknown[]>;

  before(async () => {
    protocol = await deployProtocol();
    const founders = protocol.wallets.slice(1, 6);
    clones = await createStudio(protocol, {
      preset: PRESET.house,
      founders: founders.map(({ account }) => account.address),
      seats: seatWallets(protocol, 5).map(({ account }) => account.address),
    });
    const successors = await createSuccessors(protocol, clones, { preset: PRESET.house, impact: true });
    impact = successors.impact;
    const directory = await protocol.connection.viem.getContractAt("IStudio", clones.studio);
    const board = await protocol.connection.viem.getContractAt("IEthicsBoard", clones.board);
    await asTimelock(protocol, clones, async () => {
      await directory.write.setImpact([impact], { account: clones.timelock });
      const until = (await protocol.connection.networkHelpers.time.latest()) + 86_400;
      await board.write.appointChamber([chamberOf(protocol), until], { account: clones.timelock });
    });
    await registerJudges(protocol, clones, founders.slice(2));
    const engaged = await asTimelock(protocol, clones, () => engageAgent(protocol, clones));
    const [, registrar, member] = protocol.wallets as [Wallet, Wallet, Wallet];
    const registry = await protocol.connection.viem.getContractAt(
      "AssetRegistry",
      protocol.addressOf("AssetRegistry"),
      {
        client: { wallet: registrar },
      },
    );
    const recipe = recipeInput({ licensor: clones.timelock });
    const offered = { ...recipe, commitment: hashOf("offered") };
    for (const input of [recipe, offered]) await registry.write.registerRecipe([input, 0n, "0x"]);
    const lot = {
      recipeId: recipeIdOf(recipe),
      nonce: 0n,
      root: hashOf("root"),
      count: 1,
      gate: clones.curation,
      manifest: hashOf("manifest"),
    };
    await registry.write.commitLot([lot]);
    const lotId = lotIdOf(registrar.account.address, 0n);
    const single = (nonce: bigint) => singleOf(clones.timelock, recipeIdOf(recipe), nonce);
    const [released, minted, free] = [single(0n), single(1n), single(2n)];
    await asTimelock(protocol, clones, async () => {
      await registry.write.commitLot([released.lot], { account: clones.timelock });
      await registry.write.register([minted.lot, minted.leaf], { account: clones.timelock });
      const heir = member.account.address;
      await registry.write.offerControl([recipeIdOf(offered), heir], { account: clones.timelock });
    });
    const contracts = await contractsOf(protocol);
    await openContest({ protocol, contracts }, recipeIdOf(recipe), member.account.address);
    const transfer = [clones.timelock, member.account.address, minted.assetId];

    const offer = { ...blankOffer(), recipeId: recipeIdOf(recipe), token: protocol.addressOf("TestUSDC") };
    const offerId = await publishAsTimelock(protocol, clones, offer);

    const judged = await releaseStudioLot(protocol, clones, { ...lot, nonce: 2n });
    const licenseId = await licenseOfTimelock(protocol, clones, offer, judged);
    const agency = { until: PERPETUAL, minRate: 0, usages: 1, token: offer.token, minPrice: 1n };
    const licenseTransfer = [clones.timelock, member.account.address, BigInt(licenseId)];

    const governor = await governorAs(protocol, clones, member);
    const proposal = proposalOf([{ target: clones.studio }], "# Wait");
    await governor.write.propose(proposeArgs(proposal));
    subjects = {
      "LicenseMarket.publishOffer": [{ ...offer, price: 2n }],
      "LicenseMarket.withdrawOffer": [offerId],
      "AssetRegistry.registerRecipe": [{ ...recipe, commitment: hashOf("another") }, 0n, "0x"],
      "AssetRegistry.renewRecipe": [recipe, []],
      "AssetRegistry.stopRecipe": [1],
      "AssetRegistry.grantRecipeUse": [recipeIdOf(recipe), member.account.address, PERPETUAL, false],
      "AssetRegistry.offerControl": [recipeIdOf(recipe), member.account.address],
      "AssetRegistry.acceptControl": [recipeIdOf(offered)],
      "AssetRegistry.registerExternal": [recipeIdOf(recipe), 9n, zeroAddress, 0n],
      "AssetRegistry.freeze": [assetIdOf(lotId, 0), 0],
      "AssetRegistry.suspendRecipe": [recipeIdOf(recipe), 0],
      "AssetRegistry.unfreeze": [assetIdOf(lotId, 0)],
      "AssetRegistry.conveyTitle": [released.assetId, released.leaf, [], member.account.address],
      "AssetRegistry.commitLot": [{ ...lot, nonce: 1n }],
      "AssetRegistry.setVerdict": [lotId, STATUS.accepted, CLASS.panel, PERPETUAL],
      "AssetRegistry.setBlocked": [lotId, 0, 1n],
      "AssetRegistry.setBlockedMasks": [lotId, 0, [1n]],
      "Curation.openCanary": [lotIdOf(producerOf(protocol), 0n), zeroHash, [], zeroHash, [], NO_OUTCOME],
      "Curation.appealVeto": [lotId, 0, hashOf("appeal")],
      "AssetRegistry.mint": [released.assetId, released.leaf, []],
      "AssetRegistry.register": [free.lot, free.leaf],
      "AssetRegistry.approve": [member.account.address, minted.assetId],
      "AssetRegistry.transferFrom": transfer,
      "AssetRegistry.safeTransferFrom/3": transfer,
      "AssetRegistry.safeTransferFrom/4": [...transfer, "0x"],
      "LicenseMarket.appointAgent": [recipeIdOf(recipe), member.account.address, agency],
      "AssetRegistry.recordStudio": [clones.timelock, clones.studio, clones.curation],
      "LicenseMarket.revokeLicense": [licenseId, 0n],
      "Licenses.approve": [member.account.address, BigInt(licenseId)],
      "Licenses.assignSeat": [licenseId, 1, member.account.address],
      "Licenses.transferFrom": licenseTransfer,
      "Licenses.safeTransferFrom/3": licenseTransfer,
      "Licenses.safeTransferFrom/4": [...licenseTransfer, "0x"],
      "EthicsBoard.resign": [1],
      "Curation.bindProducer": [agentOf(protocol).account.address, false],
      "AgentMandates.pay": [engaged.mandateId, POLICY, zeroAddress, 0n, zeroHash],
      "AgentMandates.buy": [engaged.mandateId, POLICY, blankPurchase()],
      "AgentMandates.call": [engaged.mandateId, POLICY, zeroAddress, "0x"],
      "AgentMandates.useQuota": [engaged.lotId, 1],
      "AssetRegistry.supersedeLot": [lotIdOf(clones.timelock, 0n), lotIdOf(clones.timelock, 1n)],
      "AssetRegistry.supersedeManifest": [lotIdOf(clones.timelock, 0n), hashOf("another")],
      "Provenance.ruleContest": [1n, 1],
      "Commissions.deliver": [engaged.commissionId, 0, engaged.lotId],
      "StudioGovernor.cancel": [...callArgs(proposal)],
    };
  });

  it("gives the timelock's roles to the governor alone, and its administration to itself", async () => {
    const timelock = await protocol.connection.viem.getContractAt("StudioTimelock", clones.timelock);
    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash: clones.hash });
    const all = logs.filter((log) => getAddress(log.address) === getAddress(clones.timelock));
    const granted = parseEventLogs({ abi: accessControlAbi, logs: all, eventName: "RoleGranted" });
    expect(parseEventLogs({ abi: accessControlAbi, logs: all, eventName: "RoleRevoked" })).to.deep.equal([]);
    const roles = {
      proposer: await timelock.read.PROPOSER_ROLE(),
      executor: await timelock.read.EXECUTOR_ROLE(),
      canceller: await timelock.read.CANCELLER_ROLE(),
      admin: await timelock.read.DEFAULT_ADMIN_ROLE(),
    };
    expect(granted.map(({ args: { role, account } }) => ({ role, account }))).to.have.deep.members([
      { role: roles.admin, account: getAddress(clones.timelock) },
      { role: roles.proposer, account: getAddress(clones.governor) },
      { role: roles.canceller, account: getAddress(clones.governor) },
      { role: roles.executor, account: getAddress(clones.governor) },
    ]);
    expect(granted).to.have.length(4);

    const others = [
      protocol.addressOf("StudioFactory"),
      protocol.addressOf("Deployer"),
      clones.config.registrar,
      zeroAddress,
      ...protocol.wallets.map((wallet) => wallet.account.address),
    ];
    for (const [name, role] of Object.entries(roles)) {
      for (const account of others) expect(await timelock.read.hasRole([role, account]), name).to.equal(false);
    }
  });

  it("lets each principal call what docs/powers.md says, and nothing else", async function () {
    this.timeout(300_000);
    const { publicClient, wallets, addressOf } = protocol;
    const walletAddress = (index: number): Address => (wallets[index] as Wallet).account.address;
    const targets: Record<ProtocolName, Address> = {
      AssetRegistry: addressOf("AssetRegistry"),
      RoyaltySplitter: addressOf("RoyaltySplitter"),
      LicenseMarket: addressOf("LicenseMarket"),
      Licenses: addressOf("Licenses"),
      StudioFactory: addressOf("StudioFactory"),
      Studio: clones.studio,
      StudioTimelock: clones.timelock,
      StudioGovernor: clones.governor,
      ReputationToken: clones.reputation,
      Curation: clones.curation,
      CurationBallots: clones.curation,
      CurationRolls: clones.curation,
      CurationScores: clones.curation,
      CurationDisputes: clones.curation,
      CurationObjections: clones.curation,
      CurationSlates: clones.curation,
      EthicsBoard: clones.board,
      EthicsClaims: clones.board,
      ImpactEmission: impact,
      AgentMandates: clones.mandates,
      Commissions: clones.commissions,
      StandardsLens: addressOf("StandardsLens"),
      Attestations: addressOf("Attestations"),
      Provenance: addressOf("Provenance"),
    };
    const principals: Record<string, Address> = {
      stranger: walletAddress(9),
      founder: walletAddress(2),
      "the lot's producer": producerOf(protocol),
      registrar: walletAddress(1),
      "the studio's timelock": clones.timelock,
      "the studio's governor": clones.governor,
      "the studio's gate": clones.curation,
      "the studio's board": clones.board,
      "the studio's directory": clones.studio,
      "the studio's impact emission": impact,
      "the studio's mandates": clones.mandates,
      "the studio's commissions": clones.commissions,
      "an agent": agentOf(protocol).account.address,
      "a seat": (seatWallets(protocol, 5)[0] as Wallet).account.address,
      "the chamber": chamberOf(protocol),
      StudioFactory: addressOf("StudioFactory"),
      AssetRegistry: addressOf("AssetRegistry"),
      LicenseMarket: addressOf("LicenseMarket"),
      RoyaltySplitter: addressOf("RoyaltySplitter"),
      Licenses: addressOf("Licenses"),
      "deployer's account": walletAddress(0),
    };
    const errors = (await Promise.all(PROTOCOL_NAMES.map((name) => artifacts.readArtifact(name)))).flatMap(({ abi }) =>
      (abi as Abi).filter(({ type }) => type === "error"),
    );

    /** Whether `account` is let in. */
    const mayCall = async (to: Address, data: Hex, account: Address): Promise<boolean> => {
      try {
        await publicClient.call({ to, data, account });
        return true;
      } catch (error) {
        const raw = (error as BaseError).walk(
          (cause) => cause instanceof RawContractError || "data" in (cause as object),
        );
        const found = (raw as { data?: Hex | { data: Hex } } | null)?.data;
        const bytes = typeof found === "object" ? found.data : found;
        if (bytes === undefined || bytes === "0x") return true;
        try {
          return !MAY_NOT.test(decodeErrorResult({ abi: errors, data: bytes }).errorName);
        } catch {
          return true;
        }
      }
    };

    const rows: string[] = [];
    for (const name of [...PROTOCOL_NAMES].sort()) {
      if (/^Curation.|^EthicsClaims/.test(name)) continue;
      // gate and board answer with all their parts
      const { abi } = await artifacts.readArtifact(/^(Curation|EthicsBoard)$/.test(name) ? `I${name}` : name);
      const functions = (abi as Abi).filter(
        (item): item is AbiFunction => item.type === "function" && item.stateMutability !== "view",
      );
      for (const item of functions.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const signature = `${item.name}(${item.inputs.map(({ type }) => type).join(",")})`;
        const allowed: string[] = [];
        if (item.stateMutability === "pure") {
          if (!ALWAYS_REVERT.has(`${name}.${item.name}`)) continue;
        } else {
          const key = `${name}.${item.name}`;
          const args = subjects[key] ?? subjects[`${key}/${item.inputs.length}`] ?? item.inputs.map(blank);
          const data = encodeFunctionData({ abi: [item], args });
          for (const [principal, account] of Object.entries(principals)) {
            if (await mayCall(targets[name], data, account)) allowed.push(principal);
          }
        }
        const who = allowed.includes("stranger") ? "anyone" : allowed.join(", ") || "nobody";
        rows.push(`| ${name} | ${signature} | ${who} |`);
      }
    }
    const table = `${HEADER}${rows.join("\n")}\n`;
    if (process.env["UPDATE_POWERS"] === "1") await writeFile(TABLE, table);
    expect(table).to.equal(await readFile(TABLE, "utf8"));
  });
});
