import { plural } from "../syntax/plural.js";
import type { Summary } from "./report.js";

/** Such as `3 errors, 1 warning in 2 of 12 files (2 fixable with --fix, 1 more with --fix-review)`. */
export function formatSummary({ errors, warnings, infos, files, filesChecked, ...fixes }: Summary): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
    ...(infos > 0 ? [plural(infos, "info")] : []),
  ];
  const repairs = formatRepairs(fixes);
  return [
    counts.join(", ") || "nothing to report",
    ...(filesChecked > 1 ? [`in ${files > 0 && files < filesChecked ? `${files} of ` : ""}${filesChecked} files`] : []),
    ...(repairs === "" ? [] : [`(${repairs})`]),
  ].join(" ");
}

/** Such as `2 fixable with --fix, 1 more with --fix-review`; empty when no flag repairs anything. */
export function formatRepairs({ fixable, fixableWithReview }: Pick<Summary, "fixable" | "fixableWithReview">): string {
  return [
    ...(fixable > 0 ? [`${fixable} fixable with --fix`] : []),
    ...(fixableWithReview > 0 ? [`${fixableWithReview} ${fixable > 0 ? "more" : "fixable"} with --fix-review`] : []),
  ].join(", ");
}
