import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describedPart } from "../../src/codemirror/described-part.js";
import { promql } from "../../src/codemirror/promql.js";
import type { PromqlOptions } from "../../src/codemirror/options.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { markedState } from "./marked.js";

const metrics = metricsOf([
  { name: "disk.free", type: "gauge", unit: "bytes", help: "Free space", labels: ["disk"], source: "test" },
]);

/** What is told of the name behind the cursor: `heading: line. line.`. */
async function told(marked: string, options: PromqlOptions = {}): Promise<string | undefined> {
  const state = markedState(marked, options);
  const part = await describedPart(state, state.selection.main.head);
  return part && [part.description.heading, ...part.description.lines].join(" | ");
}

describe("what is told of a name", () => {
  test.each([
    [
      "sum(ra|te(up[5m]))",
      "rate(v: range vector): instant vector | How fast each counter grows per second, on average over the range, resets allowed for | Since Prometheus 0.1.0",
    ],
    [
      "clamp|_max(up, 1)",
      "clamp_max(v: instant vector, max: scalar): instant vector | Each value, but at most `max` | Since Prometheus 0.16.2",
    ],
    [
      "|hour()",
      "hour([v: instant vector]): instant vector | The hour of each value, read as seconds since 1970, in UTC; without an argument of the evaluation time | Since Prometheus 1.1.0",
    ],
    [
      "|max_of(1, 2)",
      "max_of(a: scalar, b: scalar): scalar | The greater one of `a` and `b` | Since Prometheus 3.13.0; needs the feature flag `promql-experimental-functions`",
    ],
    ["|sum by (job) (up)", "sum by (labels) (v: instant vector): instant vector | The sum of the series of each group"],
    [
      "|TOPK(3, up)",
      "topk by (labels) (k: scalar, v: instant vector): instant vector | The `k` series with the highest values among the series of each group",
    ],
    [
      "rate(node_cpu|_seconds_total",
      "node_cpu_seconds_total | CPU time by mode | Counter, in seconds | Labels: `cpu` and `mode` | Source: node-exporter",
    ],
    ["my_own|_total > 0", "my_own_total | Counter, judging by its name"],
  ])("%s", async (marked, text) => {
    expect(await told(marked)).toBe(text);
  });

  test.each(['{"disk|.free"}', '{disk="a", "|disk.free"}', "sum({__name__=\n'disk.fre|e'})", '{"disk|.free'])(
    "%j: a metric in quotes",
    async (marked) => {
      expect(await told(marked, { metrics })).toBe(
        "disk.free | Free space | Gauge, in bytes | Labels: `disk` | Source: test",
      );
    },
  );

  test.each([
    ["nothing is known of it", "no_such_thi|ng"],
    ["a label", "up{jo|b='x'}"],
    ["a label in a list", "sum by (ra|te) (up)"],
    ["a value", 'up{job="ra|te"}'],
    ["a comment", "up # ra|te(x)"],
    ["a string", 'label_replace(up, "disk.f|ree", "", "", "")'],
    ["a variable", "$ra|te"],
    ["a blank", "up | + up"],
  ])("%s: nothing", async (_, marked) => {
    expect(await told(marked, { metrics, variables: "grafana" })).toBeUndefined();
  });

  test("the end of the text", async () => {
    expect(await told("up|")).toBeUndefined();
    expect(await told("|")).toBeUndefined();
  });
});

test("any text, any place: an answer", async () => {
  const extensions = promql();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.nat(), async (text, at) => {
      const state = EditorState.create({ doc: text, extensions });
      await describedPart(state, at % (state.doc.length + 1));
    }),
    { numRuns: 150 },
  );
});
