import { equal } from "node:assert/strict";
import { royaltySplitterAbi } from "@imprimatur/sdk/abi";
import { setAuditTerms, setAuditToken } from "@imprimatur/sdk/actions";
import { type AuditTerms, DEFAULT_TERMS } from "@imprimatur/sdk/curation";
import { type Address, pad } from "viem";
import type { Role } from "../cast.ts";
import { passProposal } from "../story/governance.ts";
import { allow } from "../story/purse.ts";
import { type Scene, type StudioClones, usdc } from "../story/scene.ts";
import { testUsdcAbi } from "../usdc.ts";

/** What a lot, an audit and a challenged asset cost; some are odd on purpose, so that nothing divides evenly. */
export const TERMS: AuditTerms = {
  ...DEFAULT_TERMS,
  bond: 100_000_007n,
  fee: 48_000_001n,
  challengeBond: 1_500_000n,
};

/** What producer and challenger deposit. */
export const DEPOSIT = 400_000_000n;

/** The members vote for terms with a bond and a fee. */
export function voteForTerms(scene: Scene, { ...studio }: StudioClones): Promise<void> {
  const { cast, teller, token } = scene;
  return teller.step("the members vote for bond, fee and panel", async () => {
    const { curation } = studio;
    await passProposal(scene, studio, {
      title: "Pay those who judge",
      body: `A lot stakes ${usdc(TERMS.bond)}, an audit pays ${usdc(TERMS.fee)}.`,
      calls: [setAuditToken.encode({ curation, token }), setAuditTerms.encode({ curation, terms: TERMS })],
    });
    const stored = await cast.inStudio("relayer", studio).getAuditTerms({ version: 1 });
    equal(stored.terms.bond, TERMS.bond);
    equal(stored.terms.fee, TERMS.fee);
    return { value: undefined, shown: `bond ${usdc(TERMS.bond)}, fee ${usdc(TERMS.fee)}` };
  });
}

/** Two accounts deposit USDC with the gate: the producer, and somebody who looks closer than a sample does. */
export function depositFor(scene: Scene, studio: StudioClones, roles: readonly Role[]): Promise<void> {
  const { cast, teller, token } = scene;
  return teller.step("producer and challenger make deposits", async () => {
    for (const role of roles) {
      await mintTo(scene, cast.addressOf(role));
      await allow(scene, role, DEPOSIT);
      const depositor = cast.addressOf(role);
      const payer = cast.as(role);
      const hash = await payer.writeContract({
        address: scene.stack.deployment.addressOf("RoyaltySplitter"),
        abi: royaltySplitterAbi,
        functionName: "fundPot",
        args: [studio.curation, pad(depositor).toLowerCase() as Address, token, DEPOSIT],
      });
      await payer.waitForTransactionReceipt({ hash });
      const { amount } = await cast.inStudio(role, studio).depositAndWait({ depositor });
      equal(amount, DEPOSIT);
    }
    return { value: undefined, shown: `${usdc(DEPOSIT)} each` };
  });
}

async function mintTo({ cast, token }: Scene, account: Address): Promise<void> {
  const mint = cast.as("deployer");
  const hash = await mint.writeContract({
    address: token,
    abi: testUsdcAbi,
    functionName: "mint",
    args: [account, DEPOSIT],
  });
  await mint.waitForTransactionReceipt({ hash });
}

/** What an account has free at the gate. */
export async function freeOf({ cast }: Scene, studio: StudioClones, role: Role): Promise<bigint> {
  const { free } = await cast.inStudio("relayer", studio).getProducer({ producer: cast.addressOf(role) });
  return free;
}
