/** The result of an action that emits exactly one event of its kind; undefined otherwise. */
export function only<Args, Result>(events: readonly Args[], result: (event: Args) => Result): Result | undefined {
  const [event] = events;
  return event === undefined || events.length > 1 ? undefined : result(event);
}
