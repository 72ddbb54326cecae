import { useState } from "preact/hooks";
import type { QueryAnswer } from "../../prometheus/index.js";
import { Editor } from "../editor/editor.js";
import { Views } from "../results/views.js";
import type { Source } from "../server/source.js";

/** What the address names, and where queries are asked. */
export interface PlaygroundProps {
  readonly query: string;
  readonly source: Source;
}

/** Any query, with its findings, its result and its parts. */
export function Playground({ query: given, source }: PlaygroundProps) {
  const [query, setQuery] = useState(given);
  const [answer, setAnswer] = useState<QueryAnswer>();
  return (
    <>
      <h1>Playground</h1>
      <Editor
        query={query}
        label="Query"
        source={source}
        onQuery={setQuery}
        onRun={() => void source.server.instantQuery(query).then(setAnswer)}
      />
      {answer && (
        <Views
          query={query}
          times={{ kind: "instant", time: source.now().getTime() / 1000 }}
          answer={answer}
          source={source}
        />
      )}
    </>
  );
}
