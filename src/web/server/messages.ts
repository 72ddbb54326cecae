import type { PrometheusErrorKind } from "../../prometheus/index.js";
import type { PageMethod, PageServer } from "./page-server.js";

/** A method of a server, and what it is given. */
export type Call = { [M in PageMethod]: { readonly method: M; readonly args: Parameters<PageServer[M]> } }[PageMethod];

/** A question to the worker. */
export type Question = Call & { readonly id: number };

/** What the worker says to a question. */
export type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: Failure };

/** A `PrometheusError` as data: a class does not survive the way between a worker and its page. */
export interface Failure {
  readonly kind: PrometheusErrorKind;
  readonly message: string;
  readonly serverSays?: string;
}
