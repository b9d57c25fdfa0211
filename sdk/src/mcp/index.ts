export { type ActJournal, memoryActJournal, type SignedAct } from "./actJournal.ts";
export type { McpAgent, McpContext } from "./context.ts";
export { createMcpServer, type CreateMcpServerOptions } from "./createMcpServer.ts";
export { type HttpServing, serveHttp, type ServeHttpOptions } from "./serveHttp.ts";
export { serveStdio, type StdioServing } from "./serveStdio.ts";
