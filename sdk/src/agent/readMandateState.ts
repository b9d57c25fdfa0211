import {
  type Address,
  encodeAbiParameters,
  erc20Abi,
  type Hex,
  keccak256,
  parseAbi,
  size,
  slice,
  zeroAddress,
  zeroHash,
} from "viem";
import { getBlock, getChainId } from "viem/actions";
import {
  agentMandatesIsCall,
  agentMandatesIsPayee,
  agentMandatesMandateOf,
  agentMandatesQuotaOf,
  agentMandatesWindowOf,
} from "../abi/items/agentMandates.ts";
import { assetRegistryLotOf, assetRegistryRecipeIdOf, assetRegistryRecipeOf } from "../abi/items/assetRegistry.ts";
import { licenseMarketOfferOf } from "../abi/items/licenseMarket.ts";
import { studioModuleOf } from "../abi/items/studio.ts";
import { readManyOfAgents as readMany } from "../actions/internal/readManyOfAgents.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import { ordinalOf } from "../types/codec.ts";
import { type Module, MODULES } from "../types/enums.ts";
import { lotOf } from "../types/ids.ts";
import type { AgentAct, CallRule, OfferFacts } from "./act.ts";
import type { MandateRecord, MandateState } from "./mandateState.ts";

/** The protocol's contracts that decide about acts. */
export type ActContracts = On<"assetRegistry" | "licenseMarket">;

/** Every module says of which studio it is. */
const moduleAbi = /* @__PURE__ */ parseAbi(["function studio() view returns (address)"]);

/** What {@link readMandateState} needs. */
export type ReadMandateStateParameters = {
  /** The studio's AgentMandates. */
  mandates: Address;
  mandateId: Hex;
  addresses: ActContracts;
  /** What the agent is about to do; the lists of the state hold what concerns these. */
  acts?: readonly AgentAct[];
  /** The newest block by default. */
  blockNumber?: bigint;
};

type At = { client: ActionClient; blockNumber: bigint };

/** Reads everything on which it depends whether the acts are allowed, at one block. */
export async function readMandateState(
  client: ActionClient,
  parameters: ReadMandateStateParameters,
): Promise<MandateState> {
  const { mandates, mandateId, addresses, acts = [] } = parameters;
  const block = await getBlock(
    client,
    parameters.blockNumber === undefined ? {} : { blockNumber: parameters.blockNumber },
  );
  const at: At = { client, blockNumber: block.number };
  const [studio] = await readMany(client, [{ address: mandates, abi: moduleAbi, functionName: "studio" }], at);
  const mandate = await readMandate(at, mandates, mandateId);
  const moduleCall = (module: Module) =>
    ({ address: studio, abi: [studioModuleOf], functionName: "moduleOf", args: [ordinalOf(MODULES, module)] }) as const;
  const token = mandate?.token ?? zeroAddress;
  const [present, timelock, gate, [cap, spent]] = await readMany(
    client,
    [
      moduleCall("mandates"),
      moduleCall("timelock"),
      moduleCall("curation"),
      { address: mandates, abi: [agentMandatesWindowOf], functionName: "windowOf", args: [token] },
    ],
    at,
  );
  const agent = mandate?.agent ?? zeroAddress;
  const [quota] = await readMany(
    client,
    [{ address: mandates, abi: [agentMandatesQuotaOf], functionName: "quotaOf", args: [gate, agent] }],
    at,
  );
  const offers = await readOffers(at, addresses, acts);
  return {
    ...{ blockNumber: block.number, time: block.timestamp, mandates, present, mandateId, mandate, timelock, gate },
    window: { cap, spent },
    ...(await readPurse(at, { token, timelock, mandates })),
    quota: { ...quota, mandateId: await mandateIdOf(client, mandates, quota) },
    payees: await readPayees(at, { mandates, mandateId }, acts, offers),
    calls: await readCalls(at, { mandates, mandateId }, acts),
    offers,
  };
}

/** The id of a studio's mandate by its number; the zero hash for none. */
async function mandateIdOf(client: ActionClient, mandates: Address, { number }: { number: bigint }): Promise<Hex> {
  if (number === 0n) return zeroHash;
  const chainId = client.chain?.id ?? (await getChainId(client));
  const types = [{ type: "uint256" }, { type: "address" }, { type: "uint64" }] as const;
  return keccak256(encodeAbiParameters(types, [BigInt(chainId), mandates, number]));
}

