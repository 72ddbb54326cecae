import type { Known } from "./known.js";
import { lossOf } from "./loss.js";
import { summaryOf } from "./part-summary.js";
import type { Part } from "./parts.js";

/** The result of a part in a few words. */
export function sizeOf(part: Part, { stateOf, problemOf, unitOf }: Known): string {
  if (problemOf(part)) return "not asked";
  const state = stateOf(part);
  switch (state.kind) {
    case "waiting":
      return "";
    case "asking":
      return "asking…";
    case "failed":
      return "no answer";
    case "answered":
      return summaryOf(state, unitOf(part)).size;
  }
}

/** What matters most about the result of a part, a sentence or labels; empty where there is nothing to say. */
export function noteOf(part: Part, { stateOf, causesOf, problemOf, unitOf }: Known): string {
  const state = stateOf(part);
  if (problemOf(part)) return "";
  if (state.kind === "failed") return state.message;
  if (state.kind !== "answered") return "";
  const [cause] = causesOf(part);
  const { differing, shared } = summaryOf(state, unitOf(part));
  return cause?.message ?? lossOf(part, stateOf) ?? (differing || shared);
}
