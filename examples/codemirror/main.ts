// An editor for PromQL: npm install promql-lint vite @codemirror/{autocomplete,commands,language,lint,state,view}; npx vite
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { clientSource, promql, type SeriesSource } from "promql-lint/codemirror";

const server = new URLSearchParams(location.search).get("prometheus");

new EditorView({
  doc: "sum by (instance) (rate(node_load1[5m]))",
  parent: document.querySelector("#editor") ?? document.body,
  extensions: [
    lineNumbers(),
    history(),
    promql(server === null ? {} : { source: seriesOf(server) }),
    keymap.of([...defaultKeymap, ...historyKeymap]),
  ],
});

/** The metrics, labels and values of a Prometheus server, such as `?prometheus=http://localhost:9090`. */
function seriesOf(url: string): SeriesSource {
  const ask = async (path: string, match: readonly string[] = []): Promise<readonly string[]> => {
    const selectors = new URLSearchParams(match.map((selector) => ["match[]", selector]));
    const answer = await fetch(`${url}/api/v1/${path}?${selectors}`);
    const { data = [] } = (await answer.json()) as { data?: readonly string[] };
    return data;
  };
  return clientSource({
    labelNames: (match) => ask("labels", match),
    labelValues: (name, match) => ask(`label/${name}/values`, match),
  });
}
