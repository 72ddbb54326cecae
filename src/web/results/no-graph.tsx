import type { QueryResult } from "../../prometheus/index.js";
import { hashOf } from "../route.js";

/** A query, its result that cannot be drawn, and the moment of it, in seconds since 1970. */
export interface NoGraphProps {
  readonly query: string;
  readonly result: QueryResult;
  readonly time: number;
}

/** Says why a result has no graph, and leads to one. */
export function NoGraph({ query, result, time }: NoGraphProps) {
  if (result.type === "string") return <p class="results-quiet">A text has no graph.</p>;
  if (result.type === "matrix") {
    return (
      <p class="results-quiet">
        A graph draws one value of each series at each moment, and a range vector has many. A function such as rate()
        makes one of them.
      </p>
    );
  }
  const hour = hashOf({ view: "playground", query, times: { kind: "range", last: 3600, end: time } });
  return (
    <p class="results-quiet">
      This is the result of one moment, and a graph shows many. <a href={hour}>Draw the hour before it</a> in the
      playground, where you can choose another range.
    </p>
  );
}
