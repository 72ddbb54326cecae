import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { describedBy } from "./markup.js";

/** Tells of functions, aggregation operators and metrics below the pointer. What there is to tell is loaded then. */
export function promqlHover(): Extension {
  return hoverTooltip(async ({ state }, position, side) => {
    const { describedPart } = await import("./whole-query.js");
    const part = await describedPart(state, side < 0 ? position - 1 : position);
    if (!part) return null;
    const { from, to } = part.span;
    return { pos: from, end: to, above: true, create: () => ({ dom: describedBy(part.description) }) };
  });
}
