import { useMemo, useState } from "preact/hooks";
import { explain } from "../../analysis/explain/explain.js";
import type { Metrics } from "../../metrics/metrics.js";
import { parse } from "../../syntax/parse.js";
import { excerptOf } from "./marked.js";
import { MarkedQuery } from "./marked-query.js";
import { Problems } from "./problems.js";
import { Sentence } from "../markdown.js";

/** A query, and what is known of its metrics. */
export interface WordsProps {
  readonly query: string;
  readonly metrics: Metrics;
}

/** So many sentences are shown, and all when the reader wants more. */
const mostSteps = 60;
/** So much of a part stands before its sentence. */
const mostCharacters = 60;

/** A query in words, from the inside out. */
export function Words({ query, metrics }: WordsProps) {
  const { expr, problems } = useMemo(() => parse(query), [query]);
  const steps = useMemo(() => (expr ? explain(expr, metrics) : []), [expr, metrics]);
  const [chosen, setChosen] = useState<number>();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? steps : steps.slice(0, mostSteps);
  const at = chosen === undefined ? undefined : steps[chosen]?.span;
  return (
    <div class="words">
      <Problems problems={problems.filter(({ severity }) => severity === "error")} />
      <MarkedQuery query={query} at={at} />
      <ol class="words-steps" onMouseLeave={() => setChosen(undefined)}>
        {shown.map(({ span, kind, text, unit }, k) => (
          <li class={k === chosen ? "words-chosen" : undefined} onMouseEnter={() => setChosen(k)}>
            {kind !== "Result" && (
              <button
                type="button"
                class="words-part"
                aria-label={`Mark ${excerptOf(query, span, mostCharacters)}`}
                aria-pressed={k === chosen}
                onFocus={() => setChosen(k)}
                onClick={() => setChosen(k)}
              >
                {excerptOf(query, span, mostCharacters)}
              </button>
            )}
            <p>
              <Sentence text={text} />
              {unit !== undefined && <span class="words-unit">{unit}</span>}
            </p>
          </li>
        ))}
      </ol>
      {steps.length > shown.length && (
        <button type="button" class="tree-more" onClick={() => setWhole(true)}>
          {`Show all ${steps.length} steps`}
        </button>
      )}
    </div>
  );
}
