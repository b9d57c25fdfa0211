import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { isAddressEqual } from "viem";
import { guardAccount } from "../../agent/guardAccount.ts";
import { createMcpServer } from "../../mcp/createMcpServer.ts";
import { mandateOf, type McpAgent, type McpContext } from "../../mcp/context.ts";
import { serveHttp, type ServeHttpOptions } from "../../mcp/serveHttp.ts";
import { serveStdio } from "../../mcp/serveStdio.ts";
import { fileActJournal } from "../../node/fileActJournal.ts";
import type { Answer } from "../answer.ts";
import { defineCommand, flag, option, several } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import * as values from "../values.ts";
import { readVersion } from "../version.ts";

/** The variable with the token that clients show; without it one is made and told. */
const TOKEN = "IMPRIMATUR_MCP_TOKEN";

/** What a server signs with. */
type Signing = {
  mandate?: `0x${string}` | undefined;
  policy?: `0x${string}` | undefined;
  journal?: string | undefined;
};

/** What the tools of a server work with, out of a command line's settings. */
async function contextOf(session: Session, signing: Signing): Promise<McpContext> {
  const { client, chainId, addresses, fromBlock } = await session.connect();
  const { studio } = session.settings;
  const context = {
    ...{ client, chainId, addresses, fromBlock },
    ...(studio === undefined ? {} : { studio }),
    ...(session.settings.store === undefined ? {} : { store: session.store() }),
  };
  const { mandate, policy, journal } = signing;
  if (mandate !== undefined) return { ...context, agent: await agentOf(session, context, { ...signing, mandate }) };
  if (policy !== undefined || journal !== undefined) throw new UsageError("--policy and --journal need --mandate.");
  return context;
}

/** An agent behind the server: a key whose mandate the studio gave. */
async function agentOf(
  session: Session,
  context: McpContext,
  { mandate: mandateId, policy: policyHash, journal }: Signing & { mandate: `0x${string}` },
): Promise<McpAgent> {
  if (policyHash === undefined) throw new UsageError("--mandate needs --policy: the hash of the policy that runs.");
  const { client, addresses } = context;
  const { mandates, commissions } = await session.studio();
  const { mandate } = await mandateOf(context, { mandateId });
  const key = await session.signer();
  if (!isAddressEqual(mandate.agent, key.address)) {
    const problem = `The mandate is ${mandate.agent}'s, and the account is ${key.address}.`;
    throw new CheckFailedError(problem, { hint: "Give --account with the agent's keystore." });
  }
  const account = guardAccount({ account: key, client, addresses, mandates, commissions, mandateId, policyHash });
  const path = journal === undefined ? journalPath(session, context, mandateId) : session.path(journal);
  const wallet = await session.wallet(account);
  return { account, wallet, mandates, commissions, journal: fileActJournal(path) };
}

/** Beside the keystores, one a mandate: whoever starts the server again finds what it signed. */
const journalPath = ({ keystores }: Session, { chainId }: McpContext, mandateId: `0x${string}`): string =>
  join(dirname(keystores), "acts", `${chainId}-${mandateId}.jsonl`);

export const MCP = defineCommand({
  name: "mcp",
  about:
    "Serve the studio to AI agents by the Model Context Protocol, on stdin and stdout or over HTTP on this machine",
  options: {
    http: flag("serve streamable HTTP instead of stdin and stdout"),
    host: option("address", "address for --http (default: 127.0.0.1); others need the bearer token", values.text),
    port: option("number", "port for --http (default: any free one)", values.count),
    allowHost: several(
      "name",
      "name under which clients reach it, with its port where that is not --port: of this machine, or of a proxy",
      values.text,
    ),
    origin: several("url", "page that may ask over HTTP; none by default", values.url),
    mandate: option(
      "id",
      "sign acts of this mandate, with --account; without it only unsigned calls are made",
      values.hash,
    ),
    policy: option("hash", "hash of the policy that runs", values.hash),
    journal: option("file", "which act each request signed (default: beside the keystores)", values.text),
  },
  examples: [
    "--studio 0x…",
    "--http --port 8765 --studio 0x…",
    "--http --host 0.0.0.0 --allow-host agents.example --studio 0x…",
    "--mandate 0x… --policy 0x… --account agent --studio 0x…",
  ],
  async run(session, { http, host, port, allowHost, origin, ...signing }) {
    if (!http && (host !== undefined || port !== undefined || allowHost.length + origin.length > 0)) {
      throw new UsageError("--host, --port, --allow-host and --origin need --http.");
    }
    const context = await contextOf(session, signing);
    if (!http) return overStdio(session, context);
    return overHttp(session, context, {
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
      hosts: allowHost,
      origins: origin.map((url) => new URL(url).origin),
    });
  },
});

/** Until the input ends; nothing but the protocol is written on the output, not even an answer's JSON. */
async function overStdio(session: Session, context: McpContext): Promise<Answer> {
  const { signal, stdin, stdout } = session.io;
  const serving = await serveStdio(await createMcpServer(context, { version: readVersion() }), { stdin, stdout });
  await Promise.race([serving.ended, aborted(signal)]);
  await serving.close();
  stdin.destroy();
  return { json: undefined, text: [] };
}

/** Until it is interrupted. Whoever can ask a server that signs can spend: it has to show what this terminal tells. */
async function overHttp(session: Session, context: McpContext, options: ServeHttpOptions): Promise<Answer> {
  const { signal, env } = session.io;
  const given = env[TOKEN];
  const isOpen = context.agent === undefined && options.host === undefined;
  const token = given ?? (isOpen ? undefined : randomBytes(24).toString("base64url"));
  const serving = await serveHttp(context, {
    ...options,
    version: readVersion(),
    ...(token === undefined ? {} : { token }),
  });
  const told = token === undefined ? "" : given === undefined ? `; bearer token: ${token}` : `; bearer token: ${TOKEN}`;
  session.say(`Serving ${serving.url}${told}`);
  await aborted(signal);
  await serving.close();
  return { json: { url: serving.url }, text: ["Stopped."] };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
