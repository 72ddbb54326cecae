import { explainNode } from "../../analysis/explain/explain.js";
import { valueType } from "../../analysis/value-type.js";
import type { Metrics } from "../../metrics/metrics.js";
import { typeInWords } from "../../promql/value-types.js";
import { clockText } from "../../results/moment.js";
import { hashOf } from "../route.js";
import { type AskedPart, askedPart } from "./asked-part.js";
import type { Known } from "./known.js";
import { lossOf } from "./loss.js";
import { isAnswered, type PartAnswer } from "./part-state.js";
import { peeked, seriesCount, type Summary, summaryOf } from "./part-summary.js";
import { kindInWords } from "./part-text.js";
import type { Part } from "./parts.js";
import { Sentence } from "../markdown.js";
import { Reason } from "./reason.js";

/** A part, and what is known of it. */
export interface PartDetailsProps {
  readonly part: Part;
  /** Whether the reader has chosen it; else it is the whole query. */
  readonly isChosen: boolean;
  readonly known: Known;
  readonly metrics: Metrics;
  /** The reader wants the parts to be asked again. */
  readonly onAgain: () => void;
}

/** All that is known of the chosen part: what it is, its result, and why there is none. */
export function PartDetails({ part, isChosen, known, metrics, onAgain }: PartDetailsProps) {
  const { expr } = part;
  const asked = askedPart(part, known.query, known.times);
  const state = known.stateOf(part);
  const problem = known.problemOf(part);
  const type = valueType(expr);
  const words = explainNode(expr, metrics);
  return (
    <section class={`tree-details${isChosen ? " tree-details-chosen" : ""}`} aria-label="The chosen part">
      <p class="tree-kind">
        {kindInWords(expr)}
        {type !== "unknown" && ` · ${typeInWords(type)}`}
      </p>
      {words !== undefined && (
        <p>
          <Sentence text={words} />.
        </p>
      )}
      <Moment asked={asked} query={known.query} />
      {problem && (
        <p class="tree-why">
          Not asked: <Sentence text={problem.message} />
        </p>
      )}
      {state.kind === "failed" && <p class="tree-why">{<Sentence text={state.message} />}</p>}
      {state.kind === "answered" && <Answer part={part} answer={state} known={known} />}
      <p class="tree-actions">
        <a href={hashOf({ view: "playground", query: asked.text, times: { kind: "instant", time: asked.time } })}>
          Use this part in the playground
        </a>
        {isAnswered(state) && (
          <button type="button" onClick={onAgain}>
            Ask again
          </button>
        )}
      </p>
    </section>
  );
}

/** Within a subquery a part is asked many times, and what is shown is one of them. */
function Moment({ asked: { subquery, time }, query }: { readonly asked: AskedPart; readonly query: string }) {
  if (!subquery) return null;
  const brackets = query.slice(subquery.brackets.from, subquery.brackets.to);
  const text = `The subquery \`${brackets}\` asks for this part at each of its steps. Here is one of them, the last: ${clockText(time)} UTC.`;
  return (
    <p class="tree-moment">
      <Sentence text={text} />
    </p>
  );
}

interface AnswerProps {
  readonly part: Part;
  readonly answer: PartAnswer;
  readonly known: Known;
}

function Answer({ part, answer, known }: AnswerProps) {
  const summary = summaryOf(answer, known.unitOf(part));
  const unit = known.unitOf(part);
  const facts: readonly (readonly [string, string])[] = [
    ["Result", summary.size],
    ["Differ in", summary.differing],
    [seriesCount(answer.result) === 1 ? "Labels" : "All have", summary.shared],
    ["Unit", unit ?? ""],
    ["Took", tookText(answer.took)],
  ];
  return (
    <>
      <dl class="tree-facts">
        {facts.map(
          ([name, value]) =>
            value !== "" && (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Reasons part={part} known={known} />
      <PeekTable summary={summary} answer={answer} />
    </>
  );
}

/** What series get lost here, and why; what to do. */
function Reasons({ part, known: { causesOf, stateOf } }: { readonly part: Part; readonly known: Known }) {
  const loss = lossOf(part, stateOf);
  const causes = causesOf(part);
  const texts = loss === undefined ? causes : [{ message: loss.message, help: causes[0]?.help }];
  return texts.map(({ message, help }) => (
    <p class="tree-why">
      <Reason message={message} help={help} />
    </p>
  ));
}

function PeekTable({ summary: { peek }, answer: { result, samples } }: { summary: Summary; answer: PartAnswer }) {
  if (peek.length === 0) return null;
  const count = seriesCount(result) ?? 0;
  const value = result.type === "matrix" ? "Last samples" : samples === undefined ? "Value" : "Last sample";
  return (
    <div class="tree-peek" tabIndex={0} role="group" aria-label="A few of the series">
      <table>
        <thead>
          <tr>
            <th scope="col">{count > peeked ? `First ${peeked} of ${count} series` : "Series"}</th>
            <th scope="col">{value}</th>
          </tr>
        </thead>
        <tbody>
          {peek.map((each) => (
            <tr>
              <td>{each.series}</td>
              <td>{each.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tookText(milliseconds: number): string {
  return milliseconds < 1 ? "less than 1 ms" : `${Math.round(milliseconds)} ms`;
}
