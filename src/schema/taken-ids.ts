import type { FilePlace } from "./places.js";
import type { DataProblem } from "./read-data.js";

/** A problem for each item whose id one before it has; `what` says what they are: `entry`. */
export function takenIds(
  items: Iterable<{ readonly id: string; readonly at: FilePlace }>,
  what: string,
): readonly DataProblem[] {
  const first = new Map<string, FilePlace>();
  return Array.from(items).flatMap(({ id, at }) => {
    const other = first.get(id);
    if (!other) {
      first.set(id, at);
      return [];
    }
    const message = `the id \`${id}\` is taken by the ${what} at ${other.path}:${other.line}`;
    return [{ at, message, help: `give the ${what} an id of its own` }];
  });
}
