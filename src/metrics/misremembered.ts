import { misrememberedTables } from "./builtin/misremembered.js";
import { type Successor, successorsOf } from "./successor.js";

/** That a name is often given to what an exporter calls otherwise. */
export interface Misremembered {
  readonly name: string;
  readonly exporter: string;
  /** What it is called. */
  readonly successor: Successor;
}

/** What is meant by the name of a series that no version of an exporter has given; nothing for any other name. */
export function misrememberedAs(name: string): Misremembered | undefined {
  byName ??= new Map(
    misrememberedTables.flatMap(({ exporter, rows }) =>
      [...successorsOf(rows)].map((row) => [row.name, { ...row, exporter }]),
    ),
  );
  return byName.get(name);
}

let byName: ReadonlyMap<string, Misremembered> | undefined;
