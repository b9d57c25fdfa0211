import { join, resolve } from "node:path";
import {
  type Address,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  http,
  isAddress,
  type LocalAccount,
  type Transport,
  type WalletClient,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { getBlockNumber, getChainId, getCode } from "viem/actions";
import { z } from "zod";
import type { ActionClient, On, ProtocolContract } from "../actions/internal/types.ts";
import { getStudio } from "../actions/studio/getStudio.ts";
import { checkDeployment } from "../addresses/checkDeployment.ts";
import { addressesOf, type Deployment, deploymentBlockOf } from "../addresses/deployment.ts";
import { ImprimaturError } from "../errors/base.ts";
import { WrongChainError } from "../errors/client.ts";
import type { StudioData } from "../data/studioData.ts";
import { logReader } from "../logs/logReader.ts";
import { fileStore } from "../node/fileStore.ts";
import { ipfsStore } from "../storage/ipfs.ts";
import type { ContentStore } from "../storage/store.ts";
import { createSubgraphClient, type SubgraphClient } from "../subgraph/client.ts";
import { subgraphReader } from "../subgraph/subgraphReader.ts";
import type { Configuration } from "./config.ts";
import { AccountLockedError, StaleDeploymentError, UsageError } from "./errors.ts";
import { readJson, readText } from "./files.ts";
import type { Io } from "./io.ts";
import { HEAD } from "./queries.ts";
import { plainText } from "./plainText.ts";
import { hash } from "./values.ts";
import { findKeystore, openKeystore } from "./keystore.ts";

const DEFAULT_RPC = "http://127.0.0.1:8545";

const POLLING_MS = 500;

/** The chain that a command is about, and the protocol on it. */
export type Connection = {
  client: ActionClient;
  chainId: number;
  rpc: string;
  addresses: On<ProtocolContract>;
  /** First block with logs of the protocol. */
  fromBlock: bigint;
  /** What the deployment file names, lower case, by address. */
  names: ReadonlyMap<string, string>;
};

/** How a command was asked to act. */
export type Mode = { json: boolean; send: boolean; proposal: string | undefined };

const deploymentFile = z.record(
  z.string(),
  z.looseObject({
    address: z.string().refine((value) => isAddress(value), { error: "is no address" }),
    block: z.int(),
    bytecodeHash: hash.optional(),
  }),
);

/** One run of a command: what it was told, and what it finds out on the way, each once. */
export class Session {
  readonly io: Io;
  readonly configuration: Configuration;
  readonly mode: Mode;
  #connection: Promise<Connection> | undefined;
  #studio: Promise<getStudio.ReturnType> | undefined;
  #signer: Promise<LocalAccount> | undefined;

  constructor(io: Io, configuration: Configuration, mode: Mode) {
    this.io = io;
    this.configuration = configuration;
    this.mode = mode;
  }

  get settings() {
    return this.configuration.settings;
  }

  /** The same run, about another studio. */
  about(studio: Address): Session {
    const settings = { ...this.settings, studio };
    return new Session(this.io, { ...this.configuration, settings }, this.mode);
  }

  /** The same run, by another account. */
  as(account: string): Session {
    const settings = { ...this.settings, account };
    return new Session(this.io, { ...this.configuration, settings }, this.mode);
  }

  /** A path that a person typed. */
  path(typed: string): string {
    return resolve(this.io.cwd, typed);
  }

  /** A line for who watches; never on stdout. It may quote a stranger, so it is said as plain text. */
  say(line: string): void {
    this.io.stderr.write(`${plainText(line)}\n`);
  }

  connect(): Promise<Connection> {
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  async #connect(): Promise<Connection> {
    const rpc = this.settings.rpc ?? DEFAULT_RPC;
    const chainId = await getChainId(createPublicClient({ transport: transportOf(rpc) }));
    const expected = this.settings.chainId ?? chainId;
    if (chainId !== expected) throw new WrongChainError(chainId, expected);
    const file = this.settings.deployment ?? this.path(join("deployments", `${chainId}.json`));
    assertChainOf(file, chainId);
    // What is absent is absent, where zod says undefined.
    const deployment = (await readJson(file, deploymentFile)) as Deployment;
    const addresses = addressesOf(deployment);
    const client = createPublicClient({
      chain: chainOf(chainId, rpc),
      transport: transportOf(rpc),
      pollingInterval: POLLING_MS,
      cacheTime: 0,
    });
    const ours = Object.values(addresses).map((address) => address.toLowerCase());
    const records = Object.entries(deployment).filter(([, at]) => ours.includes(at.address.toLowerCase()));
    await checkDeployment(client, { deployment: Object.fromEntries(records) }).catch((error: unknown) => {
      throw isStale(error) ? new StaleDeploymentError(file, error) : error;
    });
    const named = Object.entries(deployment).map(([name, at]): [string, string] => [at.address.toLowerCase(), name]);
    const fromBlock = this.settings.fromBlock ?? deploymentBlockOf(deployment);
    return { client, chainId, rpc, addresses, fromBlock, names: new Map(named) };
  }

  /** The studio of `--studio` with its modules. */
  studio(): Promise<getStudio.ReturnType> {
    this.#studio ??= this.#readStudio();
    return this.#studio;
  }

  async #readStudio(): Promise<getStudio.ReturnType> {
    const { studio } = this.settings;
    if (studio === undefined) {
      const hint = "Give --studio, IMPRIMATUR_STUDIO or studio in the config file.";
      throw new UsageError("It is not known which studio is meant.", { hint });
    }
    const { client } = await this.connect();
    if ((await getCode(client, { address: studio })) === undefined) {
      throw new UsageError(`There is no studio at ${studio}.`, { hint: "imprimatur studio list shows them." });
    }
    return getStudio(client, { studio });
  }

  /** Lists and histories: from the subgraph where one is named, else from event logs. */
  async data(): Promise<StudioData> {
    const { client, addresses, fromBlock } = await this.connect();
    const subgraph = await this.subgraph();
    return subgraph === undefined ? logReader(client, { addresses, fromBlock }) : subgraphReader(subgraph);
  }

  /** The subgraph, once it has seen what the chain has now; undefined where none is named. */
  async subgraph(): Promise<SubgraphClient | undefined> {
    const { subgraph: url } = this.settings;
    if (url === undefined) return undefined;
    const { client } = await this.connect();
    const subgraph = createSubgraphClient({ url });
    // Waiting puts up with an endpoint that fails now and then; one that is not there should be told at once.
    await subgraph.query(HEAD);
    await subgraph.waitForIndexed({ blockNumber: await getBlockNumber(client, { cacheTime: 0 }) });
    return subgraph;
  }

  /** The content store of `--store`. */
  store(): ContentStore {
    const { store } = this.settings;
    if (store === undefined) {
      const hint = "Give --store with an IPFS RPC endpoint or a folder.";
      throw new UsageError("It is not known where content is kept.", { hint });
    }
    return /^https?:\/\//u.test(store) ? ipfsStore({ url: store }) : fileStore(store);
  }

  get keystores(): string {
    return this.settings.keystores ?? join(this.io.home, ".imprimatur", "keystores");
  }

  /** Who acts, without a password. */
  async address(): Promise<Address> {
    const account = this.#named();
    if (isAddress(account)) return account;
    return (await findKeystore(this.keystores, account, this.io.cwd)).address;
  }

  /** Whose calls they are: the studio's treasury's where they are written for its vote, else the account's. */
  async caller(): Promise<Address> {
    return this.mode.proposal === undefined ? this.address() : (await this.studio()).timelock;
  }

  /** Who signs; the password is asked for once. */
  signer(): Promise<LocalAccount> {
    this.#signer ??= this.#open();
    return this.#signer;
  }

  /** A client that signs as the account, or as one that was made of it. */
  async wallet(made?: LocalAccount): Promise<WalletClient<Transport, Chain, LocalAccount>> {
    const [{ chainId, rpc }, account] = [await this.connect(), made ?? (await this.signer())];
    const chain = chainOf(chainId, rpc);
    return createWalletClient({ account, chain, transport: transportOf(rpc), pollingInterval: POLLING_MS });
  }

  #named(): string {
    const { account } = this.settings;
    if (account !== undefined) return account;
    const hint = "Give --account with a keystore's name; imprimatur account create makes one.";
    throw new AccountLockedError("There is no account to act with.", { hint });
  }

  async #open(): Promise<LocalAccount> {
    const named = this.#named();
    if (isAddress(named)) {
      const hint = "Import its key: imprimatur account import.";
      throw new AccountLockedError(`${named} is an address: nothing can be signed with it.`, { hint });
    }
    const keystore = await findKeystore(this.keystores, named, this.io.cwd);
    const password = await this.password(`Password of ${keystore.name} (${keystore.address})`);
    return privateKeyToAccount(await openKeystore(keystore, password));
  }

  /** A password from its file, the environment, or a person. */
  async password(question: string): Promise<string> {
    const { passwordFile } = this.settings;
    if (passwordFile !== undefined) return (await readText(passwordFile)).replace(/\r?\n$/u, "");
    const { IMPRIMATUR_PASSWORD: given } = this.io.env;
    if (given !== undefined) return given;
    if (this.io.interactive) return this.io.askPassword(question);
    throw new AccountLockedError("There is no password, and nobody to ask for it.", {
      hint: "Give --password-file or IMPRIMATUR_PASSWORD, or run it in a terminal.",
    });
  }
}

const transportOf = (rpc: string) => http(rpc, { retryCount: 2, timeout: 30_000 });

const chainOf = (id: number, rpc: string) =>
  defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });

/** A deployment file is named after its chain; one of another name says nothing about it. */
function assertChainOf(file: string, chainId: number): void {
  const named = /(\d+)\.json$/u.exec(file)?.[1];
  if (named !== undefined && Number(named) !== chainId) throw new WrongChainError(chainId, Number(named));
}

const isStale = (error: unknown): error is ImprimaturError =>
  ImprimaturError.is(error) && (error.name === "CodeMissingError" || error.name === "StaleAddressError");
