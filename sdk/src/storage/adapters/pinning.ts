import type { StorageAdapter } from "./adapter.ts";
import { cidIn } from "./kubo.ts";
import { ask, baseOf, bodyOf, reach } from "./request.ts";

/** Options of {@link pinningStorage}. */
export type PinningStorageOptions = {
  /** Base URL of the service's API, `https://api.pinata.cloud`. */
  url: string;
  /** Its token. */
  token: string;
  /** Base URL of a gateway that serves what is pinned, `https://gateway.pinata.cloud`. */
  gateway: string;
};

const SERVICE = "The pinning service";

/** A pinning service with Pinata's upload call; files are read back through its gateway. */
export function pinningStorage({ url, token, gateway }: PinningStorageOptions): StorageAdapter {
  const headers = { authorization: `Bearer ${token}` };
  return {
    name: SERVICE,
    put: async (file, digest) => {
      const body = new FormData();
      body.append("file", file, digest);
      body.append("pinataOptions", JSON.stringify({ cidVersion: 1 }));
      body.append("pinataMetadata", JSON.stringify({ name: digest }));
      const send = () => fetch(`${baseOf(url)}/pinning/pinFileToIPFS`, { method: "POST", headers, body });
      const response = await ask(SERVICE, "pin a file", send);
      const { IpfsHash: cid } = await reach(SERVICE, async () => (await response.json()) as { IpfsHash: string });
      return `ipfs://${cid}`;
    },
    get: async (uri) => {
      const address = `${baseOf(gateway)}/ipfs/${cidIn(uri)}`;
      return bodyOf(SERVICE, await ask(SERVICE, "give a file", () => fetch(address, { headers })));
    },
  };
}
