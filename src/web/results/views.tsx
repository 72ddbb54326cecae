import { useMemo, useState } from "preact/hooks";
import { resultUnit } from "../../analysis/explain/explain.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import { visible } from "../../report/visible.js";
import { lastMoment } from "../../query/times.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { parse } from "../../syntax/parse.js";
import type { Source } from "../server/source.js";
import { Words } from "../tree/words.js";
import { type Choice, type View, viewFor, views } from "./choice.js";
import { Empty } from "./empty.js";
import { lazily } from "./lazily.js";
import { NoGraph } from "./no-graph.js";
import { Single } from "./single.js";
import { summaryText } from "./summary-text.js";
import { Table } from "./table.js";
import { Tabs } from "./tabs.js";

/** A query that was asked, when for, and what came back; nothing where the query has no result. */
export interface ViewsProps {
  readonly query: string;
  readonly times: AskedTimes;
  readonly answer?: QueryAnswer;
  readonly source: Source;
}

const titles: Readonly<Record<View, string>> = { table: "Table", graph: "Graph", tree: "Tree", words: "In words" };

const Graph = lazily(async () => (await import("./graph.js")).Graph);
const QueryTree = lazily(async () => (await import("../tree/query-tree.js")).QueryTree);

/** A result as table and graph, the query as a tree of results and in words: one at a time. */
export function Views(props: ViewsProps) {
  const { query, times, answer, source } = props;
  const [choice, setChoice] = useState<Choice>();
  const unit = useMemo(() => {
    const { expr } = parse(query);
    return expr ? resultUnit(expr, source.metrics) : undefined;
  }, [query, source.metrics]);
  const view = viewFor(times.kind, answer !== undefined, choice);
  return (
    <section class="results" aria-label="Result">
      <p class="results-summary" role="status">
        {answer ? summaryText(answer.result, times, unit) : "The query has no result"}
      </p>
      {answer && <Annotations {...answer} />}
      <Tabs
        label="Views of the result"
        tabs={views.map((id) => ({ id, title: titles[id] }))}
        selected={view}
        onSelect={(chosen) => setChoice({ view: chosen, kind: times.kind })}
      >
        <Shown {...props} view={view} unit={unit} />
      </Tabs>
    </section>
  );
}

interface ShownProps extends ViewsProps {
  readonly view: View;
  readonly unit: string | undefined;
}

function Shown({ view, query, times, answer, source, unit }: ShownProps) {
  switch (view) {
    case "tree":
      return <QueryTree query={query} times={times} source={source} />;
    case "words":
      return <Words key={query} query={query} metrics={source.metrics} />;
    case "table":
    case "graph":
      if (!answer) return <p class="results-quiet">The query has no result to show.</p>;
      return view === "table" ? (
        <InTable query={query} times={times} answer={answer} source={source} unit={unit} />
      ) : (
        <InGraph query={query} times={times} answer={answer} source={source} unit={unit} />
      );
  }
}

interface AnsweredProps extends Required<ViewsProps> {
  readonly unit: string | undefined;
}

function InTable({ query, times, answer, source, unit }: AnsweredProps) {
  const { result } = answer;
  if (result.type === "scalar" || result.type === "string") return <Single answer={answer} unit={unit} />;
  if (result.series.length > 0) return <Table answer={answer} times={times} unit={unit} />;
  return <Empty query={query} times={times} answer={answer} source={source} />;
}

function InGraph({ query, times, answer, source, unit }: AnsweredProps) {
  const { result } = answer;
  if (times.kind === "instant" || result.type !== "matrix") {
    return <NoGraph query={query} result={result} time={lastMoment(times)} />;
  }
  if (result.series.length > 0) return <Graph series={result.series} range={times} unit={unit} />;
  return <Empty query={query} times={times} answer={answer} source={source} />;
}

/** What the server says of the answer. */
function Annotations({ warnings, infos }: QueryAnswer) {
  if (warnings.length + infos.length === 0) return null;
  return (
    <ul class="results-annotations">
      {warnings.map((text) => (
        <li key={text} class="results-warning">
          <strong>Warning</strong> {visible(text)}
        </li>
      ))}
      {infos.map((text) => (
        <li key={text}>
          <strong>Info</strong> {visible(text)}
        </li>
      ))}
    </ul>
  );
}
