import { useEffect, useRef } from "preact/hooks";
import type { Span } from "../../syntax/problem.js";
import { marked } from "./marked.js";

/** A query, and the part of it that is marked, if one is. */
export interface MarkedQueryProps {
  readonly query: string;
  readonly at: Span | undefined;
}

/** A query with a part of it marked, and scrolled to that. */
export function MarkedQuery({ query, at }: MarkedQueryProps) {
  const { before, part, after } = marked(query, at ?? { from: 0, to: 0 });
  const box = useRef<HTMLPreElement>(null);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!box.current || !mark.current) return;
    const top = mark.current.offsetTop - box.current.offsetTop;
    const isSeen = top >= box.current.scrollTop && top < box.current.scrollTop + box.current.clientHeight - 16;
    if (!isSeen) box.current.scrollTop = Math.max(0, top - 16);
  }, [at]);
  return (
    <pre class="tree-query" ref={box} tabIndex={0} role="group" aria-label="The query, with the chosen part marked">
      <code>
        {before}
        {at && <mark ref={mark}>{part}</mark>}
        {after}
      </code>
    </pre>
  );
}
