import type { Diagnostic } from "../../lint/rule.js";

/** What is found in a query, and whom to tell of a query that was mended. */
export interface FindingsProps {
  readonly query: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Missing where a fix would be the answer of an exercise. */
  readonly onFix?: (query: string) => void;
}

/** What is found in a query, the worst first. */
export function Findings({ diagnostics }: FindingsProps) {
  return (
    <ul class="findings">
      {diagnostics.map(({ code, message }) => (
        <li key={code}>{message}</li>
      ))}
    </ul>
  );
}
