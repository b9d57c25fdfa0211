import { studioActions } from "@imprimatur/sdk";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { assetRegistryAbi, curationAbi } from "@imprimatur/sdk/abi";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { toLotId } from "@imprimatur/sdk";
import {
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  publicActions,
  sha256,
  stringToHex,
  zeroHash,
} from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { localAccount } from "../../stack/deployLocally.ts";
import type { Stack } from "../../stack/stack.ts";

/** Founders of a collective, at most. */
export const MOST_CURATORS = 15;

/** The first funded account that founds; those before it deploy, register and relay. */
const FIRST_FOUNDER = 5;
const REGISTRAR = 1;

/** Lots that fit into one block, with some room. */
const LOTS_A_BLOCK = 60;

export interface BoxCurator {
  index: number;
  key: Hex;
  account: PrivateKeyAccount;
}

/** A studio on a local chain whose curators are ready to judge. */
export type BoxStudio = Awaited<ReturnType<typeof openBoxStudio>>;

const clientFor = (stack: Stack, account: number) =>
  createWalletClient({
    account: localAccount(account),
    chain: hardhat,
    transport: http(stack.rpcUrl),
    pollingInterval: 50,
  }).extend(publicActions);

/** A client of one of the chain's accounts for the protocol and the studio. */
const actorOf = (stack: Stack, account: number, studio: Parameters<typeof studioActions>[0]["studio"]) =>
  clientFor(stack, account).extend(
    studioActions({ addresses: addressesOf(stack.deployment.contracts), ...(studio === undefined ? {} : { studio }) }),
  );

/** Opens a studio of founders, registers `curators` of them with ballot keys of their own, and a recipe. */
export async function openBoxStudio(stack: Stack, { curators, charter }: { curators: number; charter: Hex }) {
  const plain = clientFor(stack, REGISTRAR).extend(
    studioActions({ addresses: addressesOf(stack.deployment.contracts) }),
  );
  const founders = Array.from({ length: MOST_CURATORS }, (_, place) => localAccount(FIRST_FOUNDER + place).address);
  const clones = await plain.createStudioAndWait({
    name: "Box Studio",
    symbol: "BOX",
    preset: "collective",
    registrar: localAccount(REGISTRAR).address,
    founders,
    charter,
  });
  const { timelock, governor, reputation, curation, studio } = clones;
  const places = { timelock, governor, reputation, curation, studio };
  const registrar = actorOf(stack, REGISTRAR, places);
  const test = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(stack.rpcUrl) });

  /** Registers a founder as curator, or gives it a new key. */
  const register = async (founder: number): Promise<BoxCurator> => {
    const key = generatePrivateKey();
    const account = privateKeyToAccount(key);
    const member = actorOf(stack, FIRST_FOUNDER + founder, places);
    const consent = await member.signCuratorKey({ account, curator: member.account.address });
    const { index } = await member.registerCuratorAndWait(consent);
    return { index, key, account };
  };
  const registered: BoxCurator[] = [];
  for (let founder = 0; founder < curators; founder += 1) registered.push(await register(founder));

  const { commitment } = commitRecipe({ contents: { parameters: "for a box" } });
  const split = [{ account: timelock, weight: 1_000_000, roles: ["treasury" as const] }];
  const recipe = await registrar.registerRecipeAndWait({ licensor: timelock, kind: "work", commitment, split });
  return {
    ...places,
    stack,
    test,
    registrar,
    curators: registered,
    register,
    recipe: { ...recipe, commitment },
    actor: (account: number) => actorOf(stack, account, places),
    founder: (place: number) => actorOf(stack, FIRST_FOUNDER + place, places),
  };
}

/** Commits small lots without files and draws their seeds, many in a block; returns lots with seeds. */
export async function openLots(
  { curation, recipe, registrar, stack, test }: BoxStudio,
  { lots, count, firstNonce = 1 }: { lots: number; count: number; firstNonce?: number },
): Promise<{ lotId: bigint; seed: Hex }[]> {
  const to = stack.deployment.addressOf("AssetRegistry");
  const ids = Array.from({ length: lots }, (_, lot) => toLotId(registrar.account.address, BigInt(firstNonce + lot)));
  const commits = ids.map((_, lot) => {
    const nonce = BigInt(firstNonce + lot);
    const root = keccak256(stringToHex(`lot ${nonce}`));
    const manifest = sha256(stringToHex(`lot ${nonce}`));
    const args = [{ recipeId: recipe.recipeId, nonce, root, count, gate: curation, manifest }] as const;
    return { to, data: encodeFunctionData({ abi: assetRegistryAbi, functionName: "commitLot", args }), gas: 220_000n };
  });
  await sendTogether({ registrar, test }, commits);
  await test.mine({ blocks: 33 });
  const audits = await Promise.all(ids.map((lotId) => registrar.getAudit({ lotId })));
  const headers = new Map<bigint, Hex>();
  for (const [lot, { seedBlock }] of audits.entries()) {
    if (seedBlock === undefined || headers.has(seedBlock)) continue;
    headers.set(seedBlock, (await registrar.prepareSeed({ lotId: ids[lot] ?? 0n })).header);
  }
  const draws = ids.map((lotId, lot) => {
    const header = headers.get(audits[lot]?.seedBlock ?? 0n) ?? "0x";
    const args = [lotId, header, zeroHash] as const;
    return {
      to: curation,
      data: encodeFunctionData({ abi: curationAbi, functionName: "drawSeed", args }),
      gas: 120_000n,
    };
  });
  await sendTogether({ registrar, test }, draws);
  const drawn = await Promise.all(ids.map((lotId) => registrar.getAudit({ lotId })));
  return ids.map((lotId, lot) => {
    const seed = drawn[lot]?.seed;
    if (seed === undefined) throw new Error(`lot ${lotId} has no seed`);
    return { lotId, seed };
  });
}

async function sendTogether(
  { registrar, test }: Pick<BoxStudio, "registrar" | "test">,
  calls: readonly { to: Hex; data: Hex; gas: bigint }[],
): Promise<void> {
  const maxFeePerGas = 10_000_000_000n;
  let nonce = await registrar.getTransactionCount({ address: registrar.account.address });
  await test.setAutomine(false);
  try {
    for (let first = 0; first < calls.length; first += LOTS_A_BLOCK) {
      const batch = calls.slice(first, first + LOTS_A_BLOCK);
      const hashes = await Promise.all(
        batch.map((call) =>
          registrar.sendTransaction({ ...call, nonce: nonce++, maxFeePerGas, maxPriorityFeePerGas: 1n }),
        ),
      );
      await test.mine({ blocks: 1 });
      for (const hash of hashes) {
        const { status } = await registrar.getTransactionReceipt({ hash });
        if (status !== "success") throw new Error(`${hash} was reverted`);
      }
    }
  } finally {
    await test.setAutomine(true);
  }
}
