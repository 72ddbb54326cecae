import { useState } from "preact/hooks";
import { PrometheusError } from "../../prometheus/error.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import { lastMoment } from "../../query/times.js";
import { type EmptyCause, whyEmpty } from "../../query/why-empty.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { parse } from "../../syntax/parse.js";
import { Sentence } from "../markdown.js";
import type { Source } from "../server/source.js";

/** A query, its answer without series, and where to ask for the reason. */
export interface EmptyProps {
  readonly query: string;
  readonly times: AskedTimes;
  readonly answer: QueryAnswer;
  readonly source: Source;
}

interface Reasons {
  readonly of: QueryAnswer;
  /** Missing while they are looked for. */
  readonly causes?: readonly EmptyCause[];
}

/** Says that a result has no series, and finds out why when it is asked to. */
export function Empty({ query, times, answer, source }: EmptyProps) {
  const [reasons, setReasons] = useState<Reasons>();
  const causes = reasons?.of === answer ? reasons.causes : undefined;
  const isLooking = reasons?.of === answer && !causes;
  const look = async () => {
    setReasons({ of: answer });
    let found: Reasons | undefined;
    try {
      found = { of: answer, causes: await causesOf(query, times, source) };
    } finally {
      setReasons((now) => (now?.of === answer ? found : now));
    }
  };
  return (
    <div class="results-empty">
      <p>The result is empty: no series fits the query.</p>
      <div role="status">
        {causes?.map(({ message, help }) => (
          <p key={message}>
            <strong>Why:</strong> <Sentence text={message} />
            {help !== undefined && (
              <>
                : <Sentence text={help} />
              </>
            )}
          </p>
        ))}
        {causes?.length === 0 && <p>No reason was found.</p>}
      </div>
      {!causes && (
        <button type="button" disabled={isLooking} onClick={() => void look()}>
          {isLooking ? "Looking …" : "Find out why"}
        </button>
      )}
    </div>
  );
}

/** None where the server does not answer, or the question was given up. */
async function causesOf(query: string, times: AskedTimes, { server }: Source): Promise<readonly EmptyCause[]> {
  const { expr } = parse(query);
  try {
    return expr ? await whyEmpty(server, query, expr, new Date(Math.round(lastMoment(times) * 1000))) : [];
  } catch (error) {
    if (error instanceof PrometheusError) return [];
    throw error;
  }
}
