import type { Summary } from "./report.js";

/** Such as `3 errors, 1 warning in 2 files (2 fixable with --fix, 1 more with --fix-review)`. */
export function formatSummary({ errors, warnings, infos, files, fixable, fixableWithReview }: Summary): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
    ...(infos > 0 ? [plural(infos, "info")] : []),
  ];
  const repairs = [
    ...(fixable > 0 ? [`${fixable} fixable with --fix`] : []),
    ...(fixableWithReview > 0 ? [`${fixableWithReview} ${fixable > 0 ? "more" : "fixable"} with --fix-review`] : []),
  ];
  return [
    counts.join(", "),
    ...(files > 1 ? [`in ${plural(files, "file")}`] : []),
    ...(repairs.length > 0 ? [`(${repairs.join(", ")})`] : []),
  ].join(" ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
