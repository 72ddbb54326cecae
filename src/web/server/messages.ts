import type { PrometheusErrorKind } from "../../prometheus/index.js";
import type { pageMethods } from "./page-server.js";

/** A question to the worker. */
export interface Question {
  readonly id: number;
  readonly method: (typeof pageMethods)[number];
  readonly args: readonly unknown[];
}

/** What the worker says to a question. */
export type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: Failure };

/** A `PrometheusError` as data: a class does not survive the way between a worker and its page. */
export interface Failure {
  readonly kind: PrometheusErrorKind;
  readonly message: string;
  readonly serverSays?: string;
}
