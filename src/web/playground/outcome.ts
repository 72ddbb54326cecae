import { PrometheusError } from "../../prometheus/error.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import type { AskedTimes } from "../../results/answer-text.js";
import type { PageServer } from "../server/page-server.js";

/** What became of a query that was asked. */
export type Outcome =
  | { readonly kind: "answered"; readonly answer: QueryAnswer; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "stopped" };

/** Asks a query. */
export async function outcomeOf(
  query: string,
  times: AskedTimes,
  server: Pick<PageServer, "instantQuery" | "rangeQuery">,
): Promise<Outcome> {
  const begun = performance.now();
  try {
    const answer =
      times.kind === "instant"
        ? await server.instantQuery(query, dateOf(times.time))
        : await server.rangeQuery(query, dateOf(times.start), dateOf(times.end), times.step);
    return { kind: "answered", answer, milliseconds: performance.now() - begun };
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    return error.kind === "cancelled" ? { kind: "stopped" } : { kind: "failed", message: reasonOf(error) };
  }
}

/** What the server says of the query; where it does not, what is wrong with the server. */
function reasonOf({ message, serverSays = "" }: PrometheusError): string {
  return serverSays === "" ? message : serverSays;
}

function dateOf(seconds: number): Date {
  return new Date(seconds * 1000);
}
