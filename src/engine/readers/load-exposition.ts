import type { Exposition } from "../../exposition/exposition.js";
import { parseExposition } from "../../exposition/parse.js";
import type { Family } from "../../exposition/exposition.js";
import { metricName } from "../../promql/labels.js";
import { metricNumber } from "../../promql/numbers.js";
import { type Label, labelsOf } from "../labels.js";
import type { Storage } from "../storage.js";
import type { LoadProblem } from "./load-problem.js";

/** How samples are read. */
export interface ExpositionLoading {
  /** When samples without a timestamp were taken, in seconds since 1970. Without it they are left out. */
  readonly time?: number;
}

/**
 * Adds the samples of a text in Prometheus' text format or OpenMetrics, which may hold many of each series. Never
 * throws; what could not be read is returned.
 */
export function loadExposition(
  storage: Storage,
  text: string,
  loading: ExpositionLoading = {},
): readonly LoadProblem[] {
  return loadFamilies(storage, parseExposition(text), loading);
}

/** As {@link loadExposition}, of a text that has been parsed. */
export function loadFamilies(
  storage: Storage,
  { families, problems }: Exposition,
  { time }: ExpositionLoading,
): readonly LoadProblem[] {
  let untimed = 0;
  for (const { type, samples } of families) {
    const bound = boundLabels[type];
    for (const { name, labels, value, timestamp } of samples) {
      const seconds = timestamp ?? time;
      if (seconds === undefined) {
        untimed++;
        continue;
      }
      const pairs = Array.from(labels, (label) => (label[0] === bound ? withBound(label) : label));
      storage.append(labelsOf([[metricName, name], ...pairs]), Math.round(seconds * 1000), value);
    }
  }
  if (untimed === 0) return problems;
  const count = untimed === 1 ? "1 sample has" : `${untimed} samples have`;
  return [
    ...problems,
    { message: `${count} no timestamp and ${untimed === 1 ? "is" : "are"} left out: add it, or give a time` },
  ];
}

/** In which labels of a family numbers stand: a server writes them in one way, however the exporter does. */
const boundLabels: Partial<Record<Family["type"], string>> = { histogram: "le", summary: "quantile" };

function withBound([name, value]: Label): Label {
  const bound = Number(value.replace(/Inf$/, "Infinity"));
  return [name, value.trim() === "" || Number.isNaN(bound) ? value : metricNumber(bound)];
}
