import type { Address } from "viem";
import { createStudio, PRESET, seatWallets, type Wallet } from "../../test/helpers/protocol.ts";
import { type BenchContext, difference, divide, type Measurement } from "../context.ts";

const accounts = ({ wallets }: BenchContext, count: number): Wallet[] => wallets.slice(1, 1 + count);
const addresses = (wallets: Wallet[]): Address[] => wallets.map((wallet) => wallet.account.address);

/**
 * `create`: all modules and one founder, which is a house less its other two founders and its five seats. `createSolo`:
 * one founder, no board and no agents. `perFounder`: a fourth founder beside three; `perSeat`: of nine beside five.
 */
export async function studioCreation(context: BenchContext): Promise<Record<string, Measurement>> {
  const solo = await createStudio(context, { preset: PRESET.solo });
  const three = await createStudio(context, { founders: addresses(accounts(context, 3)) });
  const four = await createStudio(context, { founders: addresses(accounts(context, 4)) });
  const house = await createStudio(context, { preset: PRESET.house });
  const [five, nine] = [
    await createStudio(context, { preset: PRESET.solo, seats: addresses(seatWallets(context, 5)) }),
    await createStudio(context, { preset: PRESET.solo, seats: addresses(seatWallets(context, 9)) }),
  ];
  const [one, atThree, atFour] = [
    await context.measure(solo.hash),
    await context.measure(three.hash),
    await context.measure(four.hash),
  ];
  const [atFive, atNine] = [await context.measure(five.hash), await context.measure(nine.hash)];
  const [perFounder, perSeat] = [difference(atFour, atThree), divide(difference(atNine, atFive), 4)];
  const atHouse = await context.measure(house.hash);
  const others = [perFounder, perFounder, ...Array<Measurement>(5).fill(perSeat)];
  return {
    "gas.studio.create": others.reduce(difference, atHouse),
    "gas.studio.createHouse": atHouse,
    "gas.studio.createSolo": one,
    "gas.studio.create5Seats": atFive,
    "gas.studio.perSeat": perSeat,
    "gas.studio.create3Founders": atThree,
    "gas.studio.perFounder": perFounder,
  };
}
