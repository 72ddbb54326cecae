import { readingCost } from "../src/analysis/reading-cost.js";
import { readings } from "../src/analysis/readings.js";
import { defineRule } from "../src/lint/rule.js";

export const costlyQuery = defineRule({
  id: "costly-query",
  summary: "A query that reads very many samples is slow, and slows the server for others",
  category: "cost",
  severity: "info",
  subject: "query",
  needs: "VectorSelector",
  options: {
    maxSeries: {
      type: "integer",
      description: "How many series a query may read",
      default: 50_000,
      minimum: 1,
    },
    maxSamples: {
      type: "integer",
      description:
        "How many samples one evaluation may read; a server refuses 50,000,000 at once, unless told otherwise",
      default: 5_000_000,
      minimum: 1,
    },
  },

  *check({ root, server }, { maxSeries, maxSamples }) {
    if (!server) return;
    const costs = readings(root).flatMap((reading) => readingCost(reading, server) ?? []);
    const series = costs.reduce((sum, cost) => sum + cost.series, 0);
    const samples = costs.reduce((sum, cost) => sum + cost.samples, 0);
    const [heaviest] = costs.toSorted((a, b) => b.samples - a.samples || b.series - a.series);
    if (!heaviest || (series <= maxSeries && samples <= maxSamples)) return;

    const { selector, ranges } = heaviest.reading;
    const own = costs.length > 1 ? `, ${quantityInWords(heaviest.samples)} of them here` : "";
    yield {
      at: selector.span,
      message: `an evaluation reads about ${quantityInWords(samples)} samples of ${quantityInWords(series)} series on ${server.server}${own}`,
      help: ranges.some(({ kind }) => kind === "Subquery")
        ? "give the subquery a longer step, or record its inner part"
        : "record a part of it, select less, or take a shorter range",
    };
  },
});

/** To two digits, since more would say more than is known: `26,000,000`. */
function quantityInWords(count: number): string {
  return Number(count.toPrecision(2)).toLocaleString("en");
}
