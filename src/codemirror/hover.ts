import type { EditorState, Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { describe, type Description } from "./description.js";
import { editorLimit } from "./limits.js";
import { describedBy } from "./markup.js";
import { type NamedPart, namedParts } from "./names.js";
import { metricsIn, promqlOptions } from "./options.js";

/** Tells of functions, aggregation operators and metrics below the pointer. */
export function promqlHover(): Extension {
  return hoverTooltip(async (view, position, side) => {
    const part = partAt(view.state, position, side);
    const description = part && describe(part, await metricsIn(view.state));
    if (!description) return null;
    const { from, to } = part.span;
    return { pos: from, end: to, above: true, create: () => ({ dom: describedBy(description) }) };
  });
}

/** What is told of the name at a place in the text. */
export async function descriptionAt(state: EditorState, position: number): Promise<Description | undefined> {
  const part = partAt(state, position, 1);
  return part && describe(part, await metricsIn(state));
}

/** `side` tells which of two names that touch is meant: -1 the one before the position, 1 the one behind. */
function partAt(state: EditorState, position: number, side: -1 | 1): NamedPart | undefined {
  if (state.doc.length > editorLimit) return undefined;
  const at = side < 0 ? position - 1 : position;
  const parts = namedParts(state.doc.toString(), state.facet(promqlOptions));
  return parts.find(({ span }) => span.from <= at && at < span.to);
}
