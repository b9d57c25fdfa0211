/** Something that goes by without the work being at fault: the work is tried again however often it takes. */
export type Outage = {
  /** When it is over, in milliseconds of the clock, if anybody knows. */
  until?: number;
};

const DAY = 86_400_000;

/** Nodes, networks and stores that are away, and transactions that are on their way. */
const AWAY: ReadonlySet<string> = new Set([
  ...["NodeUnreachableError", "NodeAnswerError", "NodeBehindError", "RateLimitedError", "ChainReorganizedError"],
  ...["ContentStoreError", "StorageUnreachableError", "StorageAnswerError"],
  ...["TransactionDroppedError", "TransactionPendingError", "TransactionStuckError"],
  ...["HttpRequestError", "WebSocketRequestError", "SocketClosedError", "TimeoutError", "RpcRequestError"],
  "WaitForTransactionReceiptTimeoutError",
]);

/** What an error says of something that goes by; undefined for a failure of the work. */
export function outageOf(error: unknown): Outage | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // A generator's own network is the generator's.
    if (cause.name === "GenerationFailedError") return undefined;
    const { errorName, args } = cause as { errorName?: unknown; args?: unknown };
    const closed = typeof errorName === "string" ? CLOSED[errorName] : undefined;
    if (closed !== undefined) return closed((args ?? {}) as Args);
    if (AWAY.has(cause.name)) return {};
  }
  return undefined;
}

type Args = Readonly<Record<string, unknown>>;

/** What a mandate does not allow at present, and when it will. */
const CLOSED: Readonly<Record<string, (args: Args) => Outage>> = {
  // Quotas are of days (UTC).
  AgentMandatesOverQuota: () => ({ until: (Math.floor(Date.now() / DAY) + 1) * DAY }),
  AgentMandatesQuotaClosed: ({ from }) => later(from),
  AgentMandatesPaused: ({ until }) => later(until),
};

/** A time of the chain, in seconds; one that is over says nothing. */
function later(seconds: unknown): Outage {
  const until = Number(seconds) * 1_000;
  return until > Date.now() ? { until } : {};
}
