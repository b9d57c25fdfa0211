import { equal } from "node:assert/strict";
import { encodeFunctionData, erc20Abi } from "viem";
import { passProposal } from "./governance.ts";
import { held } from "./purse.ts";
import { type Scene, type StudioClones, usdc } from "./scene.ts";

const FEE = 12_000_000n;

/** The members vote to pay an illustrator out of the treasury. */
export function payByVote(scene: Scene, studio: StudioClones): Promise<bigint> {
  const { cast, teller, token } = scene;
  return teller.step("second proposal: pay out of the treasury", async () => {
    const illustrator = cast.addressOf("illustrator");
    const treasury = await held(scene, studio.timelock);
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [illustrator, FEE] });
    const { proposalId } = await passProposal(scene, studio, {
      title: "Pay the illustrator of our brand guide",
      body: `${usdc(FEE)} for the first edition.`,
      calls: [{ to: token, data, value: 0n }],
    });
    equal(await held(scene, illustrator), FEE);
    equal(await held(scene, studio.timelock), treasury - FEE);
    return { value: proposalId, shown: `${usdc(FEE)} paid, ${usdc(treasury - FEE)} left` };
  });
}
