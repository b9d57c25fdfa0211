import { expect } from "chai";
import type { StudioAddresses, StudioData } from "@imprimatur/sdk";
import { buildLot } from "@imprimatur/sdk/lot";
import { assetRegistryAbi, royaltySplitterAbi } from "@imprimatur/sdk/abi";
import { auditFromLogs, logReader } from "@imprimatur/sdk/logs";
import {
  type Abi,
  type Address,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  sha256,
  stringToHex,
  toHex,
  zeroHash,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { openStudio, setStage, type Stage } from "./fixture.ts";
import { buy, decide, type ForSale, fund, putOnSale } from "./market.ts";

const MEMBERS = [1, 2, 3, 4, 5];
const PRICE = 33_333_333n;
const keyOf = (label: string) => privateKeyToAccount(keccak256(stringToHex(label)));

describe("sdk: reading from logs alone", () => {
  let stage: Stage;
  let studio: StudioAddresses;
  let data: StudioData;
  let token: Address;
  let dataset: ForSale;
  let model: ForSale;
  let lotId: bigint;
  let proposalId: bigint;

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage, MEMBERS);
    data = logReader(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
    lotId = await auditOneLot();
    await trade();
    const grant = { to: studio.timelock, data: "0x" as const, value: 0n };
    const decided = await decide(stage, studio, MEMBERS, { title: "Nothing", calls: [grant] });
    await decided.execute();
    ({ proposalId } = decided);
  });

  /** A lot whose verdict was replaced once, after a curator had changed its key. */
  async function auditOneLot(): Promise<bigint> {
    const registrar = stage.as(1, studio);
    const split = [{ account: studio.timelock, weight: 1_000_000 }];
    const { recipeId } = await registrar.registerRecipeAndWait({ licensor: studio.timelock, kind: "work", split });
    await registrar.admitProducerAndWait({ producer: stage.addressOf(9), quota: 1000 });
    const keys = new Map<number, string>();
    const register = async (member: number, label: string): Promise<number> => {
      const player = stage.as(member, studio);
      keys.set(member, label);
      const consent = await player.signCuratorKey({ account: keyOf(label), curator: stage.addressOf(member) });
      return (await player.registerCuratorAndWait(consent)).index;
    };
    const indices = new Map<number, number>();
    for (const member of MEMBERS) indices.set(member, await register(member, `key ${member}`));
    const lot = await buildLot({
      chainId: 31337,
      assetRegistry: stage.addresses.assetRegistry,
      producer: stage.addressOf(9),
      nonce: 1n,
      recipeId,
      recipeCommitment: zeroHash,
      items: Array.from({ length: 300 }, (_, i) => ({
        name: `${i}`,
        mediaType: "image/png",
        bytes: 1,
        contentHash: sha256(numberToHex(i)),
      })),
    });
    await stage.as(9).commitLotAndWait({ ...lot.input, gate: studio.curation });
    await stage.protocol.connection.networkHelpers.mine(33);
    const relayer = stage.as(8, studio);
    await relayer.drawSeedAndWait({ lotId: lot.lotId });
    await stage.pass(86_401n);
    await close(relayer, lot.lotId, [1, 2, 3], 2, indices, keys);
    await register(3, "another key");
    await close(relayer, lot.lotId, [1, 2, 3, 4], 1, indices, keys);
    return lot.lotId;
  }

  async function close(
    relayer: ReturnType<Stage["as"]>,
    lot: bigint,
    members: number[],
    defects: number,
    indices: Map<number, number>,
    keys: Map<number, string>,
  ): Promise<void> {
    const sample = await relayer.sampleLot({ lotId: lot });
    const judgments = sample.positions.map((_, lane) => (lane < defects ? ("defect" as const) : ("ok" as const)));
    const { seed, charterVersion } = sample;
    const ballots = await Promise.all(
      members.map((member) =>
        relayer.signAuditBallot({
          ...{ lotId: lot, seed, charterVersion, judgments },
          curator: indices.get(member)!,
          account: keyOf(keys.get(member)!),
        }),
      ),
    );
    await relayer.closeAuditAndWait({ lotId: lot, charterVersion, ballots });
  }

  async function trade(): Promise<void> {
    for (const buyer of [2, 3, 4]) token = await fund(stage, "TestUSDC", stage.addressOf(buyer), 10n * PRICE);
    const terms = { token, price: PRICE, rate: 70_000 };
    dataset = await putOnSale(stage, {
      ...{ ...terms, seller: 1, label: "dataset", kind: "dataset", usages: ["training"] },
      split: [
        { account: stage.addressOf(11), weight: 333_333 },
        { account: stage.addressOf(12), weight: 666_667 },
      ],
    });
    const parent = { asset: dataset.assetId, licenseId: await buy(stage, 2, dataset, PRICE) };
    model = await putOnSale(stage, {
      ...{ ...terms, seller: 2, label: "model", kind: "model", usages: ["derivative"], parents: [parent] },
      split: [{ account: stage.addressOf(2), weight: 1_000_000 }],
    });
    await buy(stage, 3, model, PRICE);
    await stage.as(8).settleAndWait({ recipes: [model.recipe], token });
    await buy(stage, 4, model, PRICE);
    await stage.as(8).settleAndWait({ recipes: [dataset.recipe, model.recipe], token });
    await stage.as(8).claimAndWait({ recipe: dataset.recipe, token, payee: stage.addressOf(11) });
    await stage.as(8).claimToWalletAndWait({ recipe: dataset.recipe, token, payee: stage.addressOf(12) });
    await stage.as(8).claimAndWait({ recipe: model.recipe, token, payee: stage.addressOf(2) });
    await stage.as(8).withdrawAndWait({ token, payee: stage.addressOf(2) });
  }

  const audit = () => auditFromLogs(stage.reader, { addresses: stage.addresses, fromBlock: 0n });

  it("tells a studio, a lot and a proposal as the chain has them", async () => {
    const stored = await stage.as(1, studio).getStudio();
    const told = await data.getStudio({ studio: studio.studio });
    const { creator, ...studioTold } = told!;
    expect(stored).to.include(studioTold);
    expect(creator.toLowerCase()).to.equal(stage.addressOf(1));
    expect(await data.getStudio({ studio: stage.addressOf(1) })).to.equal(undefined);

    const lot = await stage.reader.getLot({ lotId });
    const { verdictClass, gate, blocked, releasableAt, ...rest } = (await data.getLot({ lotId }))!;
    expect([verdictClass, gate, blocked, releasableAt]).to.deep.equal([
      lot.class,
      studio.curation,
      lot.blocked,
      lot.releasableAt,
    ]);
    expect(rest).to.include({ root: lot.root, count: 300, status: "accepted", recipe: lot.recipe });
    expect(await data.getLot({ lotId: 5n })).to.equal(undefined);

    const { governor } = studio;
    const state = await stage.as(1, studio).getProposalState({ proposalId });
    const proposal = (await data.getProposal({ governor, proposalId }))!;
    expect(proposal).to.deep.include({ votes: state.votes, voteStart: state.snapshot, voteEnd: state.deadline });
    expect(proposal).to.include({ queued: true, executed: true, canceled: false });
    expect(await data.getProposal({ governor, proposalId: 1n })).to.equal(undefined);
  });

  it("tells sales and ledgers as the chain has them", async () => {
    await data.waitForIndexed({ blockNumber: await stage.reader.getBlockNumber() });
    const sales = await data.listPurchases({ recipe: model.recipe });
    expect(sales.map(({ licensee }) => licensee.toLowerCase())).to.deep.equal([3, 4].map(stage.addressOf));
    expect(sales[0]).to.include({ gross: PRICE, referral: 0n, offerId: model.offerId, assetId: model.assetId });
    for (const { recipe } of [dataset, model]) {
      const { paid: _, ...stored } = await stage.reader.getLedger({ recipe, token });
      expect(await data.getLedger({ recipe, token })).to.deep.equal(stored);
    }
    const payees = await data.listPayees({ recipe: dataset.recipe, token });
    expect(payees.map(({ weight }) => weight).sort()).to.deep.equal([333_333, 666_667]);
    expect(payees.every(({ claimed }) => claimed > 0n)).to.equal(true);
  });

  it("finds no difference in honest books, a changed ballot key included", async () => {
    const { lots, differences } = await audit();
    expect(differences).to.deep.equal([]);
    const panel = lots.find(({ lot }) => lot.lotId === lotId);
    expect(panel?.verdict).to.deep.include({ status: "accepted", weight: 8, humanBallots: 4 });
    expect(panel?.verdict?.blocked).to.have.lengthOf(1);
  });

  /** Overwrites a storage word of a contract for one audit. */
  async function sabotaged(address: Address, slot: Hex, change: (word: bigint) => bigint): Promise<string[]> {
    const { networkHelpers } = stage.protocol.connection;
    const before = (await stage.reader.getStorageAt({ address, slot })) ?? zeroHash;
    await networkHelpers.setStorageAt(address, slot, toHex(change(BigInt(before)), { size: 32 }));
    const { differences } = await audit();
    await networkHelpers.setStorageAt(address, slot, before);
    return differences.map(({ subject, field }) => `${subject}: ${field}`);
  }

  /** Slots that a view reads, in its order: found by tracing it, so that no layout is repeated here. */
  async function touchedSlots(address: Address, functionName: string, args: unknown[]): Promise<Hex[]> {
    const abi: Abi = [...assetRegistryAbi, ...royaltySplitterAbi];
    const call = encodeFunctionData({ abi, functionName, args });
    const trace = await stage.reader.request({
      method: "debug_traceCall" as never,
      params: [{ to: address, data: call }, "latest", {}] as never,
    });
    const { structLogs } = trace as unknown as { structLogs: { op: string; stack: string[] }[] };
    return structLogs
      .filter(({ op }) => op === "SLOAD")
      .map(({ stack }) => toHex(BigInt(`0x${(stack.at(-1) ?? "0").replace(/^0x/, "")}`), { size: 32 }));
  }

  it("finds one forged bit of a verdict's mask, and one missing unit of income", async () => {
    const { assetRegistry, royaltySplitter } = stage.addresses;
    const word = Math.floor((await stage.reader.getLot({ lotId })).blocked[0]! / 256);
    const maskSlots = await touchedSlots(assetRegistry, "blockedWord", [lotId, word]);
    expect(await sabotaged(assetRegistry, maskSlots.at(-1)!, (mask) => mask ^ 1n)).to.deep.equal([
      `stored lot ${lotId}, word ${word}: mask`,
    ]);
    const claimed = [dataset.recipe, token, stage.addressOf(11)];
    const claimSlots = await touchedSlots(royaltySplitter, "claimedOf", claimed);
    const found = await sabotaged(royaltySplitter, claimSlots.at(-1)!, (amount) => amount - 1n);
    expect(found).to.have.lengthOf(1);
    expect(found[0]).to.match(/^ledger of recipe \d+ in 0x.*payee 0x.*: claimed$/);
  });
});
