import type { EmptyCause } from "../../query/why-empty.js";
import type { AskedTimes } from "../../results/answer-text.js";
import type { Problem } from "../../syntax/problem.js";
import type { StateOf } from "./loss.js";
import type { Part } from "./parts.js";

/** What is known of the parts of a query. */
export interface Known {
  readonly query: string;
  readonly times: AskedTimes;
  readonly stateOf: StateOf;
  /** Why a part gives nothing; none as long as that is not known. */
  readonly causesOf: (part: Part) => readonly EmptyCause[];
  /** Why a part is not asked. */
  readonly problemOf: (part: Part) => Problem | undefined;
  /** In what the values of a part are measured. */
  readonly unitOf: (part: Part) => string | undefined;
}
