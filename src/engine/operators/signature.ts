import { metricName } from "../../promql/labels.js";
import { type Labels, onlyLabels, withoutLabels } from "../labels.js";
import type { Signature } from "./binary.js";

/** The labels by which a series is matched. The metric's name is matched only where `on` lists it. */
export function matchedLabels(labels: Labels, { on, labels: names }: Signature): Labels {
  return on ? onlyLabels(labels, names) : withoutLabels(withoutLabels(labels, names), nameOnly);
}

/** A text that is the same for series that match. */
export function signatureKey(labels: Labels, by: Signature): string {
  return matchedLabels(labels, by).key;
}

const nameOnly: ReadonlySet<string> = new Set([metricName]);
