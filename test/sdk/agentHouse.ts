import { expect } from "chai";
import { createDevelopmentSigner } from "@imprimatur/sdk/c2pa";
import { studioActions } from "@imprimatur/sdk";
import {
  type Brief,
  type Generator,
  guardAccount,
  type GuardedAccount,
  hashPolicy,
  type JournalLine,
  memoryWorkJournal,
  proceduralGenerator,
  runWorker,
  type RunWorkerParameters,
  type WorkEvent,
  type WorkJournal,
  type WorkReport,
} from "@imprimatur/sdk/agent";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { buildHashIndex, indexProvider } from "@imprimatur/sdk/compliance";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { encodePng, hashImage } from "@imprimatur/sdk/node";
import { memoryStore } from "@imprimatur/sdk/storage";
import {
  bytesToHex,
  createClient,
  custom,
  type Hash,
  type HDAccount,
  type Hex,
  keccak256,
  type LocalAccount,
  publicActions,
  stringToBytes,
  walletActions,
  zeroHash,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import type { RequestArguments } from "hardhat/types/providers";
import { type House, openHouse } from "../agents/committing.ts";
import { DAY, GAS, grant, type MandateInput, USDC } from "../agents/mandates.ts";

const MNEMONIC = "test test test test test test test test test test test junk";

/** The policy of these tests: what it says is what runs. */
export const POLICY_HASH = hashPolicy({
  model: { name: "imprimatur-landscapes-1" },
  systemPrompt: keccak256(stringToBytes("Draw landscapes.")),
  tools: ["generate", "screen", "sign", "commit"],
});

export const BRIEF: Brief = { title: "Harbor", text: "A harbor at dusk, four times.", count: 4, seed: 5 };

/** A house with an agent on a leash, and everything that its worker needs. */
export interface AgentHouse {
  house: House;
  mandateId: Hash;
  client: Client;
  agent: GuardedAccount;
  /** Registers recipes for the studio. */
  registrar: Client;
  fromBlock: bigint;
  recipeOf: (name: string, parents?: readonly { asset: bigint }[]) => Promise<RunWorkerParameters["recipe"]>;
  worker: (overrides?: Partial<RunWorkerParameters>) => Promise<RunWorkerParameters>;
}

export type Client = ReturnType<typeof connect>;

function connect(house: House, account?: LocalAccount) {
  const { provider } = house.protocol.connection;
  return createClient({
    ...(account === undefined ? {} : { account }),
    chain: hardhat,
    transport: custom({ request: (call: RequestArguments) => provider.request(call) }, { retryCount: 0 }),
    pollingInterval: 10,
  })
    .extend(publicActions)
    .extend(walletActions)
    .extend(studioActions({ addresses: addressesOf(house.protocol.deployment), studio: house.clones }));
}

/** The private key of one of the local chain's accounts. */
export const keyOf = (address: string): Hex => bytesToHex(accountOf(address).getHdKey().privateKey ?? new Uint8Array());

/** One of the local chain's accounts. */
function accountOf(address: string): HDAccount {
  for (let addressIndex = 0; addressIndex < 40; addressIndex++) {
    const account = mnemonicToAccount(MNEMONIC, { addressIndex });
    if (account.address.toLowerCase() === address.toLowerCase()) return account;
  }
  throw new Error(`${address} is no account of the local chain`);
}

/** Pictures that are small, so that a test is fast. */
export const drawer = (): Generator => proceduralGenerator({ encode: encodePng, width: 48, height: 48 });

export async function openAgentHouse(overrides: Partial<MandateInput> = {}): Promise<AgentHouse> {
  const house = await openHouse();
  const mandateId = await grant(house, { policyHash: POLICY_HASH, quota: 40, ...overrides });
  const client = connect(house);
  const addresses = addressesOf(house.protocol.deployment);
  const agent = guardAccount({
    ...{ account: accountOf(house.agent.account.address), client, addresses, mandateId, policyHash: POLICY_HASH },
    ...{ mandates: house.mandates.address, commissions: house.clones.commissions },
  });
  const registrar = connect(house, accountOf(house.registrar.account.address));
  const fromBlock = await client.getBlockNumber({ cacheTime: 0 });
  const recipeOf: AgentHouse["recipeOf"] = async (name, parents = []) => {
    const { commitment } = commitRecipe({ contents: { model: name }, secret: keccak256(stringToBytes(name)) });
    const { recipeId } = await registrar.registerRecipeAndWait({
      ...{ licensor: house.timelock, kind: "work", commitment, parents },
      split: [{ account: house.timelock, weight: 1_000_000, roles: ["treasury"] }],
    });
    return { recipeId, commitment };
  };
  const { signer } = await createDevelopmentSigner();
  const worker: AgentHouse["worker"] = async (more = {}) => ({
    ...{ client, agent, addresses, gate: house.clones.curation, brief: BRIEF, generator: drawer() },
    recipe: more.recipe ?? (await recipeOf(`recipe ${Math.random()}`)),
    screening: { providers: [indexProvider({ index: buildHashIndex([]), name: "none", corpus: "nothing" })] },
    fingerprint: ({ bytes, mediaType }) =>
      mediaType.startsWith("image/") ? hashImage(bytes) : Promise.resolve(undefined),
    ...{ signing: { signer }, store: memoryStore(), journal: memoryWorkJournal(), batch: 2 },
    ...more,
  });
  return { house, mandateId, client, agent, registrar, fromBlock, recipeOf, worker };
}

/** A commission whose milestones are all the agent's, each for five USDC; `dependsOn` of each as bits. */
export async function openCommission({ house, agent }: AgentHouse, dependsOn: readonly number[]) {
  const { connection, addressOf } = house.protocol;
  const { commissions: address } = house.clones;
  const commissions = await connection.viem.getContractAt("Commissions", address);
  const deadline = (await connection.networkHelpers.time.latest()) + 90 * DAY;
  const milestones = dependsOn.map((bits) => ({
    ...{ assignee: agent.address, reward: 5n * USDC, deadline, dependsOn: bits, brief: zeroHash },
  }));
  const input = { token: house.usdc.address, milestones, salt: zeroHash };
  const id = await commissions.read.commissionIdOf([input]);
  const timelock = { account: house.timelock };
  const total = 5n * USDC * BigInt(dependsOn.length);
  const splitter = addressOf("RoyaltySplitter");
  await house.usdc.write.approve([splitter, total], timelock);
  const pot = await connection.viem.getContractAt("RoyaltySplitter", splitter);
  await pot.write.fundPot([address, id, house.usdc.address, total], timelock);
  await commissions.write.open([input], { ...timelock, gas: GAS });
  return { commissions, address, id };
}

/** Runs a worker to its end and keeps what it told. */
export async function work(
  parameters: RunWorkerParameters,
): Promise<{ steps: WorkEvent["step"][]; report: WorkReport }> {
  const steps: WorkEvent["step"][] = [];
  const events = runWorker(parameters);
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return { steps, report: value };
    steps.push(value.step);
  }
}

/** Asserts that something is thrown, by its name. */
export async function fails(name: string, act: () => Promise<unknown>): Promise<Error & { errorName?: string }> {
  const error: unknown = await act().then(
    () => expect.fail(`Expected ${name}, nothing was thrown.`),
    (reason: unknown) => reason,
  );
  expect((error as Error).name).to.equal(name);
  return error as Error;
}

/** A generator that counts what it is asked for. */
export function counting(inner: Generator = drawer()): Generator & { asked: number[] } {
  const asked: number[] = [];
  return {
    ...{ name: inner.name, asked },
    generate: (request, options) => {
      asked.push(request.index);
      return inner.generate(request, options);
    },
  };
}

/** A journal that breaks after so many entries, as a crash does. */
export function breaking(journal: WorkJournal, after: number): WorkJournal {
  let entries = 0;
  return {
    read: () => journal.read(),
    append: async (line: JournalLine) => {
      if (entries++ >= after) throw new Error("crash");
      await journal.append(line);
    },
  };
}
