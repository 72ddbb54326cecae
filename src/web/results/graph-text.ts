import { finiteExtent } from "../../results/extremes.js";
import { quantityText, scaleFor } from "../../results/quantity.js";
import { plural } from "../../syntax/plural.js";
import type { GraphData } from "./graph-data.js";
import { utcText } from "./summary-text.js";

/** A graph in words, for those who do not see it. */
export function graphText({ values }: GraphData, hidden: ReadonlySet<number>, unit: string | undefined): string {
  const shown = values.filter((_, series) => !hidden.has(series));
  const extent = finiteExtent(shown.flat());
  const between = extent ? ` between ${extent.map((value) => valueText(value, unit)).join(" and ")}` : "";
  return `Graph of ${plural(shown.length, "series", "series")}${between}; the table has the numbers`;
}

/** A time of a graph and the value that each series has then. */
export interface Moment {
  readonly when: string;
  /** Empty where a series has none. */
  readonly values: readonly string[];
}

/** The moment at a place among the times; without one, the last of each series. */
export function momentOf({ times, values }: GraphData, place: number | undefined, unit: string | undefined): Moment {
  const time = place === undefined ? undefined : times[place];
  const read = (own: readonly (number | undefined)[]) =>
    place === undefined || time === undefined ? own.findLast((value) => value !== undefined) : own[place];
  return {
    when: time === undefined ? "Last values" : `Values at ${utcText(time)}`,
    values: values.map((own) => {
      const value = read(own);
      return value === undefined ? "" : valueText(value, unit);
    }),
  };
}

/** Series whose values are read aloud at the cursor. */
const mostRead = 5;

/** A moment in words: `Values at 2026-03-02 12:00:00 UTC: a 1, b 2`. */
export function readingText({ when, values }: Moment, names: readonly string[], hidden: ReadonlySet<number>): string {
  const shown = values.flatMap((value, k) => (hidden.has(k) ? [] : [`${names[k] ?? ""} ${value || "no value"}`]));
  const rest = shown.length - mostRead;
  return `${when}: ${shown.slice(0, mostRead).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** Where a key takes the cursor: to a place among the times, or off the graph. Nothing for a key that does neither. */
export function keyedCursor(
  key: string,
  cursor: number | undefined,
  count: number,
): { readonly place: number | undefined } | undefined {
  if (key === "Escape") return { place: undefined };
  const last = count - 1;
  const from = cursor ?? last;
  const page = Math.max(1, Math.round(count / 10));
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return { place: Math.max(0, from - 1) };
    case "ArrowRight":
    case "ArrowUp":
      return { place: Math.min(last, from + 1) };
    case "PageDown":
      return { place: Math.max(0, from - page) };
    case "PageUp":
      return { place: Math.min(last, from + page) };
    case "Home":
      return { place: 0 };
    case "End":
      return { place: last };
    default:
      return undefined;
  }
}

function valueText(value: number, unit: string | undefined): string {
  return quantityText(value, scaleFor(unit, value));
}
