import { type Answer, instantQuery, rangeQuery, type Result, type Storage } from "../../src/engine/index.js";

/** The series of a result, sorted, with numbers to eleven digits; or the kind of error. */
export type Outcome = readonly string[] | { readonly error: string };

/** What a query gives at a time, and over the half hour before it in steps of a minute. Times are in seconds. */
export function outcomes(storage: Storage, query: string, time: number): readonly [Outcome, Outcome] {
  return [outcomeOf(instantQuery(storage, query, time)), outcomeOf(rangeQuery(storage, query, time - 1800, time, 60))];
}

function outcomeOf(answer: Answer): Outcome {
  return "error" in answer ? { error: answer.error.kind } : linesOf(answer.result);
}

function linesOf(result: Result): readonly string[] {
  switch (result.type) {
    case "string":
      return [result.text];
    case "scalar":
      return [digits(result.sample.value)];
    case "vector":
      return result.series.map(({ labels, sample }) => `${labelText(labels)} ${digits(sample.value)}`).sort();
    case "matrix":
      return result.series.map(({ labels, samples }) => {
        return `${labelText(labels)} ${samples.map(({ time, value }) => `${time}=${digits(value)}`).join(" ")}`;
      });
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function digits(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(11) : String(value);
}
