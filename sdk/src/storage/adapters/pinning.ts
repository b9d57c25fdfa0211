import type { StorageAdapter } from "./adapter.ts";
import { cidIn } from "./kubo.ts";
import { ask, baseOf, bodyOf, fieldOf, type PatienceOptions } from "./request.ts";

/** Options of {@link pinningStorage}. */
export type PinningStorageOptions = PatienceOptions & {
  /** Base URL of the service's API, `https://api.pinata.cloud`. */
  url: string;
  /** Its token; only the service itself is sent it. */
  token: string;
  /** Base URL of a gateway that serves what is pinned, `https://gateway.pinata.cloud`. */
  gateway: string;
  /** Sent to the gateway, for those that serve their own customers only. Nothing by default. */
  gatewayHeaders?: Record<string, string>;
};

const SERVICE = "The pinning service";

/** A pinning service with Pinata's upload call; files are read back through its gateway. */
export function pinningStorage(options: PinningStorageOptions): StorageAdapter {
  const { url, token, gateway, gatewayHeaders, ...patience } = options;
  const headers = { authorization: `Bearer ${token}` };
  return {
    name: SERVICE,
    put: async (file, digest, { signal } = {}) => {
      const body = new FormData();
      body.append("file", file, digest);
      body.append("pinataOptions", JSON.stringify({ cidVersion: 1 }));
      body.append("pinataMetadata", JSON.stringify({ name: digest }));
      const [what, asked] = ["pin a file", { ...patience, signal }];
      const address = `${baseOf(url)}/pinning/pinFileToIPFS`;
      const send = (init: RequestInit) => fetch(address, { ...init, method: "POST", headers, body });
      const cid = await fieldOf(SERVICE, what, await ask(SERVICE, what, send, asked), { ...asked, name: "IpfsHash" });
      return `ipfs://${cid}`;
    },
    get: async (uri, { signal } = {}) => {
      const asked = { ...patience, signal };
      const address = `${baseOf(gateway)}/ipfs/${cidIn(uri)}`;
      // Gateways send readers to a host of the file's own; nothing secret goes along unless it was given for them.
      const open = { redirect: "follow" } as const;
      const reader = gatewayHeaders === undefined ? open : { headers: gatewayHeaders };
      const send = (init: RequestInit) => fetch(address, { ...init, ...reader });
      return bodyOf(SERVICE, await ask(SERVICE, "give a file", send, asked), asked);
    },
  };
}
