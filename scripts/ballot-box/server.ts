import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { BallotBox } from "./box.ts";
import { Refusal } from "./refusal.ts";
import { fromJson, toJson } from "./wire.ts";
import { toPollJson, toTaskJson } from "./answers.ts";

/** Largest body: a ballot of 128 words takes 9 kB. */
const BODY_BYTES = 16 * 1024;

/** A client that is slower than this to send its request is not a curator. */
const REQUEST_MILLISECONDS = 30_000;

/** Most ballots in one answer to a peer. */
export const PAGE = 500;

export interface ServerOptions {
  /** Requests that one address may make in a minute. */
  rate: number;
  /** What boxes of one studio show each other; undefined: no exchange. */
  token: string | undefined;
}

/** The box over HTTP: nothing here decides anything. */
export async function createServer(box: BallotBox, { rate, token }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MILLISECONDS,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
  });
  await server.register(rateLimit, {
    max: rate,
    timeWindow: 60_000,
    errorResponseBuilder: () => new Refusal("tooMany"),
  });
  server.setErrorHandler((error, _request, reply) => refuse(reply, error));
  server.setNotFoundHandler((_request, reply) => refuse(reply, new Refusal("unknownPoll")));

  server.get("/health", () => box.health());
  server.get("/v1/polls", () => box.polls().map((poll) => toTaskJson(box, poll)));
  server.get<Params<"poll">>("/v1/polls/:poll", async ({ params }) => toPollJson(box, box.poll(params.poll)));
  server.get<Params<"poll">>("/v1/polls/:poll/ballots", ({ params }) => box.opened(box.poll(params.poll)).map(toJson));
  server.get<Params<"poll">>("/v1/polls/:poll/close", ({ params }) => box.closeCall(box.poll(params.poll)));
  server.get<Params<"poll" | "position">>("/v1/polls/:poll/files/:position", async ({ params }, reply) => {
    const { mediaType, bytes, content } = await box.file(box.poll(params.poll), params.position);
    // The files are whatever a producer made: nothing here may run in a browser as if it were ours.
    return reply
      .header("content-type", safeType(mediaType))
      .header("content-length", bytes)
      .header("content-disposition", "attachment")
      .header("x-content-type-options", "nosniff")
      .send(content);
  });
  server.get<Params<"curator">>("/v1/curators/:curator/tasks", ({ params }) =>
    box.tasksOf(params.curator).map((poll) => toTaskJson(box, poll)),
  );
  server.get("/v1/charter", async (_request, reply) => {
    const charter = Buffer.from(await box.samples.charter());
    return reply
      .header("content-type", "application/octet-stream")
      .header("x-content-type-options", "nosniff")
      .send(charter);
  });
  server.get("/v1/evidence", () =>
    box.store.evidence().map(({ first, second }) => ({ first: toJson(first), second: toJson(second) })),
  );
  server.post("/v1/ballots", async ({ body }, reply) => {
    await box.submit(fromJson(body));
    return reply.status(201).send({ result: "stored" });
  });
  server.get<{ Querystring: { after?: string } }>("/v1/ballots", ({ headers, query }) => {
    if (token === undefined || headers.authorization !== `Bearer ${token}`) throw new Refusal("unauthorized");
    const ballots = box.store.ballotsAfter(Number(query.after ?? 0) || 0, PAGE);
    return ballots.map((ballot) => ({ serial: ballot.serial, ballot: toJson(ballot) }));
  });
  return server;
}

type Params<Name extends string> = { Params: Record<Name, string> };

/** A media type that somebody declared is a header of ours only if it looks like one. */
const safeType = (declared: string): string =>
  /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(declared) && declared !== "text/html" ? declared : "application/octet-stream";

/** Answers with a status, a word for programs and a sentence for people; says nothing of what is inside. */
function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const { reason, message, statusCode } = refusalOf(error);
  return reply.status(statusCode).send({ statusCode, error: reason, message });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 413) return new Refusal("tooLarge");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal("malformed", message);
  console.error(error);
  return new Refusal("busy");
}
