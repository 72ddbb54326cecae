import { formatDuration } from "../promql/durations.js";
import { assertNever } from "../syntax/ast.js";
import type { Exercise } from "./lesson.js";

/** How the result of an exercise is used; nothing where it is looked at once. */
export function kindWords({ kind, last }: Pick<Exercise, "kind" | "last">): string | undefined {
  switch (kind) {
    case "range":
      return `A graph over ${formatDuration(last)}`;
    case "alert":
      return "A condition of an alert";
    case "instant":
      return undefined;
    default:
      return assertNever(kind);
  }
}
