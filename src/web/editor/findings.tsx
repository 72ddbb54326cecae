import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Diagnostic } from "../../lint/rule.js";
import type { Span } from "../../syntax/problem.js";
import { applyEdits } from "../../lint/fix.js";
import { Sentence } from "../markdown.js";
import { cautionOf, countText, inOrderOfWeight } from "./finding-words.js";

/** What is found in a query, and whom to tell of a query that was mended. */
export interface FindingsProps {
  readonly query: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Missing where a fix would be the answer of an exercise. */
  readonly onFix?: (query: string) => void;
  /** Told the place of what was chosen. */
  readonly onSelect?: (at: Span) => void;
}

/** What is found in a query, the worst first. */
export function Findings({ query, diagnostics, onFix, onSelect }: FindingsProps) {
  const pageOf = usePages();
  return (
    <section class="findings" aria-label="Findings">
      <p class="findings-count" role="status">
        {countText(diagnostics)}
      </p>
      <ul>
        {inOrderOfWeight(diagnostics).map((diagnostic) => {
          const { at, because = [], code, fixes = [], help, message, severity } = diagnostic;
          const page = pageOf?.(code);
          return (
            <li key={`${code} ${at.from} ${at.to} ${message}`} class={`findings-item findings-${severity}`}>
              <p class="findings-message">
                <strong class="findings-severity">{severity}</strong>{" "}
                <Place at={at} {...(onSelect && { onSelect })}>
                  <Sentence text={message} />
                </Place>{" "}
                {page === undefined ? (
                  <span class="findings-code">{code}</span>
                ) : (
                  <a class="findings-code" href={page} target="_blank" rel="noopener noreferrer">
                    {code}
                  </a>
                )}
              </p>
              {because.map((cause) => (
                <p class="findings-more">
                  <Place at={cause.at} {...(onSelect && { onSelect })}>
                    <Sentence text={cause.message} />
                  </Place>
                </p>
              ))}
              {help !== undefined && (
                <p class="findings-more">
                  <strong>Help:</strong> <Sentence text={help} />
                </p>
              )}
              {onFix && fixes.length > 0 && (
                <div class="findings-fixes">
                  {fixes.map(({ title, safety, edits }) => (
                    <button type="button" onClick={() => onFix(applyEdits(query, edits))}>
                      <Sentence text={title} />
                      <span class="findings-caution">{cautionOf(safety)}</span>
                    </button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A text that leads to its place in the query, where somebody shows it. */
function Place({
  at,
  onSelect,
  children,
}: Pick<FindingsProps, "onSelect"> & { readonly at: Span; readonly children: ComponentChildren }) {
  if (!onSelect) return <span>{children}</span>;
  return (
    <button
      type="button"
      class="findings-place"
      title="Select it in the query"
      onClick={() => onSelect({ from: at.from, to: at.to })}
    >
      {children}
    </button>
  );
}

/** Where the page of a rule or problem can be read, once that is loaded. */
function usePages(): ((code: string) => string | undefined) | undefined {
  const [pageOf, setPageOf] = useState<(code: string) => string | undefined>();
  useEffect(() => {
    let isShown = true;
    void import("../../codemirror/diagnostics.js").then(({ publishedPage }) => {
      if (isShown) setPageOf(() => publishedPage);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return pageOf;
}
