import { type Address, erc20Abi, type Hex } from "viem";
import type { Role } from "../cast.ts";
import { testUsdcAbi } from "../usdc.ts";
import { PRICES, type Scene, TEAM_PRICE, usdc } from "./scene.ts";

/** Test USDC can be minted by anybody; everyone gets what its purchases will cost, and not a unit more. */
export function fundBuyers({ cast, stack, teller, token }: Scene): Promise<void> {
  const purses: [Role, bigint][] = [
    ["modelMaker", PRICES.training],
    ["registrar", PRICES.derivative + PRICES.style],
    ["licensee", PRICES.commercial],
    ["gallery", 2n * PRICES.commercial + PRICES.title],
    ["publisher", PRICES.exclusive + 2n * TEAM_PRICE],
  ];
  return teller.step("give the buyers test USDC", async () => {
    const mint = cast.as("deployer");
    for (const [role, amount] of purses) {
      const hash = await mint.writeContract({
        address: token,
        abi: testUsdcAbi,
        functionName: "mint",
        args: [cast.addressOf(role), amount],
      });
      await mint.waitForTransactionReceipt({ hash });
    }
    const total = purses.reduce((sum, [, amount]) => sum + amount, 0n);
    return { value: undefined, shown: `${usdc(total)} at ${stack.deployment.addressOf("TestUSDC")}` };
  });
}

/** Token balance of an account. */
export function held({ cast, token }: Scene, account: Address): Promise<bigint> {
  return cast.as("relayer").readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] });
}

/** What the ledger holds in the story's token, for whomever. */
export function heldBySplitter(scene: Scene): Promise<bigint> {
  return held(scene, scene.stack.deployment.addressOf("RoyaltySplitter"));
}

/** Lets a spender, the ledger by default, take exactly `amount` for what the account buys next. */
export async function allow(
  { cast, stack, token }: Scene,
  payer: Role,
  amount: bigint,
  spender: Address = stack.deployment.addressOf("RoyaltySplitter"),
): Promise<void> {
  const buyer = cast.as(payer);
  const hash = await buyer.writeContract({
    address: token,
    abi: erc20Abi,
    functionName: "approve",
    args: [spender, amount],
  });
  await buyer.waitForTransactionReceipt({ hash });
}

/** Sends the calls that a quote asks for: an allowance of exactly the price, or nothing. */
export async function sendAll(
  { cast }: Scene,
  payer: Role,
  calls: readonly { to: Address; data: Hex }[],
): Promise<void> {
  const buyer = cast.as(payer);
  for (const { to, data } of calls) {
    const hash = await buyer.sendTransaction({ to, data });
    await buyer.waitForTransactionReceipt({ hash });
  }
}
