import { CompletionContext, type CompletionSource } from "@codemirror/autocomplete";
import { StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFromSource, completeKnown } from "../../src/codemirror/completion.js";
import type { PromqlOptions } from "../../src/codemirror/options.js";
import type { SeriesSource } from "../../src/codemirror/series-source.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { markedState } from "./marked.js";

const metrics = metricsOf([
  { name: "requests_total", type: "counter", labels: ["code", "http.route"], source: "test" },
  { name: "queue_depth", type: "gauge", labels: ["queue"], source: "test" },
  { name: "latency_seconds", type: "histogram", unit: "seconds", labels: ["code"], source: "test" },
  { name: "disk.free", type: "gauge", labels: ["disk"], source: "test" },
]);

const source: SeriesSource = {
  metricNames: (prefix) => Promise.resolve(["requests_total", "job:requests:rate5m", `${prefix}_asked`]),
  labelNames: (metric) => Promise.resolve(metric === undefined ? ["everywhere"] : ["code", `of_${metric}`]),
  labelValues: (metric, label) => Promise.resolve([`${metric ?? "any"}/${label}`, "a.b", 'say "no"', ""]),
};

/** What is offered at the cursor, in the order of the editor where nothing is typed. */
async function offered(ask: CompletionSource, marked: string, options: PromqlOptions = {}, explicit = true) {
  const state = markedState(marked, { metrics, source, ...options });
  const context = new CompletionContext(state, state.selection.main.head, explicit);
  const result = await ask(context);
  if (!result) return undefined;
  const sorted = result.options.toSorted((a, b) => (b.boost ?? 0) - (a.boost ?? 0) || (a.label < b.label ? -1 : 1));
  return {
    replaces: state.sliceDoc(result.from, context.pos),
    options: sorted,
    labels: sorted.map(({ label }) => label),
  };
}

