import { useEffect, useState } from "preact/hooks";
import { type Highlighter, loadHighlighter } from "../report/highlight.js";
import { visibleLines } from "./visible-lines.js";

/** A query in the colours of its parts, once the grammar is loaded; plain until then. */
export function QueryText({ query }: { readonly query: string }) {
  const highlighter = useHighlighter();
  if (!highlighter) return <code class="query-text">{visibleLines(query)}</code>;
  const spans = highlighter(query);
  return (
    <code class="query-text">
      {spans.map(({ from, to, style }, k) => [
        visibleLines(query.slice(spans[k - 1]?.to ?? 0, from)),
        <span class={`query-text-${style}`}>{visibleLines(query.slice(from, to))}</span>,
      ])}
      {visibleLines(query.slice(spans.at(-1)?.to ?? 0))}
    </code>
  );
}

let loading: Promise<Highlighter> | undefined;
let loaded: Highlighter | undefined;

function useHighlighter(): Highlighter | undefined {
  const [highlighter, setHighlighter] = useState(() => loaded);
  useEffect(() => {
    if (highlighter) return undefined;
    let isShown = true;
    loading ??= loadHighlighter();
    loading.then(
      (ready) => {
        loaded = ready;
        if (isShown) setHighlighter(() => ready);
      },
      () => (loading = undefined),
    );
    return () => {
      isShown = false;
    };
  }, [highlighter]);
  return highlighter;
}
