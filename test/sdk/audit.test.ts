import { expect } from "chai";
import { auditFromLogs, type Difference, logReader } from "@imprimatur/sdk/logs";
import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  keccak256,
  numberToHex,
  toHex,
} from "viem";
import { CHARTER, openStudio, setStage, type Stage } from "./fixture.ts";
import { buy, decide, type ForSale, fund, putOnSale } from "./market.ts";

const PRICE = 25_000_003n;
const SELLER = 1;
const BUYER = 5;

/** Slots of RoyaltySplitter's mappings; test/royalties pins the layout. */
const CLAIMED_SLOT = 9n;
const BALANCES_SLOT = 12n;

const entry = (key: Hex, slot: Hex): Hex =>
  keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "bytes32" }], [key, slot]));
const word = (value: Hex | bigint): Hex => numberToHex(BigInt(value), { size: 32 });

describe("sdk: what an auditor and a log reader see", () => {
  let stage: Stage;
  let token: Address;
  let work: ForSale;
  let splitter: Address;
  let licensor: Address;

  const audit = () => auditFromLogs(stage.reader, { addresses: stage.addresses, fromBlock: 0n, portion: 7n });

  /** Differences after changing the chain behind everybody's back; the change is undone. */
  async function differencesAfter(change: () => Promise<unknown>): Promise<Difference[]> {
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    await change();
    const { differences } = await audit();
    await snapshot.restore();
    return differences;
  }

  const overwrite = (address: Address, slot: Hex, value: bigint) =>
    stage.protocol.connection.networkHelpers.setStorageAt(address, slot, toHex(value, { size: 32 }));

  before(async () => {
    stage = await setStage();
    splitter = stage.addresses.royaltySplitter;
    licensor = stage.addressOf(SELLER);
    token = await fund(stage, "TestUSDC", stage.addressOf(BUYER), 10n * PRICE);
    work = await putOnSale(stage, {
      ...{ seller: SELLER, label: "work", kind: "work", token, price: PRICE, usages: ["commercial"] },
      split: [
        { account: licensor, weight: 700_000 },
        { account: stage.addressOf(2), weight: 300_000 },
      ],
    });
    await buy(stage, BUYER, work, PRICE);
    await buy(stage, BUYER, work, PRICE);
    await stage.as(8).settleAndWait({ recipes: [work.recipe], token });
    await stage.as(8).claimAndWait({ recipe: work.recipe, token, payee: licensor });
    await stage.as(8).claimToWalletAndWait({ recipe: work.recipe, token, payee: stage.addressOf(2) });
  });

  it("finds nothing where nothing is wrong", async () => {
    const { lots, royalties, differences } = await audit();
    expect(differences).to.deep.equal([]);
    expect(lots.map(({ lot }) => lot.verdictClass)).to.deep.equal(["selfPublished"]);
    expect(royalties.ledger(work.recipe, token).sales).to.equal(2n * PRICE);
    expect(royalties.balance(licensor, token)).to.equal((2n * PRICE * 7n) / 10n);
  });

  it("finds a claim that no log explains", async () => {
    const slot = entry(word(licensor), entry(word(token), entry(word(BigInt(work.recipe)), word(CLAIMED_SLOT))));
    const differences = await differencesAfter(() => overwrite(splitter, slot, 1n));
    expect(differences).to.have.length(1);
    expect(differences[0]).to.include({ field: "claimed", found: "1" });
  });

  it("finds a balance that no log explains", async () => {
    const slot = entry(word(token), entry(word(licensor), word(BALANCES_SLOT)));
    const differences = await differencesAfter(() => overwrite(splitter, slot, 5n));
    expect(differences.map(({ field, found }) => [field, found])).to.deep.equal([["balance", "5"]]);
  });

  it("finds money that left without a withdrawal", async () => {
    const { networkHelpers, viem } = stage.protocol.connection;
    const differences = await differencesAfter(async () => {
      await networkHelpers.impersonateAccount(splitter);
      await networkHelpers.setBalance(splitter, 10n ** 18n);
      const thief = await viem.getWalletClient(splitter);
      const args = [stage.addressOf(7), 1n] as const;
      const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args });
      await thief.sendTransaction({ to: token, data });
    });
    expect(differences).to.have.length(1);
    expect(differences[0]?.subject).to.equal(`holding in ${token}`);
  });

  it("is not troubled by a donation", async () => {
    expect(await differencesAfter(() => fund(stage, "TestUSDC", splitter, 1n))).to.deep.equal([]);
  });

  it("names a lot that was never committed", async () => {
    const { differences } = await auditFromLogs(stage.reader, {
      addresses: stage.addresses,
      fromBlock: 0n,
      lotIds: [42n],
    });
    expect(differences).to.deep.equal([
      { subject: "lot 42", field: "LotCommitted", found: "no log", expected: "one log" },
    ]);
  });

  it("reads studios, lots, sales, payees and proposals out of logs as the chain has them", async () => {
    const data = logReader(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
    const studio = await openStudio(stage);
    await data.waitForIndexed(studio.receipt);
    const read = await data.getStudio({ studio: studio.studio });
    expect(read).to.include({ name: "Atelier Nord", timelock: studio.timelock, charterVersion: 1 });
    expect(await data.getStudio({ studio: splitter })).to.equal(undefined);

    const { producer, ...lot } = await stage.reader.getLot({ lotId: work.assetId >> 24n });
    expect(await data.getLot({ lotId: lot.lotId })).to.include({ producer, root: lot.root, status: lot.status });
    expect(await data.getLot({ lotId: 42n })).to.equal(undefined);

    const sales = await data.listPurchases({ recipe: work.recipe });
    expect(sales.map(({ gross }) => gross)).to.deep.equal([PRICE, PRICE]);
    const stored = await stage.reader.getLedger({ recipe: work.recipe, token });
    expect(stored).to.include(await data.getLedger({ recipe: work.recipe, token }));
    const payees = await data.listPayees({ recipe: work.recipe, token });
    expect(payees.map(({ claimed }) => claimed)).to.have.members([(2n * PRICE * 7n) / 10n, (2n * PRICE * 3n) / 10n]);

    const calls = [{ to: studio.studio, data: encodeSetCharter(), value: 0n }];
    const proposal = await decide(stage, studio, [1, 2, 3], { title: "A second charter", calls });
    await proposal.execute();
    const { governor } = studio;
    const fact = await data.getProposal({ governor, proposalId: proposal.proposalId });
    const state = await stage.as(1, studio).getProposalState({ proposalId: proposal.proposalId });
    expect(fact).to.deep.include({ executed: true, queued: true, canceled: false, votes: state.votes });
    expect((await data.getStudio({ studio: studio.studio }))?.charterVersion).to.equal(2);
    expect(await data.getProposal({ governor, proposalId: 42n })).to.equal(undefined);
  });
});

function encodeSetCharter(): Hex {
  return encodeFunctionData({
    abi: [
      {
        type: "function",
        name: "setCharter",
        stateMutability: "nonpayable",
        inputs: [{ type: "bytes32" }],
        outputs: [],
      },
    ],
    args: [CHARTER],
  });
}