describe("what is known without asking", () => {
  test.each<[string, readonly string[]]>([
    ["requests_total{|", ["code", "http.route", "instance", "job"]],
    ["requests_total{co|", ["code", "http.route", "instance", "job"]],
    ['requests_total{code="500", |}', ["http.route", "instance", "job", "code"]],
    ["latency_seconds_bucket{|}", ["code", "le", "instance", "job"]],
    ['{__name__="queue_depth", |}', ["queue", "instance", "job"]],
    ['{"disk.free", |}', ["disk", "instance", "job"]],
    ["{|}", ["__name__", "instance", "job"]],
    ["sum by (|) (queue_depth) + requests_total", ["queue", "instance", "job"]],
    ["sum(queue_depth) by (|", ["queue", "instance", "job"]],
    ["sum by (queue, |)\n  (queue_depth) # by (queue)", ["instance", "job", "queue"]],
    ["sum without (j|) (rate(latency_seconds_bucket[5m]))", ["code", "le", "instance", "job"]],
    ["queue_depth * on (|) requests_total", ["code", "http.route", "queue", "instance", "job"]],
    ["queue_depth * on (job) group_left (|) requests_total", ["code", "http.route", "queue", "instance", "job"]],
    ["up[|", ["5m", "1m"]],
    ["up[1|]", ["1m", "1h", "1s", "1d", "1w", "1y", "1ms"]],
    ["up[30m:1|5]", ["1m", "1h"]],
    ["up offset |", ["5m", "1m"]],
    ["up offset -2|", ["2m", "2h"]],
    ["up |", ["and", "or", "unless", "atan2", "offset"]],
    ["sum |(up)", ["by", "without"]],
    ["up @ |", ["start", "end"]],
  ])("%s", async (marked, first) => {
    const { labels } = (await offered(completeKnown, marked)) ?? { labels: [] };
    expect(labels.slice(0, first.length)).toEqual(first);
  });

  test.each<[string, readonly string[]]>([
    ["|", ["absent", "sum", "requests_total", "disk.free", "latency_seconds_bucket"]],
    ["sum(|", ["absent", "sum", "requests_total"]],
    ["queue_depth\n  / |", ["on", "ignoring", "requests_total", "rate"]],
    ["up > |", ["bool", "on", "ignoring", "requests_total"]],
    ["up > bool |", ["on", "ignoring", "requests_total"]],
    ["up and |", ["on", "ignoring", "requests_total"]],
    ["up * on (job) |", ["group_left", "group_right", "requests_total"]],
    ["sum(up) |", ["by", "without", "and", "offset"]],
    ["# a comment\n|", ["sum", "requests_total"]],
  ])("%j: among others", async (marked, some) => {
    expect((await offered(completeKnown, marked))?.labels).toEqual(expect.arrayContaining([...some]));
  });

  test.each([
    ["a comment", "up # requests_|"],
    ["a string", 'label_replace(up, "|'],
    ["behind a string that is closed", 'up{job="x"|}'],
    ["a number", "1|"],
    ["a duration that is no range", "5m|"],
    ["a variable", "$metric|"],
    ["between list and arguments", "sum by (job) |(up)"],
    ["behind a whole duration", "up[5m |]"],
  ])("nothing in %s: %s", async (_, marked) => {
    expect(await offered(completeKnown, marked, { variables: "grafana" })).toBeUndefined();
    expect(await offered(completeFromSource, marked, { variables: "grafana" })).toBeUndefined();
  });

  test.each([
    [
      "rate(|",
      ["latency_seconds", "latency_seconds_bucket", "latency_seconds_count", "latency_seconds_sum", "requests_total"],
    ],
    ["deriv(|", ["disk.free", "queue_depth"]],
  ])("%s: what the function is made for stands first", async (marked, first) => {
    expect((await offered(completeKnown, marked))?.labels.slice(0, first.length)).toEqual(first);
  });

  test.each<[string, PromqlOptions["prometheus"], boolean]>([
    ["limitk", undefined, true],
    ["limitk", { version: "3.5.0" }, false],
    ["limitk", { version: "3.5.0", features: ["promql-experimental-functions"] }, true],
    ["mad_over_time", { features: [] }, false],
    ["clamp", { version: "2.25.0" }, false],
    ["clamp", { version: "2.26.0" }, true],
    ["group", { version: "2.19.0" }, false],
  ])("%s for %j: %s", async (name, prometheus, has) => {
    const labels = (await offered(completeKnown, "|", prometheus ? { prometheus } : {}))?.labels;
    expect(labels?.includes(name)).toBe(has);
  });

  test("variables of Grafana are lengths of time", async () => {
    expect((await offered(completeKnown, "rate(up[$__r|])", { variables: "grafana" }))?.labels).toContain(
      "$__rate_interval",
    );
    expect((await offered(completeKnown, "rate(up[|])"))?.labels).not.toContain("$__rate_interval");
  });

  test("nothing pops up where nothing is written yet, but in lists", async () => {
    expect(await offered(completeKnown, "up + |", {}, false)).toBeUndefined();
    expect((await offered(completeKnown, "up + q|", {}, false))?.labels).toContain("queue_depth");
    expect((await offered(completeKnown, "up{|", {}, false))?.labels).toEqual(["instance", "job"]);
    expect((await offered(completeKnown, "up[|", {}, false))?.labels).toContain("5m");
  });

  test.each([
    ["|", "disk.free", '{"disk.free"}'],
    ["requests_total{|", "http.route", '"http.route"'],
    ['requests_total{"|', "http.route", 'http.route"'],
    ['requests_total{"http|"}', "http.route", undefined],
    ["sum by (|) (requests_total)", "http.route", '"http.route"'],
  ])("%s: %s is written %s", async (marked, label, apply) => {
    const option = (await offered(completeKnown, marked))?.options.find((other) => other.label === label);
    expect(option).toBeDefined();
    expect(option?.apply).toBe(apply);
  });

  test("the built-in metrics are known by default", async () => {
    const state = markedState("node_l|");
    const result = await completeKnown(new CompletionContext(state, 6, false));
    expect(result?.options.find(({ label }) => label === "node_load1")).toMatchObject({ detail: "gauge" });
  });
});

