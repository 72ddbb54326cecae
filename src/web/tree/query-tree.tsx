import type { AskedTimes } from "../../results/answer-text.js";
import type { Source } from "../server/source.js";

/** A query, and where and when its parts are asked. */
export interface QueryTreeProps {
  readonly query: string;
  readonly times: AskedTimes;
  readonly source: Source;
}

/** The parts of a query as a tree, each with its result. */
export function QueryTree({ query }: QueryTreeProps) {
  return <pre class="query-tree">{query}</pre>;
}
