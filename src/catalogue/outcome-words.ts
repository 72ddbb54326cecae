import { numberText } from "../promql/numbers.js";
import { histogramText } from "../results/number.js";
import type { CatalogueEntry } from "./entry.js";
import type { Outcome, SampleOfResult } from "./outcome.js";

/** A remark under an outcome. */
export interface Note {
  readonly kind: "warning" | "info" | "help";
  readonly text: string;
}

/** What became of an entry, in words that may hold a server's text as it came. */
export function outcomeWords(outcome: Outcome): { readonly text: string; readonly notes: readonly Note[] } {
  switch (outcome.status) {
    case "ok": {
      const { entry, series, example, warnings, infos } = outcome;
      const found = example && `${series} series, such as ${sampleWords(example, entry)}`;
      const condition = found ? `the condition is met by ${found}` : "the condition is not met";
      const notes = [...warnings.map(annotation("warning")), ...infos.map(annotation("info"))];
      return { text: entry.kind === "alert" ? condition : (found ?? "no series"), notes };
    }
    case "empty": {
      const { message, help } = outcome.reason;
      return { text: message, notes: help ? [{ kind: "help", text: help }] : [] };
    }
    case "error": {
      const { message, help } = outcome;
      return { text: message, notes: help ? [{ kind: "help", text: help }] : [] };
    }
  }
}

function annotation(kind: "warning" | "info") {
  return (text: string): Note => ({ kind, text: text.replace(/^PromQL (info|warning): /, "") });
}

/** With the labels that the entry promises; `…` stands for others. */
function sampleWords({ labels, sample }: SampleOfResult, entry: CatalogueEntry): string {
  const { __name__: name = "", ...others } = labels;
  const shown = Object.entries(others).filter(([label]) => entry.labels.includes(label));
  const pairs = shown.map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const rest = shown.length < Object.keys(others).length ? ["…"] : [];
  const inBraces = [...pairs, ...rest].join(", ");
  const series = inBraces === "" ? name || "{}" : `${name}{${inBraces}}`;
  return `${series} ${valueWords(sample)}`;
}

function valueWords(sample: SampleOfResult["sample"]): string {
  if ("text" in sample) return JSON.stringify(sample.text);
  return "value" in sample ? numberText(rounded(sample.value)) : histogramText(sample.histogram);
}

/** To six digits: enough for a person, who finds the exact value in the JSON. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
