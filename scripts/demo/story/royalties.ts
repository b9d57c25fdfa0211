import { equal, ok } from "node:assert/strict";
import { VOLUNTEER } from "./ancestors.ts";
import { type Books, expectedShares, type Incomes, type Lineage, type Share } from "./books.ts";
import { held, heldBySplitter } from "./purse.ts";
import { type Scene, type StudioClones, usdc } from "./scene.ts";

/** Anyone settles the lineage, anyone claims for everybody; each payee's wallet grows by exactly its share. */
export function payEverybody(scene: Scene, studio: StudioClones, incomes: Incomes): Promise<Share[]> {
  const { cast, teller, token } = scene;
  return teller.step("settle and pay everyone in the lineage", async () => {
    const relayer = cast.as("relayer");
    await relayer.settleUpAndWait({ recipe: incomes.works.recipe.recipe, token });
    const shares = expectedShares(scene, studio, incomes);
    for (const { title, recipe, account, amount } of shares) {
      const before = await held(scene, account);
      await relayer.claimToWalletAndWait({ recipe, token, payee: account });
      equal((await held(scene, account)) - before, amount, `the ${title} received another amount than its share`);
    }
    const paid = shares.reduce((sum, { amount }) => sum + amount, 0n);
    return { value: shares, shown: `${usdc(paid)} to ${shares.length} payees, their lineage settled in one call` };
  });
}

/** Smallest units that rounding may keep in the whole ledger: fewer than two for each edge and payee. */
const MOST_DUST = 20n;

/** One of three hundred proves its line and is paid; the others' money waits for them. */
export function payVolunteer(scene: Scene, { style }: Lineage, books: Books): Promise<Share> {
  const { cast, teller, token } = scene;
  return teller.step("a volunteer claims by Merkle proof", async () => {
    const { recipe, split } = style;
    const own = books.incomes.style.amount;
    const line = split.lines[VOLUNTEER.place];
    ok(line);
    const account = cast.addressOf("volunteer");
    const amount = (own * VOLUNTEER.drawings) / split.totalWeight;
    const relayer = cast.as("relayer");
    await relayer.claimMerkleAndWait({ recipe, token, line, proof: split.proof(line.index) });
    await relayer.withdrawAndWait({ token, payee: account });
    equal(await held(scene, account), amount, "the volunteer received another amount than its line says");
    equal(await relayer.getMerkleClaimable({ recipe, token, line }), 0n, "the line can be claimed twice");

    const received = books.sales.reduce((sum, { paid }) => sum + paid, 0n);
    const out = books.shares.reduce((sum, share) => sum + share.amount, amount);
    const dust = (await heldBySplitter(scene)) - (own - amount);
    equal(received - out, await heldBySplitter(scene), "money appeared or vanished");
    ok(dust >= 0n && dust < MOST_DUST, `${dust} units are kept by rounding`);
    const why = `${VOLUNTEER.drawings} of ${split.totalWeight} drawings of ${usdc(own)}`;
    const value = { title: "volunteer", recipe, account, amount, why, line: line.index };
    return {
      value,
      shown: `${usdc(amount)}; ${usdc(own - amount)} waits for the others, ${dust} units of rounding kept`,
    };
  });
}
