// What a newcomer writes first: create a studio, read it back. The same file runs in Node, in Vite's page and in a plain page.
import { createWalletClient, http, publicActions } from "viem";
import { hardhat } from "viem/chains";
import { createStudioAndWait, getStudio } from "@imprimatur/sdk/actions";
import { addressesOf } from "@imprimatur/sdk/addresses";

/** First of the unlocked accounts of a Hardhat node. */
const ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

/** Creates a studio of the given name on the local chain and returns the name that the chain then answers. */
export async function useStudio({ rpcUrl, deployment, name }) {
  const client = createWalletClient({ account: ACCOUNT, chain: hardhat, transport: http(rpcUrl) }).extend(
    publicActions,
  );
  const { studioFactory } = addressesOf(deployment);
  const { studio } = await createStudioAndWait(client, {
    studioFactory,
    name,
    symbol: "NORD",
    preset: "solo",
    founders: [ACCOUNT],
    registrar: ACCOUNT,
    charter: `0x${"11".repeat(32)}`,
  });
  return (await getStudio(client, { studio })).name;
}
