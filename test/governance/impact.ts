import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hash,
  parseEther,
  parseEventLogs,
  zeroAddress,
  zeroHash,
} from "viem";
import type { Action } from "../helpers/governance.ts";
import { CLOCK, PRESET, type Wallet } from "../helpers/protocol.ts";
import { type Contract, expectRefused } from "../helpers/refused.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { type Governance, passActions, setUpGovernance } from "./governance.ts";

export const WEEK = 7n * 86_400n;
export const USDC = 1_000_000n;

/** What one REP costs in these tests. */
export const PRICE = 10n * USDC;
export const MAX_SHARE = 250_000;

/** A studio with impact emission, and the splitter as its registry and market see it. */
export type ImpactStage = Awaited<ReturnType<typeof setUpImpact>>;

/** A collective whose members have voted for impact emission, but for no terms yet. */
export async function setUpImpact() {
  const governance = await setUpGovernance();
  const { protocol, clones } = governance;
  const { viem, networkHelpers } = protocol.connection;
  const { address, created } = await createImpact(governance);
  const impact = await viem.getContractAt("ImpactEmission", address);
  const studio = await viem.getContractAt("Studio", clones.studio);
  const setImpact = encodeFunctionData({ abi: studio.abi, functionName: "setImpact", args: [impact.address] });
  await passActions(governance, [{ target: clones.studio, data: setImpact }]);

  const splitter = await viem.getContractAt("RoyaltySplitter", protocol.addressOf("RoyaltySplitter"));
  const usdc = await viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
  const [registry, market] = [await splitter.read.assetRegistry(), await splitter.read.licenseMarket()];
  for (const sibling of [registry, market]) {
    await networkHelpers.impersonateAccount(sibling);
    await networkHelpers.setBalance(sibling, parseEther("100"));
  }
  const buyer = protocol.wallets[16] as Wallet;
  await usdc.write.mint([buyer.account.address, 10n ** 15n]);
  await usdc.write.approve([splitter.address, 10n ** 15n], { account: buyer.account });
  const snapshot = await networkHelpers.takeSnapshot();

  /** A recipe of which the studio has `treasury` ppm and the others divide the rest as given. */
  const openRecipe = (
    recipe: number,
    treasury: number,
    others: readonly [Address, number][],
    options = FIXED_SPLIT,
  ) => {
    const lines = [[clones.timelock, treasury] as const, ...others].filter(([, weight]) => weight !== 0);
    lines.sort(([one], [other]) => (BigInt(one) < BigInt(other) ? -1 : 1));
    const payees = lines.map(([account, weight]) => ({ account, weight, roles: 0 }));
    return splitter.write.openNode([recipe, [], payees, options], { account: registry, gas: 5_000_000n });
  };
  const saleOf = (recipe: number, gross: bigint, pot: Hash = zeroHash, payer = buyer.account.address) => ({
    recipe,
    token: usdc.address,
    payer,
    referrer: zeroAddress,
    gross,
    referral: 0n,
    seller: zeroAddress,
    pot,
  });
  const sell = (
    recipe: number,
    gross: bigint,
    { settle = true, pot, payer }: { settle?: boolean; pot?: Hash; payer?: Address } = {},
  ) => splitter.write.collect([saleOf(recipe, gross, pot, payer), settle], { account: market, gas: 5_000_000n });
  /** Lets the next epoch begin. */
  const passEpoch = async () => {
    const next = BigInt(await impact.read.epochNow()) + 1n;
    await networkHelpers.time.increaseTo(created + next * WEEK);
  };
  const termsAction = (token: Address = usdc.address, price = PRICE, share = MAX_SHARE): Action => ({
    target: impact.address,
    data: encodeFunctionData({ abi: impact.abi, functionName: "setTerms", args: [token, price, share] }),
  });
  const gas = 5_000_000n;
  const [author, other] = [protocol.wallets[10] as Wallet, protocol.wallets[11] as Wallet];
  const refusesBy =
    (by: Contract) =>
    (call: () => Promise<Hash>, error: string, args: readonly unknown[]): Promise<void> =>
      expectRefused(protocol, call, {
        by,
        error,
        args,
        others: [impact.address, governance.token.address, clones.timelock],
      });
  const measure = (recipe: number) => impact.write.measure([recipe], { gas });
  const turnOn = async (price = PRICE, share = MAX_SHARE) => {
    await passActions(governance, [termsAction(usdc.address, price, share)]);
    await passEpoch();
  };
  const openHalf = (recipe: number) =>
    openRecipe(recipe, 500_000, [
      [author.account.address, 300_000],
      [other.account.address, 200_000],
    ]);
  return {
    ...governance,
    impact,
    studio,
    splitter,
    usdc,
    market,
    buyer,
    openRecipe,
    saleOf,
    sell,
    passEpoch,
    termsAction,
    /** Two who make recipes. */
    author,
    other,
    measure,
    /** Votes for terms and lets them come into force. */
    turnOn,
    /** A recipe half of which is the studio's, the rest 3 : 2. */
    openHalf,
    /** Turned on, one recipe of which the studio has a half, marked. */
    begin: async () => {
      await turnOn();
      await openHalf(1);
      await measure(1);
      return impact.read.epochNow();
    },
    /** Marks a recipe, sells for `gross` and measures. */
    earn: async (recipe: number, gross: bigint) => {
      await measure(recipe);
      await sell(recipe, gross);
      return measure(recipe);
    },
    close: (epoch: number) => impact.write.closeEpoch([epoch], { gas }),
    claim: (epoch: number, recipe: number, account: Address, by = governance.stranger) =>
      impact.write.claim([epoch, recipe, account], { account: by.account, gas }),
    refuses: refusesBy(impact),
    refusesBySplitter: refusesBy(splitter),
    /** Events of the module in one transaction. */
    eventsIn: async (hash: Hash) => {
      const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
      const own = logs.filter(({ address: emitter }) => getAddress(emitter) === getAddress(impact.address));
      return parseEventLogs({ abi: impact.abi, logs: own }).map(({ eventName, args }) => ({ eventName, args }));
    },
    /** Options of a transaction sent by a module itself. */
    asModule: async (module: Address) => {
      await networkHelpers.setBalance(module, 10n ** 19n);
      await networkHelpers.impersonateAccount(module);
      return { account: module };
    },
    rewind: () => snapshot.restore(),
  };
}

async function createImpact({ protocol, clones }: Governance): Promise<{ address: Address; created: bigint }> {
  const factory = await protocol.connection.viem.getContractAt("IStudioFactory", protocol.addressOf("StudioFactory"));
  const hash = await factory.write.createSuccessors([
    clones.studio,
    {
      preset: PRESET.collective,
      clockMode: CLOCK.timestamp,
      secondsPerTick: 1,
      electorate: false,
      curation: false,
      board: false,
      mandates: false,
      commissions: false,
      impact: true,
      founders: [],
      seats: [],
      root: zeroHash,
      total: 0n,
      evidence: zeroHash,
    },
  ]);
  const { logs, blockHash } = await protocol.publicClient.getTransactionReceipt({ hash });
  const { timestamp } = await protocol.publicClient.getBlock({ blockHash });
  const [event] = parseEventLogs({ abi: factory.abi, logs, eventName: "SuccessorsCreated" });
  if (event === undefined) throw new Error("SuccessorsCreated was not emitted");
  return { address: event.args.successors.impact, created: timestamp };
}
