import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Address, numberToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { checkAttestationDids, type CheckedStatement, createDidResolver } from "@imprimatur/sdk/did";

const chainId = 31337;
const { address } = privateKeyToAccount(numberToHex(7, { size: 32 }));
const { address: other } = privateKeyToAccount(numberToHex(8, { size: 32 }));
const pkh = (account: Address): string => `did:pkh:eip155:${chainId}:${account}`;

const says = (text: string, more: Partial<CheckedStatement> = {}) =>
  ({ attester: address, kind: "actor", text, revoked: false, ...more }) as CheckedStatement;

describe("checkAttestationDids", () => {
  let server: Server;
  let paths: string[];
  let web: string;
  const plain: typeof fetch = (input, init) => fetch((input as string).replace("https://", "http://"), init);
  const resolver = createDidResolver({ fetch: plain, timeout: 2_000, allowPrivate: true });

  /** Serves `/me` with a document that names the attester, `/you` with one that names somebody else. */
  before(async () => {
    paths = [];
    server = createServer((request, response) => {
      const path = request.url ?? "";
      paths.push(path);
      const place = path.split("/")[1] ?? "";
      if (place !== "me" && place !== "you") return response.writeHead(404).end();
      const id = `${web}:${place}`;
      const blockchainAccountId = `eip155:${chainId}:${place === "me" ? address : other}`;
      const method = { id: `${id}#1`, type: "EcdsaSecp256k1RecoveryMethod2020", controller: id, blockchainAccountId };
      return response.end(JSON.stringify({ id, authentication: [method] }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    web = `did:web:127.0.0.1%3A${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    paths = [];
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const outcomesOf = async (texts: readonly string[], offline = false): Promise<(string | undefined)[]> => {
    const checked = await checkAttestationDids(
      texts.map((text) => says(text)),
      { chainId, resolver, offline },
    );
    return checked.map(({ did }) => did?.outcome);
  };

  it("verifies only what names the attester back", async () => {
    const dids = [pkh(address), pkh(other), `${web}:me`, `${web}:you`, "did:pkh:eip155:x", "no DID at all"];
    expect(await outcomesOf(dids)).to.deep.equal([
      ...["verified", "unverified", "verified", "unverified", "unverified", "unverified"],
    ]);
  });

  it("says what could not be had, which is no judgement", async () => {
    const gone = "did:web:127.0.0.1%3A1";
    expect(await outcomesOf([`${web}:nobody`, gone, "did:ethr:0x12"])).to.deep.equal(
      Array.from({ length: 3 }, () => "unreachable"),
    );
    const [told] = await checkAttestationDids([says(gone)], { chainId, resolver });
    expect(told?.did).to.include({ did: gone });
    expect(told?.did?.reason).to.contain("not resolved");
  });

  it("asks nobody where that is wanted, and trusts nothing for it", async () => {
    expect(await outcomesOf([`${web}:me`, pkh(address), pkh(other)], true)).to.deep.equal([
      ...["unchecked", "verified", "unverified"],
    ]);
    expect(paths).to.deep.equal([]);
  });

  it("asks once for each DID and attester, and not for what was revoked", async () => {
    const did = `${web}:me`;
    const statements = [
      ...[says(did), says(did), says(did, { attester: other }), says(did, { revoked: true })],
      says(`${web}:you`, { revoked: true }),
    ];
    const checked = await checkAttestationDids(statements, { chainId, resolver });
    expect(checked.map(({ did: standing }) => standing?.outcome)).to.deep.equal([
      ...["verified", "verified", "unverified", "verified", "unchecked"],
    ]);
    expect(paths).to.deep.equal(["/me/did.json", "/me/did.json"]);
    expect(checked[3]).to.include({ revoked: true });
    expect(checked[4]?.did?.reason).to.contain("revoked");
  });

  it("looks up so many documents and no more, the first ones, and says so of the rest", async () => {
    const dids = [`${web}:me`, pkh(address), `${web}:me`, `${web}:you`, pkh(other)];
    const checked = await checkAttestationDids(
      dids.map((text) => says(text)),
      { chainId, resolver, most: 1 },
    );
    expect(checked.map(({ did }) => did?.outcome)).to.deep.equal([
      ...["verified", "verified", "verified", "unchecked", "unverified"],
    ]);
    expect(checked[3]?.did?.reason).to.contain("only 1");
    expect(paths).to.deep.equal(["/me/did.json"]);
    const many = Array.from({ length: 65 }, (_, at) => says(`${web}:${at}`));
    const [last] = (await checkAttestationDids(many, { chainId, resolver })).slice(-1);
    expect([last?.did?.outcome, paths.length]).to.deep.equal(["unchecked", 65]);
  });

  it("ends when its signal does, whatever a resolver waits for", async () => {
    const over = new AbortController();
    const hanging = {
      resolve: () => {
        over.abort(new Error("enough"));
        return new Promise<never>(() => undefined);
      },
    };
    const check = (): Promise<unknown> =>
      checkAttestationDids([says("did:odd:1")], { chainId, resolver: hanging, signal: over.signal });
    const told = await check().catch((error: unknown) => error);
    expect(told).to.include({ message: "enough" });
    expect(await check().catch((error: unknown) => error)).to.equal(told);
  });

  it("is not brought down by one statement", async () => {
    expect(await outcomesOf(["did:constructor:x", pkh(address)])).to.deep.equal(["unreachable", "verified"]);
    const checked = await checkAttestationDids([says("did:constructor:x"), says(pkh(address))], { chainId });
    expect(checked.map(({ did }) => did?.outcome)).to.deep.equal(["unreachable", "verified"]);
  });

  it("looks at DIDs in other statements too, and leaves other texts alone", async () => {
    const found = await checkAttestationDids(
      [
        says(pkh(address), { kind: "humanOversight" }),
        says(`by ${pkh(address)}`, { kind: "humanOversight" }),
        says("", { kind: "actor" }),
      ],
      { chainId },
    );
    expect(found.map(({ did }) => did?.outcome)).to.deep.equal(["verified", undefined, undefined]);
  });
});
