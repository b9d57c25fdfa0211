import { type Gate, openGateOn, registerCurators } from "../curation/fixture.ts";
import { type Connection, deployProtocol, PRESET, type Protocol, type Wallet } from "../helpers/protocol.ts";
import { type Acting, DAY, mandatesAt, USDC } from "./mandates.ts";

/** A house as it is born, with nine curators, and its agent, who was a producer with a quota before. The first member
 * answers for it. */
export interface House extends Gate, Acting {}

/** A house on the real protocol: its mandates are those of its birth. */
export const openHouse = async (connection?: Connection): Promise<House> =>
  openHouseOn(await deployProtocol(connection));

/** The same on a protocol that is there already. */
export async function openHouseOn(protocol: Protocol): Promise<House> {
  const gate = await openGateOn(protocol, { preset: PRESET.house });
  await registerCurators(gate);
  return { ...gate, ...(await actIn(gate)) };
}

/** What the helpers of mandates act on: those that the studio was born with, a treasury and a window. */
export async function actIn({ protocol, clones, producer, stranger, members, timelock }: Gate): Promise<Acting> {
  const { viem } = protocol.connection;
  const account = { account: timelock };
  const mandates = await mandatesAt(protocol, clones.mandates);
  const usdc = await viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
  await usdc.write.mint([timelock, 100_000n * USDC]);
  await usdc.write.approve([mandates.address, 20_000n * USDC], account);
  await mandates.write.setWindow([usdc.address, 10_000n * USDC, 7 * DAY], account);
  const { address: machine } = await viem.deployContract("HostileGate");
  return {
    ...{ protocol, mandates, usdc, machine, timelockAddress: timelock },
    ...{ agent: producer, payee: stranger.account.address, sponsor: (members[0] as Wallet).account.address },
  };
}

/** The lowest nonce that the mandates take from an agent now. */
export async function nextNonce({ mandates, agent, clones }: House): Promise<bigint> {
  const { policyVersion, next } = await mandates.read.quotaOf([clones.curation, agent.account.address]);
  return (BigInt(policyVersion) << 32n) | BigInt(next);
}
