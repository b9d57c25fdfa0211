// What an editor shows: typed parameters, results, events, calls and errors of the installed package.
import { type Address, createWalletClient, type Hex, http, publicActions } from "viem";
import { hardhat } from "viem/chains";
import { type StudioActions, studioActions } from "@imprimatur/sdk";
import { createStudio, createStudioAndWait, type getStudio } from "@imprimatur/sdk/actions";
import { type Addresses, addressesOf } from "@imprimatur/sdk/addresses";

const account: Address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const charter: Hex = `0x${"11".repeat(32)}`;

export async function first(deployment: Parameters<typeof addressesOf>[0]): Promise<string> {
  const addresses: Addresses = addressesOf(deployment);
  const client = createWalletClient({ account, chain: hardhat, transport: http() })
    .extend(publicActions)
    .extend(studioActions({ addresses }));
  const args: createStudio.Args = {
    name: "Atelier Nord",
    symbol: "NORD",
    preset: "solo",
    founders: [account],
    charter,
  };
  const { studio, receipt } = await createStudioAndWait(client, { ...args, studioFactory: addresses.studioFactory });
  const found: getStudio.ReturnType = await client.getStudio({ studio });
  const block: bigint = receipt.blockNumber;
  const { to, data, value }: { to: Address; data: Hex; value: bigint } = createStudio.encode({
    ...args,
    studioFactory: addresses.studioFactory,
  });
  // @ts-expect-error there is no such preset
  createStudio.encode({ ...args, studioFactory: addresses.studioFactory, preset: "cathedral" });
  return `${found.name} ${block} ${to} ${data} ${value}`;
}

export type Bound = StudioActions["createStudio"];
