import type { Colors } from "./colors.js";
import { summarise, type FileReport, type LocatedDiagnostic } from "./report.js";
import { formatRepairs } from "./summary.js";
import { visible } from "./visible.js";

/** How often one code was reported. */
export interface CodeCount {
  readonly code: string;
  readonly count: number;
  /** Of these, the ones whose first fix is safe. */
  readonly fixable: number;
  /** Of these, the ones whose first fix may change the result. */
  readonly fixableWithReview: number;
}

/** Counts by code, the most frequent first. */
export function statisticsOf(reports: readonly FileReport[]): CodeCount[] {
  const byCode = new Map<string, LocatedDiagnostic[]>();
  for (const diagnostic of reports.flatMap(({ diagnostics }) => diagnostics)) {
    const known = byCode.get(diagnostic.code);
    if (known) known.push(diagnostic);
    else byCode.set(diagnostic.code, [diagnostic]);
  }
  const counts = Array.from(byCode, ([code, diagnostics]): CodeCount => {
    const { fixable, fixableWithReview } = summarise([{ path: "", text: "", diagnostics }]);
    return { code, count: diagnostics.length, fixable, fixableWithReview };
  });
  return counts.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** A line for each code, such as `12  regex-without-pattern  12 fixable with --fix`; empty when there are none. */
export function formatStatistics(counts: readonly CodeCount[], colors: Colors): string {
  const digits = Math.max(...counts.map(({ count }) => String(count).length));
  const width = Math.max(...counts.map(({ code }) => visible(code).length));
  const lines = counts.map((each) => {
    const repairs = formatRepairs(each);
    const name = visible(each.code);
    const blanks = repairs === "" ? "" : " ".repeat(width - name.length + 2);
    return `${String(each.count).padStart(digits)}  ${colors.bold(name)}${blanks}${repairs}`;
  });
  return lines.join("\n");
}
