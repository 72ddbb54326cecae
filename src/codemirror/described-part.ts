import type { EditorState } from "@codemirror/state";
import type { Span } from "../syntax/problem.js";
import {
  describeAggregator,
  describeFunction,
  describeMetric,
  type Description,
} from "../analysis/explain/describe.js";
import type { Metrics } from "../metrics/metrics.js";
import { editorLimit } from "./limits.js";
import { type NamedPart, namedParts } from "./names.js";
import { metricsIn, promqlOptions } from "./options.js";

/** A name in a query, and what is told of it. */
export interface DescribedPart {
  readonly span: Span;
  readonly description: Description;
}

/** What is told of the name of which a character stands behind an offset; nothing where there is none, or nothing is known. */
export async function describedPart(state: EditorState, offset: number): Promise<DescribedPart | undefined> {
  if (state.doc.length > editorLimit) return undefined;
  const parts = namedParts(state.doc.toString(), state.facet(promqlOptions));
  const part = parts.find(({ span }) => span.from <= offset && offset < span.to);
  const description = part && describe(part, await metricsIn(state));
  return description && { span: part.span, description };
}

function describe(part: NamedPart, metrics: Metrics): Description | undefined {
  switch (part.kind) {
    case "function":
      return describeFunction(part.name);
    case "aggregator":
      return describeAggregator(part.name);
    case "metric":
      return describeMetric(part.name, metrics);
  }
}
