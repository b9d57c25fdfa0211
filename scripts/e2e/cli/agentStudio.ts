import { addressesOf } from "@imprimatur/sdk/addresses";
import { mandateActions } from "@imprimatur/sdk/mandates";
import { createTestClient, type Hex, http, keccak256, parseEther } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { roleKey } from "../../demo/cast.ts";
import { connect } from "../house.ts";
import type { World } from "./world.ts";

/** A studio of one that gives mandates and commissions work. */
export interface AgentStudio {
  studio: Hex;
  timelock: Hex;
  founder: ReturnType<typeof hire>;
  /** Acts by impersonation: what it does would be voted. */
  timelockMember: ReturnType<typeof hire>;
}

function hire(world: World, ...[account, studio]: [Parameters<typeof connect>[1], Parameters<typeof connect>[2]]) {
  const { stack } = world.story;
  const known = { addresses: addressesOf(stack.deployment.contracts), ...(studio === undefined ? {} : { studio }) };
  return connect(stack, account, studio).extend(mandateActions(known as Parameters<typeof mandateActions>[0]));
}

/** Opens a studio of the first founder, with modules for agents that it was not born with. */
export async function openWorkshop(world: World): Promise<AgentStudio> {
  const { stack } = world.story;
  const account = privateKeyToAccount(roleKey("founder0"));
  const born = await connect(stack, account).createStudioAndWait({
    ...({ name: "Agents", symbol: "AGT", preset: "solo", charter: keccak256("0x0a") } as const),
    ...{ founders: [account.address], registrar: account.address },
  });
  const test = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(stack.rpcUrl) });
  await test.impersonateAccount({ address: born.timelock });
  await test.setBalance({ address: born.timelock, value: parseEther("10") });
  const { mandates, commissions } = await connect(stack, account, born).createSuccessorsAndWait({
    ...({ successorsOf: born.studio, preset: "solo", evidence: keccak256("0x0b") } as const),
    modules: ["mandates", "commissions"],
  });
  const studio = { ...born, mandates, commissions };
  const timelockMember = hire(world, born.timelock, studio);
  await timelockMember.setMandatesAndWait({ newMandates: mandates, tokens: [] });
  await timelockMember.setCommissionsAndWait({ newCommissions: commissions });
  return { studio: born.studio, timelock: born.timelock, founder: hire(world, account, studio), timelockMember };
}
