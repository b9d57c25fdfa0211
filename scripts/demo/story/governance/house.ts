import { equal } from "node:assert/strict";
import { join } from "node:path";
import { assetAt } from "@imprimatur/sdk";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { sha256, stringToHex } from "viem";
import { FOUNDERS, type Role } from "../../cast.ts";
import { makeMedia } from "../../media/makeMedia.ts";
import { testUsdcAbi } from "../../usdc.ts";
import { registerCurators } from "../curators.ts";
import { commitFolder } from "../lots.ts";
import { ONE, type Scene, type StudioClones, usdc } from "../scene.ts";

/** A studio with an ethics board. */
export interface House extends StudioClones {
  board: Hex20;
}
type Hex20 = `0x${string}`;

/** First holders of the board's seats, in their order; none of them is a member. */
export const SEATED = [
  "collector",
  "stylist",
  "gallery",
  "publisher",
  "illustrator",
] as const satisfies readonly Role[];

/** What is in the treasury at the beginning. */
export const TREASURY = 100_000_000n;

const CHARTER = "No likeness without consent. Who finds one tells the board, and is answered in fourteen days.";

/** Five founders open another studio, this time with a board of five from outside. */
export function openHouse({ cast, stack, teller, token }: Scene): Promise<House> {
  return teller.step("open a house: five founders, a board of five", async () => {
    const registrar = cast.as("registrar");
    const { studio, timelock, governor, reputation, curation, board, receipt } = await registrar.createStudioAndWait({
      name: "Portrait House",
      symbol: "FACE",
      preset: "house",
      registrar: cast.addressOf("registrar"),
      founders: FOUNDERS.map((founder) => cast.addressOf(founder)),
      seats: SEATED.map((seat) => cast.addressOf(seat)),
      charter: sha256(stringToHex(CHARTER)),
    });
    equal((await registrar.getStudio({ studio })).board, board);
    const mint = cast.as("deployer");
    const args = [timelock, TREASURY] as const;
    const hash = await mint.writeContract({ address: token, abi: testUsdcAbi, functionName: "mint", args });
    await mint.waitForTransactionReceipt({ hash });
    equal(stack.deployment.addressOf("TestUSDC"), token);
    const value = { studio, timelock, governor, reputation, curation, board };
    return { value, shown: `${usdc(TREASURY)} in its treasury, ${receipt.gasUsed} gas` };
  });
}

/** The house has a dataset of its own: one archive, in a lot of its gate. */
export async function commitDataset(scene: Scene, house: House, workingDirectory: string): Promise<bigint> {
  const { cast } = scene;
  await registerCurators(scene, house);
  const directory = join(workingDirectory, "portraits");
  await makeMedia(directory, 1, { seed: 99, defectEvery: 0 });
  const registrar = cast.inStudio("registrar", house);
  const recipe = commitRecipe({ contents: { parameters: "portraits of 2026, with consent of the sitters" } });
  const registered = await registrar.registerRecipeAndWait({
    licensor: house.timelock,
    kind: "dataset",
    commitment: recipe.commitment,
    split: [{ account: house.timelock, weight: ONE, roles: ["treasury"] }],
  });
  const committed = await commitFolder(
    scene,
    house,
    { ...registered, commitment: recipe.commitment },
    { title: "commit its dataset of portraits", directory, nonce: 7n },
  );
  return assetAt(committed.lot.lotId, 0);
}
