import { expect } from "chai";
import * as actions from "@imprimatur/sdk/actions";
import * as composed from "../../src/actions/composed.ts";
import * as query from "@imprimatur/sdk/query";
import * as react from "@imprimatur/sdk/react";
import { logReader } from "@imprimatur/sdk/logs";
import { createClient, custom } from "viem";

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Actions that send, sign, or make something anew; all others read. */
const isMutation = (name: string): boolean =>
  /AndWait$|^sign[A-Z]|^(fundDeposit|toPurchase)$/.test(name) || `${name}AndWait` in actions;

describe("hooks", () => {
  it("are there for every exported action: mutations for what is sent, queries of both kinds for what is read", () => {
    const missing = Object.keys(actions)
      .flatMap((name) => {
        const reads = [`useSuspense${capitalize(name)}`, `${name}QueryOptions`];
        return [`use${capitalize(name)}`, ...(isMutation(name) ? [] : reads)];
      })
      .filter((name) => !(name in react));
    expect(Object.keys(actions)).to.have.length.above(150);
    expect(missing).to.deep.equal([]);
  });

  it("are there for every method of the index", () => {
    const client = createClient({ transport: custom({ request: () => Promise.reject(new Error("not asked")) }) });
    const address = "0x0000000000000000000000000000000000000001";
    const addresses = {
      assetRegistry: address,
      royaltySplitter: address,
      licenseMarket: address,
      licenses: address,
      studioFactory: address,
      attestations: address,
      provenance: address,
    } as const;
    const methods = Object.keys(logReader(client, { addresses, fromBlock: 0n })).filter(
      (name) => name !== "waitForIndexed",
    );
    const things = methods.map((method) => method.replace(/^(get|list)/, ""));
    const wanted = things.flatMap((thing) => [
      `useIndexed${thing}`,
      `useSuspenseIndexed${thing}`,
      `indexed${thing}QueryOptions`,
    ]);
    expect(things).to.include("Purchases");
    expect(wanted.filter((name) => !(name in react))).to.deep.equal([]);
  });

  it("belong to an action or to the index, each of them", () => {
    const own = [
      "QuerySource",
      "Requirements",
      "SendRequirements",
      "StudioChain",
      "Subgraph",
      "SuspenseSubgraph",
      "WaitForIndexed",
      "Watch",
    ];
    const strangers = Object.keys(react)
      .filter((name) => /^use[A-Z]/.test(name))
      .map((name) => name.slice("use".length))
      .filter((name) => !own.includes(name) && !/^(Suspense)?Indexed/.test(name))
      .map((name) => name.replace(/^Suspense/, ""))
      .filter((name) => !(name.charAt(0).toLowerCase() + name.slice(1) in { ...actions, ...composed }));
    expect(strangers).to.deep.equal([]);
  });

  it("share their queries with /query, which needs no React", () => {
    for (const [name, value] of Object.entries(query)) {
      expect((react as Record<string, unknown>)[name], name).to.equal(value);
    }
  });
});
