import { PrometheusError } from "../../prometheus/error.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import { tooLargeToShow } from "./answer-size.js";
import type { Call, Failure, Question, Reply } from "./messages.js";
import type { PageMethod, PageServer } from "./page-server.js";

/** What a worker says to a question; never rejects. */
export async function answerTo(question: Question, server: Pick<PageServer, PageMethod>): Promise<Reply> {
  const { id } = question;
  try {
    return { id, value: await answerOf(question, server) };
  } catch (error) {
    return { id, error: failureOf(error) };
  }
}

function answerOf({ method, args }: Call, server: Pick<PageServer, PageMethod>): Promise<unknown> {
  switch (method) {
    case "instantQuery":
      return fitting(server.instantQuery(...args));
    case "rangeQuery":
      return fitting(server.rangeQuery(...args));
    case "labelNames":
      return server.labelNames(...args);
    case "labelValues":
      return server.labelValues(...args);
    case "targets":
      return server.targets(...args);
  }
}

/** An answer that the page can take. */
async function fitting(asked: Promise<QueryAnswer>): Promise<QueryAnswer> {
  const answer = await asked;
  const mistake = tooLargeToShow(answer);
  if (mistake !== undefined) throw new PrometheusError("too-large", mistake);
  return answer;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof PrometheusError)) return { kind: "execution", message: `the query failed: ${String(error)}` };
  const { kind, message, serverSays } = error;
  return { kind, message, ...(serverSays !== undefined && { serverSays }) };
}