describe("what a source says", () => {
  test.each([
    ["job:|", "job:", ["job:_asked", "job:requests:rate5m"]],
    ["requests_total{c|", "c", ["code", "of_requests_total"]],
    ["{|", "", ["everywhere"]],
    ["sum by (|) (queue_depth)", "", ["code", "of_queue_depth"]],
    ["sum by (|", "", ["everywhere"]],
    ['requests_total{code="|"}', "", ["a.b", "requests_total/code", 'say "no"']],
    ['requests_total{code=~"x\\|a|"}', "a", ["a.b", "requests_total/code", 'say "no"']],
    ['{"disk.free", job!="|', "", ["a.b", "disk.free/job", 'say "no"']],
    ['{"disk.free", "the job"!="|', "", ["a.b", "disk.free/the job", 'say "no"']],
    ["{job=|}", "", ["a.b", "any/job", 'say "no"']],
  ])("%s", async (marked, replaces, labels) => {
    expect(await offered(completeFromSource, marked)).toMatchObject({ replaces, labels });
  });

  test.each([
    ['up{a="|"}', undefined, 'say \\"no\\"'],
    ['up{a="|', 'a.b"', 'say \\"no\\""'],
    ["up{a='|'}", undefined, undefined],
    ["up{a=`|`}", undefined, undefined],
    ['up{a=~"|"}', "a\\\\.b", 'say \\"no\\"'],
    ["up{a=~`|`}", "a\\.b", undefined],
    ["up{a=|}", '"a.b"', '"say \\"no\\""'],
  ])("%s: values are written %s and %s", async (marked, plain, quoted) => {
    const options = (await offered(completeFromSource, marked))?.options ?? [];
    expect(options.find(({ label }) => label === "a.b")?.apply).toBe(plain);
    expect(options.find(({ label }) => label === 'say "no"')?.apply).toBe(quoted);
  });

  test("what both know is offered alike, so that the editor shows it once", async () => {
    const known = await offered(completeKnown, "rate(req|");
    const asked = await offered(completeFromSource, "rate(req|");
    const shown = (from: typeof known) => {
      const { label, detail, type, boost, apply } =
        from?.options.find((option) => option.label === "requests_total") ?? {};
      return { label, detail, type, boost, apply };
    };
    expect(shown(known).label).toBe("requests_total");
    expect(shown(asked)).toEqual(shown(known));
  });

  test("an error is no completion, and the editor hears of it", async () => {
    const down = new Error("down");
    const fail = () => Promise.reject(down);
    const broken = { metricNames: fail, labelNames: fail, labelValues: fail };
    const heard: unknown[] = [];
    const sink = StateEffect.appendConfig.of(EditorView.exceptionSink.of((error) => heard.push(error)));
    for (const marked of ["a|", "a{|", 'a{b="|', "sum by (|"]) {
      const { state } = markedState(marked, { metrics, source: broken }).update({ effects: sink });
      expect(await completeFromSource(new CompletionContext(state, state.selection.main.head, true))).toBeNull();
    }
    expect(heard).toEqual([down, down, down, down]);
  });

  test("an answer that comes too late is dropped", async () => {
    const state = markedState("a|", { metrics, source });
    const context = new CompletionContext(state, 1, true);
    const pending = completeFromSource(context);
    Object.defineProperty(context, "aborted", { value: true });
    expect(await pending).toBeNull();
  });
});

test("any text, any cursor: an answer within the text", async () => {
  const pieces = [
    "up",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    '"',
    "'",
    "`",
    "\\",
    "\n",
    "#",
    ",",
    "=",
    "=~",
    "by",
    "sum",
    "on",
    "offset",
    "@",
    "$x",
    "[[y]]",
    "5m",
    "|",
    "é",
    "😀",
    "-",
    " ",
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(text, fc.nat(), fc.boolean(), async (parts, at, grafana) => {
      const doc = parts.join("");
      const cursor = at % (doc.length + 1);
      const marked = [doc.slice(0, cursor), doc.slice(cursor)].map((part) => part.replaceAll("|", "\\|")).join("|");
      const state = markedState(marked, { metrics, source, ...(grafana && { variables: "grafana" }) });
      const { head } = state.selection.main;
      for (const ask of [completeKnown, completeFromSource]) {
        const result = await ask(new CompletionContext(state, head, true));
        if (!result) continue;
        expect(result.from).toBeLessThanOrEqual(head);
        expect(result.options.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});
