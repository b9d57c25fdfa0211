import { encodeFunctionData, type Hash } from "viem";
import { callFrom, GAS, grant, pay, setUpAgentsOn, USDC } from "../../test/agents/mandates.ts";
import { createStudio, PRESET, seatWallets } from "../../test/helpers/protocol.ts";
import { type BenchContext, difference, type Measurement } from "../context.ts";

/** A house, whose mandates are there from birth, with an agent that may pay its payee and read the lots of the registry. */
async function setUp(context: BenchContext) {
  const seats = seatWallets(context, 5).map(({ account }) => account.address);
  const agents = await setUpAgentsOn(context, await createStudio(context, { preset: PRESET.house, seats }));
  const registry = await context.connection.viem.getContractAt("AssetRegistry", context.addressOf("AssetRegistry"));
  const data = encodeFunctionData({ abi: registry.abi, functionName: "lotOf", args: [1n] });
  const rule = { target: registry.address, selector: data.slice(0, 10) as `0x${string}` };
  return { agents, registry, data, mandateId: await grant(agents, { calls: [rule] }) };
}

/** The third of equal acts, by an agent of a studio that works, beyond the plain transfer or call itself. */
export async function mandates(context: BenchContext): Promise<Record<string, Measurement>> {
  const { agents, registry, data, mandateId } = await setUp(context);
  const third = async (act: () => Promise<Hash>): Promise<Measurement> => {
    for (let i = 0; i < 2; ++i) await act();
    return context.measure(await act());
  };
  const paid = await third(() => pay(agents, mandateId, USDC));
  const account = agents.agent.account;
  await agents.usdc.write.mint([account.address, 10n * USDC]);
  const transferred = await third(() => agents.usdc.write.transfer([agents.payee, USDC], { account }));
  const called = await third(() => callFrom(agents, mandateId, { target: registry.address, data }));
  const direct = await third(() => agents.agent.sendTransaction({ to: registry.address, data, gas: GAS }));
  return {
    "gas.mandate.payOverhead": difference(paid, transferred),
    "gas.mandate.callOverhead": difference(called, direct),
  };
}
