import type { QueryAnswer } from "../../prometheus/index.js";
import type { AskedTimes } from "../../results/answer-text.js";
import type { Source } from "../server/source.js";

/** A query that was asked, when for, and what came back; nothing where the query has no result. */
export interface ViewsProps {
  readonly query: string;
  readonly times: AskedTimes;
  readonly answer?: QueryAnswer;
  readonly source: Source;
}

/** A result as table and graph, the query as a tree of results and in words: one at a time. */
export function Views({ answer }: ViewsProps) {
  return <pre class="views">{JSON.stringify(answer?.result, null, 2)}</pre>;
}
