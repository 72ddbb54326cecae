import type { Source } from "../server/source.js";

/** What an editor shows, and whom it tells of changes. */
export interface EditorProps {
  readonly query: string;
  /** Read to those who do not see it. */
  readonly label: string;
  readonly source: Source;
  readonly onQuery: (query: string) => void;
  readonly onRun: () => void;
}

/** A query that is being written. */
export function Editor({ query, label, onQuery, onRun }: EditorProps) {
  return (
    <div class="editor">
      <textarea aria-label={label} value={query} onInput={({ currentTarget }) => onQuery(currentTarget.value)} />
      <button type="button" onClick={onRun}>
        Run
      </button>
    </div>
  );
}
