import type { Known } from "./known.js";
import { isToBlame, isWhereLost, lossOf } from "./loss.js";
import { summaryOf } from "./part-summary.js";
import type { Part } from "./parts.js";

/** What the line of a part says of its result. */
export interface PartRow {
  /** The result in a few words; empty as long as it has not been asked for. */
  readonly size: string;
  /** What matters most about it, a sentence or labels; empty where there is nothing to say. */
  readonly note: string;
  /** `bad` where there is no result, or this is why the whole query has none; `loss` where series get lost. */
  readonly looks: "plain" | "loss" | "bad";
}

/** The line of a part. */
export function rowOf(part: Part, known: Known): PartRow {
  const { stateOf, causesOf, problemOf, unitOf } = known;
  if (problemOf(part)) return { size: "not asked", note: "", looks: "bad" };
  const state = stateOf(part);
  switch (state.kind) {
    case "waiting":
      return { size: "", note: "", looks: "plain" };
    case "asking":
      return { size: "asking…", note: "", looks: "plain" };
    case "failed":
      return { size: "no answer", note: state.message, looks: "bad" };
    case "answered": {
      const { size, differing, shared } = summaryOf(state, unitOf(part));
      const loss = lossOf(part, stateOf);
      const [cause] = causesOf(part);
      const isLoss = loss?.isAsked === false || isWhereLost(part, stateOf);
      const looks = isToBlame(part, stateOf) ? "bad" : isLoss ? "loss" : "plain";
      return { size, note: loss?.message ?? cause?.message ?? (differing || shared), looks };
    }
  }
}
