import { ImprimaturError } from "./base.ts";

/** A parameter of a query cannot be part of its key. */
export class QueryKeyValueError extends ImprimaturError {
  override readonly name = "QueryKeyValueError";
  constructor(place: string, kind: string) {
    super(`The parameter ${place} is ${kind}, which a query key cannot hold.`, {
      hint: "Queries take plain data: strings, numbers, bigints, bytes, lists and objects of these.",
    });
  }
}

/** A list or a history was asked for without a place to ask. */
export class DataSourceMissingError extends ImprimaturError {
  override readonly name = "DataSourceMissingError";
  constructor() {
    super("There is no source of lists and histories.", {
      hint: "Give the provider the url of a subgraph as `subgraph`, or a reader of event logs as `data`.",
    });
  }
}
