import { useEffect, useRef, useState } from "preact/hooks";
import type { Diagnostic } from "../../lint/rule.js";
import { formatDuration } from "../../promql/durations.js";
import type { Span } from "../../syntax/problem.js";
import { Editor } from "../editor/editor.js";
import { Findings } from "../editor/findings.js";
import { RunButton } from "../editor/run-button.js";
import { Sentence } from "../markdown.js";
import { Views } from "../results/views.js";
import { hashOf } from "../route.js";
import type { Source } from "../server/source.js";
import { asOfNow, type ChosenTimes, timesAsked } from "./chosen-times.js";
import { type Example, examples } from "./examples.js";
import { linkTo } from "./link.js";
import { Share } from "./share.js";
import { TimesChoice } from "./times-choice.js";
import { type Run, useRun } from "./use-run.js";

/** What the address names, and where queries are asked. */
export interface PlaygroundProps {
  readonly query: string;
  /** Now, where the address names none. */
  readonly times?: ChosenTimes;
  readonly source: Source;
}

/** What was found in which text. */
interface Found {
  readonly query: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What stood here when the reader left for the lessons. */
let left: { readonly query: string; readonly times: ChosenTimes } = { query: "", times: asOfNow };

/** Any query, with its findings, its result and its parts. */
export function Playground({ query: named, times: namedTimes, source }: PlaygroundProps) {
  const isNamed = named !== "";
  const [query, setQuery] = useState(isNamed ? named : left.query);
  const [times, setTimes] = useState(isNamed ? (namedTimes ?? asOfNow) : left.times);
  const [found, setFound] = useState<Found>();
  const [selected, setSelected] = useState<Span>();
  const { run, isRunning, ask, stop } = useRun(source);
  left = { query, times };

  const opened = useRef<string>(undefined);
  const start = (text: string, when: ChosenTimes) => {
    if (text.trim() === "") return;
    ask(text, timesAsked(when, source.now()));
    const hash = hashOf({ view: "playground", query: text, times: when });
    opened.current = hash;
    history.replaceState(null, "", linkTo(location.href, hash) === undefined ? "#/playground" : hash);
  };
  const begin = (text: string, when: ChosenTimes) => {
    setQuery(text);
    setTimes(when);
    start(text, when);
  };

  // What an address names is run when it is opened, and when another one is than that of the last run.
  useEffect(() => {
    const address = hashOf({ view: "playground", query: named, ...(namedTimes && { times: namedTimes }) });
    if (opened.current === address) return;
    opened.current = address;
    if (isNamed) begin(named, namedTimes ?? asOfNow);
  }, [named, namedTimes]);

  const isCurrent = found?.query === query.replace(/\r\n?/g, "\n");
  return (
    <div class="playground">
      <div class="playground-head">
        <h1>Playground</h1>
        <p class="playground-quiet">
          Any query, asked on {source.server.name}. What is wrong with it is found while you write.
        </p>
      </div>
      <Editor
        query={query}
        label="Query"
        source={source}
        use={times.kind}
        onQuery={setQuery}
        onRun={() => start(query, times)}
        onDiagnostics={(diagnostics, text) => setFound({ query: text, diagnostics })}
        selected={selected}
      >
        <RunButton isRunning={isRunning} onRun={() => start(query, times)} onStop={stop} />
      </Editor>
      <div class="playground-controls">
        <TimesChoice times={times} onTimes={setTimes} />
        <Share query={query} times={times} />
      </div>
      {found && found.diagnostics.length > 0 && (
        <Findings
          query={found.query}
          diagnostics={found.diagnostics}
          onSelect={setSelected}
          {...(isCurrent && { onFix: setQuery })}
        />
      )}
      <Result run={run} isRunning={isRunning} />
      {!run && !isRunning && <Examples onChoose={({ query: text, times: when }) => begin(text, when)} />}
    </div>
  );
}

interface ResultProps {
  readonly run: Run | undefined;
  readonly isRunning: boolean;
}

/** How the last run went, and what it gave, which stays while another one runs. */
function Result({ run, isRunning }: ResultProps) {
  return (
    <>
      <p class="playground-status" role="status" aria-busy={isRunning}>
        {isRunning ? "The query runs …" : run && <OutcomeText run={run} />}
      </p>
      {run && run.outcome.kind !== "stopped" && (
        <div class={isRunning ? "playground-old" : undefined}>
          <Views
            query={run.query}
            times={run.times}
            source={run.source}
            {...(run.outcome.kind === "answered" && { answer: run.outcome.answer })}
          />
        </div>
      )}
    </>
  );
}

function OutcomeText({ run: { outcome, times } }: { readonly run: Run }) {
  switch (outcome.kind) {
    case "answered": {
      const step = times.kind === "range" ? `, a point every ${formatDuration(times.step)}` : "";
      return <span class="playground-quiet">{`Answered in ${Math.round(outcome.milliseconds)} ms${step}.`}</span>;
    }
    case "failed":
      return (
        <span class="playground-failed">
          <strong>No result:</strong> <Sentence text={outcome.message} />
        </span>
      );
    case "stopped":
      return <>The query was stopped.</>;
  }
}

function Examples({ onChoose }: { readonly onChoose: (example: Example) => void }) {
  return (
    <section class="playground-examples" aria-labelledby="playground-examples">
      <h2 id="playground-examples">Begin with</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.query}>
            <button type="button" onClick={() => onChoose(example)}>
              <span>{example.title}</span>
              <code>{example.query}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
