import { expect, test } from "vitest";
import { familiesToMetrics } from "../../src/exposition/families-to-metrics.js";
import { parseExposition } from "../../src/exposition/parse.js";

test("labels are sorted, without those that make a histogram or a summary", () => {
  const text = `# TYPE latency_seconds histogram
# HELP latency_seconds How long it took.
# UNIT latency_seconds seconds
latency_seconds_bucket{path="/",le="1"} 1
latency_seconds_count{path="/",code="200"} 1
# TYPE gc_seconds summary
gc_seconds{quantile="0.5"} 1
# TYPE level gauge
level{quantile="0.5",le="1"} 1
# TYPE jobs counter
jobs_total 1
# TYPE unseen gauge
# EOF
`;
  expect(familiesToMetrics(parseExposition(text).families, "app")).toEqual([
    {
      name: "latency_seconds",
      type: "histogram",
      unit: "seconds",
      help: "How long it took.",
      labels: ["code", "path"],
      source: "app",
    },
    { name: "gc_seconds", type: "summary", labels: [], source: "app" },
    { name: "level", type: "gauge", labels: ["le", "quantile"], source: "app" },
    { name: "jobs_total", type: "counter", labels: [], source: "app" },
    { name: "unseen", type: "gauge", source: "app" },
  ]);
});
