// Watches an event of the node at a url until it fails to answer, stops watching, and has nothing left to do.
import { watchStudioCreated } from "@imprimatur/sdk/watch";
import { type Address, createClient, http } from "viem";

const [url, studioFactory] = process.argv.slice(2) as [string, Address];
const client = createClient({ transport: http(url, { retryCount: 0 }), pollingInterval: 20, cacheTime: 0 });
const stop = watchStudioCreated(client, {
  ...{ studioFactory, fromBlock: 0n },
  onEvent: ({ args }) => {
    console.log(args.config.name);
  },
  onError: () => {
    stop();
  },
});
