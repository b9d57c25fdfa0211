import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { guardAccount } from "../../agent/guardAccount.ts";
import { createMcpServer } from "../../mcp/createMcpServer.ts";
import type { McpContext } from "../../mcp/context.ts";
import { serveHttp, serveStdio } from "../../mcp/serve.ts";
import { defineCommand, flag, option, several } from "../command.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import * as values from "../values.ts";
import { readVersion } from "../version.ts";

/** What the tools of a server work with, out of a command line's settings. */
async function contextOf(
  session: Session,
  mandateId: `0x${string}` | undefined,
  policyHash: `0x${string}` | undefined,
): Promise<McpContext> {
  const { client, chainId, addresses, fromBlock } = await session.connect();
  const { studio } = session.settings;
  const context = {
    ...{ client, chainId, addresses, fromBlock },
    ...(studio === undefined ? {} : { studio }),
    ...(session.settings.store === undefined ? {} : { store: session.store() }),
  };
  if (mandateId === undefined) return context;
  if (policyHash === undefined) throw new UsageError("--mandate needs --policy: the hash of the policy that runs.");
  const { mandates, commissions } = await session.studio();
  const account = guardAccount({
    ...{ account: await session.signer(), client, addresses, mandates, commissions, mandateId, policyHash },
  });
  return { ...context, agent: { account, wallet: await session.wallet(account), mandates, commissions } };
}

export const MCP = defineCommand({
  name: "mcp",
  about:
    "Serve the studio to AI agents by the Model Context Protocol, on stdin and stdout or over HTTP on this machine",
  options: {
    http: flag("serve streamable HTTP on 127.0.0.1 instead of stdin and stdout"),
    port: option("number", "port for --http (default: any free one)", values.count),
    origin: several("url", "page that may ask over HTTP; none by default", values.url),
    mandate: option(
      "id",
      "sign acts of this mandate, with --account; without it only unsigned calls are made",
      values.hash,
    ),
    policy: option("hash", "hash of the policy that runs", values.hash),
  },
  examples: [
    "--studio 0x…",
    "--http --port 8765 --studio 0x…",
    "--mandate 0x… --policy 0x… --account agent --studio 0x…",
  ],
  async run(session, { http, port, origin, mandate, policy }) {
    const context = await contextOf(session, mandate, policy);
    const options = { version: readVersion() };
    const { signal, stdin, stdout } = session.io;
    if (!http) {
      const serving = await serveStdio(await createMcpServer(context, options), { stdin, stdout });
      await Promise.race([serving.ended, aborted(signal)]);
      await serving.close();
      return { json: null, text: [] };
    }
    // Whoever can ask a server that signs can spend: it has to show what only this terminal has told.
    const token = context.agent === undefined ? undefined : randomBytes(24).toString("base64url");
    const serving = await serveHttp(() => createMcpServer(context, options), {
      ...(port === undefined ? {} : { port }),
      ...(token === undefined ? {} : { token }),
      origins: origin.map((url) => new URL(url).origin),
    });
    session.say(`Serving ${serving.url}${token === undefined ? "" : `; bearer token: ${token}`}`);
    await aborted(signal);
    await serving.close();
    return { json: { url: serving.url }, text: ["Stopped."] };
  },
});

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