async function readMandate(at: At, address: Address, mandateId: Hex): Promise<MandateRecord | undefined> {
  const read = { address, abi: [agentMandatesMandateOf], functionName: "mandateOf", args: [mandateId] } as const;
  try {
    const [mandate] = await readMany(at.client, [read], at);
    return mandate;
  } catch (error) {
    if ((error as { errorName?: unknown }).errorName === "AgentMandatesUnknownMandate") return undefined;
    throw error;
  }
}

/** What the treasury has of the mandate's token, and allows the mandates. */
async function readPurse(at: At, purse: { token: Address; timelock: Address; mandates: Address }) {
  const { token: address, timelock, mandates } = purse;
  if (address === zeroAddress) return { allowance: 0n, treasury: 0n };
  const [allowance, treasury] = await readMany(
    at.client,
    [
      { address, abi: erc20Abi, functionName: "allowance", args: [timelock, mandates] },
      { address, abi: erc20Abi, functionName: "balanceOf", args: [timelock] },
    ],
    at,
  );
  return { allowance, treasury };
}

async function readOffers(at: At, addresses: ActContracts, acts: readonly AgentAct[]): Promise<OfferFacts[]> {
  const offers: OfferFacts[] = [];
  for (const act of acts) {
    if (act.type === "buy") offers.push(...(await readOffer(at, addresses, act.purchase)));
  }
  return offers;
}

/** Nothing where there is no such offer. */
async function readOffer(
  at: At,
  { assetRegistry, licenseMarket }: ActContracts,
  { offerId, assetId }: { offerId: Hex; assetId: bigint },
): Promise<OfferFacts[]> {
  const market = { address: licenseMarket, abi: [licenseMarketOfferOf] } as const;
  const registry = { address: assetRegistry } as const;
  const [{ token, price, seller }, { recipe }] = await readMany(
    at.client,
    [
      { ...market, functionName: "offerOf", args: [offerId] },
      { ...registry, abi: [assetRegistryLotOf], functionName: "lotOf", args: [lotOf(assetId)] },
    ],
    at,
  );
  if (seller !== zeroAddress) return [{ offerId, assetId, token, price, seller }];
  const [recipeId] = await readMany(
    at.client,
    [{ ...registry, abi: [assetRegistryRecipeIdOf], functionName: "recipeIdOf", args: [recipe] }],
    at,
  );
  const [{ licensor }] = await readMany(
    at.client,
    [{ ...registry, abi: [assetRegistryRecipeOf], functionName: "recipeOf", args: [recipeId] }],
    at,
  );
  return [{ offerId, assetId, token, price, seller: licensor }];
}

type Listed = { mandates: Address; mandateId: Hex };

async function readPayees(
  at: At,
  { mandates: address, mandateId }: Listed,
  acts: readonly AgentAct[],
  offers: readonly OfferFacts[],
): Promise<Address[]> {
  const asked = [
    ...acts.flatMap((act) => (act.type === "pay" ? [act.payee] : [])),
    ...offers.map(({ seller }) => seller),
  ];
  const calls = asked.map(
    (payee) => ({ address, abi: [agentMandatesIsPayee], functionName: "isPayee", args: [mandateId, payee] }) as const,
  );
  if (calls.length === 0) return [];
  const answers = await readMany(at.client, calls, at);
  return asked.filter((_, place) => answers[place] === true);
}

async function readCalls(
  at: At,
  { mandates: address, mandateId }: Listed,
  acts: readonly AgentAct[],
): Promise<CallRule[]> {
  const asked = acts.flatMap((act) =>
    act.type === "call" && size(act.data) >= 4 ? [{ target: act.target, selector: slice(act.data, 0, 4) }] : [],
  );
  const calls = asked.map(
    ({ target, selector }) =>
      ({ address, abi: [agentMandatesIsCall], functionName: "isCall", args: [mandateId, target, selector] }) as const,
  );
  if (calls.length === 0) return [];
  const answers = await readMany(at.client, calls, at);
  return asked.filter((_, place) => answers[place] === true);
}
