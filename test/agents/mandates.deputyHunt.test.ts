import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { artifacts } from "hardhat";
import { type Abi, type AbiFunction, type Address, type Hash, type Hex, toFunctionSelector } from "viem";
import { PROTOCOL_NAMES } from "../../scripts/deploy/index.ts";
import { Random } from "../helpers/random.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { actAs } from "../studio/replacing.ts";
import { Arguments, listFor, makeVictim, possessionsOf, type Victim } from "./deputy.ts";
import { type Agents, callFrom, GAS, grant, setUpAgents } from "./mandates.ts";

const SETS = 16;
const CONTROL_SETS = 12;
const SEED = 0xdeb7;

/** Test tokens let anybody make money out of nothing, which is no theft. */
const MINTING = /^(mint|burn|initialize)$/;

interface Candidate {
  name: string;
  target: Address;
  item: AbiFunction;
  selector: Hex;
}

const succeeds = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    () => false,
  );

/** Whatever an agent does here, it does through a function that members have listed for it. */
describe("agents/mandates.confusedDeputy: the hunt", () => {
  let agents: Agents;
  let victim: Victim;
  let id: Hash;
  let restore: () => Promise<void>;

  before(async () => {
    agents = await setUpAgents();
    id = await grant(agents);
    victim = await makeVictim(agents, (await agents.mandates.read.mandateOf([id])).account);
    const snapshot = await agents.protocol.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  beforeEach(() => restore());

  async function candidates(): Promise<Candidate[]> {
    const { addressOf } = agents.protocol;
    const targets = PROTOCOL_NAMES.map((name): [string, Address] => [name, addressOf(name)]);
    const found: Candidate[] = [];
    for (const [name, target] of [...victim.tokens, ...targets]) {
      for (const item of (await artifacts.readArtifact(name)).abi as Abi) {
        if (item.type !== "function") continue;
        const isToken = victim.tokens.some(([, address]) => address === target);
        if (isToken && MINTING.test(item.name)) continue;
        found.push({ name, target, item, selector: toFunctionSelector(item) });
      }
    }
    return found;
  }

  it("moves nothing of anybody, whatever it is called with, though all is lent to its account and to the mandates", async () => {
    const values = new Arguments(new Random(SEED), victim);
    const before = await possessionsOf(victim);
    const [listed, done] = [new Set<string>(), new Set<string>()];
    for (const { name, target, item, selector } of await candidates()) {
      if (!(await listFor(agents, id, { target, selector }))) continue;
      const label = `${name}.${item.name}`;
      listed.add(label);
      const isView = item.stateMutability === "view" || item.stateMutability === "pure";
      for (let set = 0; set < (isView ? 1 : SETS); ++set) {
        const succeeded = await succeeds(callFrom(agents, id, { target, data: values.callOf(item) }));
        if (succeeded && !isView) done.add(label);
      }
      if (done.has(label)) expect(await possessionsOf(victim), label).to.deep.equal(before);
    }
    expect(await possessionsOf(victim)).to.deep.equal(before);
    expect(listed.size).to.be.greaterThan(450);
    expect([...done]).to.include.members([
      "LicenseMarket.purchaseBatch",
      "ReputationToken.delegate",
      "FeeToken.setFee",
    ]);
  }).timeout(600_000);

  it("would take every kind of thing by what members cannot list: the hunt looks where it hurts", async () => {
    const values = new Arguments(new Random(SEED), victim);
    const { networkHelpers } = agents.protocol.connection;
    const account = await actAs(agents.protocol, victim.account);
    const [sender] = agents.protocol.wallets as [Wallet];
    const start = await networkHelpers.takeSnapshot();
    const before = await possessionsOf(victim);
    const taking = new Set<string>();
    for (const { name, target, item, selector } of await candidates()) {
      if (await listFor(agents, id, { target, selector })) continue;
      for (let set = 0; set < CONTROL_SETS; ++set) {
        const sent = sender.sendTransaction({ account, to: target, data: values.callOf(item), gas: GAS, chain: null });
        if (!(await succeeds(sent))) continue;
        if (!isDeepStrictEqual(await possessionsOf(victim), before)) taking.add(`${name}.${item.name}`);
        await start.restore();
      }
    }
    const moved = [...victim.tokens.map(([name]) => name), "AssetRegistry", "Licenses"];
    const transfers = moved.map((name) => `${name}.transferFrom`);
    expect([...taking]).to.include.members([...transfers, "RoyaltySplitter.withdraw"]);
  }).timeout(600_000);
});
