import { expect } from "chai";
import { studioActions, type StudioAddresses } from "@imprimatur/sdk";
import { type Addresses, addressesOf } from "@imprimatur/sdk/addresses";
import {
  type Address,
  createClient,
  custom,
  type Hex,
  keccak256,
  publicActions,
  stringToHex,
  walletActions,
} from "viem";
import { hardhat } from "viem/chains";
import type { RequestArguments } from "hardhat/types/providers";
import { type Connection, deployProtocol, type Protocol, type Wallet } from "../helpers/protocol.ts";

/** Digest of a first charter. */
export const CHARTER: Hex = keccak256(stringToHex("charter"));

/** A year of 365 days, in seconds. */
export const YEAR = 365n * 24n * 3600n;

/** The protocol on a fresh chain, seen through the SDK as applications see it. */
export interface Stage {
  protocol: Protocol;
  addresses: Addresses;
  /** Acts as account `index`; with `studio`, also on that studio's modules. */
  as: (index: number, studio?: StudioAddresses) => Player;
  /** Reads without any wallet. */
  reader: Player;
  addressOf: (index: number) => Address;
  now: () => Promise<bigint>;
  pass: (seconds: bigint) => Promise<unknown>;
}

export type Player = ReturnType<typeof connect>;

function connect(protocol: Protocol, addresses: Addresses, wallet?: Wallet, studio?: StudioAddresses) {
  const { provider } = protocol.connection;
  return createClient({
    ...(wallet === undefined ? {} : { account: wallet.account }),
    chain: hardhat,
    // The local chain answers reverts with the code that viem takes for a hiccup of the node.
    transport: custom({ request: (call: RequestArguments) => provider.request(call) }, { retryCount: 0 }),
    pollingInterval: 10,
  })
    .extend(publicActions)
    .extend(walletActions)
    .extend(studioActions({ addresses, ...(studio === undefined ? {} : { studio }) }));
}

/** Deploys everything on a chain of its own, or on the given one. */
export async function setStage(connection?: Connection): Promise<Stage> {
  const protocol = await deployProtocol(connection);
  const { networkHelpers } = protocol.connection;
  const addresses = addressesOf(protocol.deployment);
  const walletOf = (index: number): Wallet => protocol.wallets[index] as Wallet;
  return {
    protocol,
    addresses,
    as: (index, studio) => connect(protocol, addresses, walletOf(index), studio),
    reader: connect(protocol, addresses),
    addressOf: (index) => walletOf(index).account.address,
    now: async () => BigInt(await networkHelpers.time.latest()),
    pass: (seconds) => networkHelpers.time.increase(seconds),
  };
}

/** A collective of accounts 1 to 5; account 1 is its registrar and produces. */
export async function openStudio({ as, addressOf }: Stage, members = [1, 2, 3, 4, 5]) {
  const creator = as(members[0] as number);
  return creator.createStudioAndWait({
    name: "Atelier Nord",
    symbol: "NORD",
    preset: "collective",
    founders: members.map(addressOf),
    registrar: addressOf(members[0] as number),
    charter: CHARTER,
  });
}

/** Asserts that `act` fails with a refusal of this family, raised by this custom error. */
export async function expectRefusal(family: string, errorName: string, act: () => Promise<unknown>): Promise<void> {
  const error: unknown = await act().then(
    () => expect.fail(`Expected ${errorName}, nothing was refused.`),
    (reason: unknown) => reason,
  );
  expect(error).to.include({ name: family, errorName });
  expect((error as { hint?: string }).hint).to.be.a("string");
}

/** Asserts that `act` fails in the SDK, before anything is sent. */
export async function expectError(name: string, act: () => Promise<unknown>): Promise<void> {
  const error: unknown = await act().then(
    () => expect.fail(`Expected ${name}, nothing was refused.`),
    (reason: unknown) => reason,
  );
  expect(error).to.include({ name });
}
