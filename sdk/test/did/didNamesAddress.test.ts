import { expect } from "chai";
import type { DIDDocument } from "did-resolver";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { base58btc } from "multiformats/bases/base58";
import { bytesToHex, hexToBytes, numberToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { createDidResolver, didNamesAddress, resolveDid } from "@imprimatur/sdk/did";

const CHAIN = 31337;
const account = privateKeyToAccount(numberToHex(7, { size: 32 }));
const other = privateKeyToAccount(numberToHex(8, { size: 32 }));
const { address } = account;

const publicKey = hexToBytes(account.publicKey);
const compressed = Uint8Array.of(2 + (publicKey[64]! & 1), ...publicKey.subarray(1, 33));
const didKey = (code: number[], key: Uint8Array): string =>
  `did:key:${base58btc.encode(Uint8Array.of(...code, ...key))}`;

const outcomeOf = async (did: string, of = address): Promise<string> =>
  (await didNamesAddress(did, of, { chainId: CHAIN })).outcome;

describe("did: accounts and keys", () => {
  it("knows an account by its did:pkh, in any case, on its chain only", async () => {
    expect(await outcomeOf(`did:pkh:eip155:${CHAIN}:${address}`)).to.equal("named");
    expect(await outcomeOf(`did:pkh:eip155:${CHAIN}:${address.toLowerCase()}`)).to.equal("named");
    expect(await outcomeOf(`did:pkh:eip155:1:${address}`)).to.equal("not named");
    expect(await outcomeOf(`did:pkh:eip155:${CHAIN}:${other.address}`)).to.equal("not named");
  });

  it("does not resolve what is no EVM account, or has a wrong check sum", async () => {
    const wrong = address.replace(/[A-F]/, (letter) => letter.toLowerCase());
    for (const id of [`eip155:${CHAIN}:${wrong}`, "solana:4sGjMW1s:abc", `eip155:0:${address}`, "eip155:1:0x12", "x"]) {
      const { outcome, error } = await didNamesAddress(`did:pkh:${id}`, address, { chainId: CHAIN });
      expect(outcome, id).to.equal("unresolved");
      expect(error).to.include({ name: "DidUnresolvedError", reason: "invalidDid" });
    }
  });

  it("knows the address of a did:key of secp256k1, on every chain", async () => {
    const did = didKey([0xe7, 0x01], compressed);
    expect(await outcomeOf(did)).to.equal("named");
    expect(await outcomeOf(did, other.address)).to.equal("not named");
    for (const seed of [9n, 10n, 11n, 12n]) {
      const one = privateKeyToAccount(numberToHex(seed, { size: 32 }));
      const bytes = hexToBytes(one.publicKey);
      const key = Uint8Array.of(2 + (bytes[64]! & 1), ...bytes.subarray(1, 33));
      expect(await outcomeOf(didKey([0xe7, 0x01], key), one.address)).to.equal("named");
    }
  });

  it("resolves other keys, which are no address, and refuses what is none", async () => {
    const ed25519 = didKey([0xed, 0x01], new Uint8Array(32).fill(9));
    expect(await outcomeOf(ed25519)).to.equal("not named");
    const { verificationMethod } = await resolveDid(createDidResolver(), ed25519);
    expect(verificationMethod?.[0]?.type).to.equal("Ed25519VerificationKey2020");
    const off = Uint8Array.of(2, ...new Uint8Array(32).fill(0xff));
    expect(await outcomeOf(didKey([0xe7, 0x01], off))).to.equal("not named");
    for (const id of [
      didKey([0xe7, 0x01], compressed.subarray(1)),
      didKey([0x55], compressed),
      "did:key:zIl0",
      "did:key:q",
    ]) {
      expect(await outcomeOf(id), id).to.equal("unresolved");
    }
  });

  it("says which methods it lacks", async () => {
    const { error } = await didNamesAddress("did:ethr:0x12", address, { chainId: CHAIN });
    expect(error).to.include({ reason: "unsupportedDidMethod" });
    expect(error?.hint).to.contain("getResolver");
    expect(await outcomeOf("no DID at all")).to.equal("unresolved");
  });

  it("takes no word of JavaScript for a method", async () => {
    const { error } = await didNamesAddress("did:constructor:x", address, { chainId: CHAIN });
    expect(error).to.include({ name: "DidUnresolvedError", reason: "unsupportedDidMethod" });
  });

  it("calls unresolved whatever a method's package answers that is no answer", async () => {
    const did = "did:odd:1";
    const answers = [undefined, null, 7, "no", {}, { didDocument: { id: did }, didResolutionMetadata: { error: {} } }];
    for (const answer of [...answers, { didDocument: "x" }, { didDocument: { id: 7 }, didDocumentMetadata: null }]) {
      const resolver = { resolve: () => Promise.resolve(answer as never) };
      expect((await didNamesAddress(did, address, { chainId: CHAIN, resolver })).outcome).to.equal("unresolved");
    }
    const failing = {
      resolve: () => {
        throw new TypeError("at once");
      },
    };
    const { error } = await didNamesAddress(did, address, { chainId: CHAIN, resolver: failing });
    expect(error).to.include({ name: "DidUnresolvedError", reason: "notFound" });
  });
});

describe("did: the web", () => {
  /** Serves one answer for every path and remembers the paths; `https` is taken away on the way. */
  async function serveDocument(answer: {
    status?: number;
    headers?: Record<string, string>;
    body: string | Uint8Array;
  }) {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? "");
      response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const plain: typeof fetch = (input, init) => fetch((input as string).replace("https://", "http://"), init);
    return {
      id: `did:web:127.0.0.1%3A${port}`,
      paths,
      resolver: createDidResolver({ fetch: plain, timeout: 2000, allowPrivate: true }),
      [Symbol.asyncDispose]: () => {
        server.closeAllConnections();
        return new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  }

  /** What a served document, made for the DID, comes to. */
  async function judge(make: (did: string) => unknown, path = "") {
    const answer = { body: "" };
    await using host = await serveDocument(answer);
    const did = `${host.id}${path}`;
    answer.body = JSON.stringify(make(did));
    return { ...(await didNamesAddress(did, address, { chainId: CHAIN, resolver: host.resolver })), paths: host.paths };
  }

  const method = (did: string, fields: object) => ({
    id: `${did}#1`,
    type: "JsonWebKey2020",
    controller: did,
    ...fields,
  });
  const named = (did: string, fields: object): Partial<DIDDocument> => ({
    id: did,
    verificationMethod: [method(did, fields)],
    authentication: ["#1"],
  });
  const coordinate = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
  const jwk = {
    kty: "EC",
    crv: "secp256k1",
    x: coordinate(publicKey.subarray(1, 33)),
    y: coordinate(publicKey.subarray(33)),
  };

  it("asks at the right place", async () => {
    expect((await judge((did) => named(did, {}))).paths).to.deep.equal(["/.well-known/did.json"]);
    expect((await judge((did) => named(did, {}), ":people:ada")).paths).to.deep.equal(["/people/ada/did.json"]);
  });

  it("knows the address by account, key in every form, and embedded methods", async () => {
    const forms = [
      { blockchainAccountId: `eip155:${CHAIN}:${address}` },
      { blockchainAccountId: `${address.toLowerCase()}@eip155:${CHAIN}` },
      { publicKeyJwk: jwk },
      { publicKeyMultibase: base58btc.encode(Uint8Array.of(0xe7, 0x01, ...compressed)) },
      { type: "EcdsaSecp256k1VerificationKey2019", publicKeyHex: bytesToHex(compressed).slice(2) },
      { type: "EcdsaSecp256k1VerificationKey2019", publicKeyHex: bytesToHex(publicKey) },
      { ethereumAddress: address },
    ];
    for (const form of forms) {
      const { outcome, method: by } = await judge((did) => named(did, form));
      expect(outcome, JSON.stringify(form)).to.equal("named");
      expect(by).to.match(/#1$/);
    }
    const embedded = await judge((did) => ({ id: did, assertionMethod: [method(did, { publicKeyJwk: jwk })] }));
    expect(embedded.outcome).to.equal("named");
  });

  it("does not count a method that is only listed, somebody else's, or on another chain", async () => {
    const good = { publicKeyJwk: jwk };
    const documents: ((did: string) => unknown)[] = [
      (did) => ({ ...named(did, good), authentication: [] }),
      (did) => ({ ...named(did, good), authentication: ["#2"] }),
      (did) => ({ ...named(did, good), authentication: undefined, keyAgreement: ["#1"] }),
      (did) => named(did, { ...good, controller: "did:web:somebody.else" }),
      (did) => named(did, { blockchainAccountId: `eip155:1:${address}` }),
      (did) => named(did, { publicKeyJwk: { ...jwk, crv: "P-256" } }),
      (did) => named(did, { publicKeyJwk: { ...jwk, x: "%%%" } }),
      (did) => named(did, { publicKeyHex: bytesToHex(compressed).slice(2) }),
      (did) => named(did, { publicKeyHex: "02", type: { toString: 1, valueOf: 1 } }),
      (did) => named(did, { publicKeyMultibase: `z${"2".repeat(60_000)}` }),
      (did) => ({ id: did, alsoKnownAs: [`did:pkh:eip155:${CHAIN}:${address}`] }),
      (did) => ({ id: did, verificationMethod: 7, authentication: [null, 7, {}], publicKey: "x" }),
    ];
    for (const [at, make] of documents.entries()) expect((await judge(make)).outcome, `${at}`).to.equal("not named");
  });

  it("does not resolve a foreign, broken, huge, moved or missing document", async () => {
    expect((await judge(() => named("did:web:somebody.else", {}))).outcome).to.equal("unresolved");
    expect((await judge(() => null)).outcome).to.equal("unresolved");
    const answers = [
      { body: "{" },
      { body: Uint8Array.of(0xff, 0xfe) },
      { status: 404, body: "" },
      { status: 302, headers: { location: "http://127.0.0.1:1/" }, body: "" },
      { body: `"${"x".repeat(70_000)}"` },
    ];
    for (const answer of answers) {
      await using host = await serveDocument(answer);
      const { outcome } = await didNamesAddress(host.id, address, { chainId: CHAIN, resolver: host.resolver });
      expect(outcome, JSON.stringify(answer).slice(0, 40)).to.equal("unresolved");
    }
  });

  it("asks nobody inside a network of one's own, by name or by number, unless that is allowed", async () => {
    const asked: string[] = [];
    const ask: typeof fetch = (input) => Promise.reject(new Error(String(asked.push(input as string))));
    const outcome = async (id: string, options = {}) => {
      const resolver = createDidResolver({ fetch: ask, ...options });
      return (await didNamesAddress(`did:web:${id}`, address, { chainId: CHAIN, resolver })).error?.message;
    };
    const inside = [
      ...["localhost", "LOCALHOST", "localhost%3A8545", "a.localhost", "printer.local", "db.internal", "router"],
      ...[
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "10.1.2.3",
        "169.254.169.254",
        "8.8.8.8",
        "0177.0.0.1",
      ],
    ];
    for (const id of inside) expect(await outcome(id), id).to.match(/no public host|names no host/);
    const addresses = [
      ...[
        "127.0.0.1",
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
      ],
      ...[
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
      ],
    ];
    for (const one of addresses) {
      const lookup = () => Promise.resolve(["93.184.216.34", one]);
      expect(await outcome("rebind.example.com", { lookup }), one).to.contain("which is not public");
    }
    expect(asked).to.deep.equal([]);
    for (const one of ["93.184.216.34", "172.32.0.1", "2606:2800:21f:cb07::1", "2a00:1450::1"]) {
      await outcome("example.com", { lookup: () => Promise.resolve([one]) });
    }
    await outcome("10.1.2.3", { allowPrivate: true });
    await outcome("example.com");
    expect(asked).to.have.length(6);
  });

  it("gives up on a host that is not found in time, or that nobody wants to know of any more", async () => {
    const lookup = (): Promise<never> => new Promise(() => undefined);
    const did = "did:web:example.com";
    const outcome = async (timeout: number, signal?: AbortSignal) => {
      const resolver = createDidResolver({ lookup, timeout });
      return (await didNamesAddress(did, address, { chainId: CHAIN, resolver, signal })).outcome;
    };
    expect(await outcome(5)).to.equal("unresolved");
    expect(await outcome(3_600_000, AbortSignal.timeout(5))).to.equal("unresolved");
  });

  it("asks nobody for an id that names no host", async () => {
    let asked = 0;
    const resolver = createDidResolver({ fetch: () => Promise.reject(new Error(String((asked += 1)))) });
    for (const id of [
      "",
      "a..b",
      "exa mple.com",
      "host%3A1%3A2",
      "host:..",
      "host:a%2Fb",
      "host:a%3Fb",
      "h%",
      "-a.com",
    ]) {
      const { outcome } = await didNamesAddress(`did:web:${id}`, address, { chainId: CHAIN, resolver });
      expect(outcome, id).to.equal("unresolved");
    }
    expect(asked).to.equal(0);
  });
});
