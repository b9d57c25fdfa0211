import type { Address } from "viem";

/** What a test tells the wallet in the page, as `window.testWallet`. */
export interface TestWallet {
  chainId: number;
  /** Whether the person says no to the next request for a signature. */
  refuses: boolean;
}

declare global {
  interface Window {
    testWallet: TestWallet;
  }
}

/**
 * A wallet that announces itself to the page (EIP-6963) and forwards what it is asked to a node that signs for
 * `account`; it names the account only once the page has asked to connect. Runs in the page, so it stands for itself.
 */
export function injectWallet({
  account,
  rpcUrl,
  chainId,
}: {
  account: Address;
  rpcUrl: string;
  chainId: number;
}): void {
  const state: TestWallet = { chainId, refuses: false };
  window.testWallet = state;
  const listeners = new Map<string, ((value: unknown) => void)[]>();
  let connected = false;
  let id = 0;

  const forward = async (method: string, params: unknown): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params });
    const response = await fetch(rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
    const answer = (await response.json()) as { result?: unknown; error?: { code: number; message: string } };
    if (answer.error !== undefined) throw Object.assign(new Error(answer.error.message), answer.error);
    return answer.result;
  };

  const request = async ({ method, params = [] }: { method: string; params?: unknown[] }): Promise<unknown> => {
    if (method === "eth_requestAccounts") connected = true;
    if (method === "eth_accounts" || method === "eth_requestAccounts") return connected ? [account] : [];
    if (method === "eth_chainId") return `0x${state.chainId.toString(16)}`;
    if (method === "wallet_switchEthereumChain") {
      state.chainId = Number((params[0] as { chainId: string }).chainId);
      for (const tell of listeners.get("chainChanged") ?? []) tell(`0x${state.chainId.toString(16)}`);
      return null;
    }
    if (state.refuses && /^eth_sendTransaction$|^eth_sign/.test(method)) {
      state.refuses = false;
      throw Object.assign(new Error("User rejected the request."), { code: 4001 });
    }
    return forward(method, params);
  };

  const provider = {
    request,
    on: (event: string, listener: (value: unknown) => void) =>
      listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    removeListener: (event: string, listener: (value: unknown) => void) =>
      listeners.set(
        event,
        (listeners.get(event) ?? []).filter((other) => other !== listener),
      ),
  };
  const info = { uuid: crypto.randomUUID(), name: "Test wallet", icon: "data:,", rdns: "org.example.test" };
  const announce = (): boolean =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
