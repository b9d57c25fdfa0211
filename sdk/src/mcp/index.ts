export type { McpAgent, McpContext } from "./context.ts";
export { createMcpServer, type CreateMcpServerOptions } from "./createMcpServer.ts";
export { type HttpServing, serveHttp, type ServeHttpOptions, serveStdio } from "./serve.ts";
