import { describe, expect, test } from "vitest";
import type { Exposition, Sample } from "../../src/exposition/exposition.js";
import { mostProblems, parseExposition } from "../../src/exposition/parse.js";

describe("samples", () => {
  test.each<[line: string, sample: string]>([
    ["up 1", "up 1"],
    ["  up\t 1  ", "up 1"],
    ["up 1\r", "up 1"],
    ["up{} 1", "up 1"],
    ['up{job="api"} 1', 'up{job="api"} 1'],
    ['up{job="api",} 1', 'up{job="api"} 1'],
    ['up { job = "api" , instance="a:9100" }1', 'up{job="api" instance="a:9100"} 1'],
    ['up{job="a}b,c"} 1', 'up{job="a}b,c"} 1'],
    [String.raw`up{path="C:\\dir",text="\"a\"\nb\t"} 1`, String.raw`up{path="C:\\dir" text="\"a\"\nb\\t"} 1`],
    ['up{__proto__="a",constructor="b"} 1', 'up{__proto__="a" constructor="b"} 1'],
    ["job:up:sum 1", "job:up:sum 1"],
    ['{"http.requests"} 3', "http.requests 3"],
    ['{"http.requests","http.method"="GET",code="200"} 3', 'http.requests{http.method="GET" code="200"} 3'],
    ['{code="200","http.requests"} 3', 'http.requests{code="200"} 3'],
    ["up NaN", "up NaN"],
    ["up +Inf", "up Infinity"],
    ["up -Inf", "up -Infinity"],
    ["up 1.5e-3", "up 0.0015"],
    ["up +5.", "up 5"],
    ["up 1 1700000000500", "up 1 @1700000000.5"],
    ["up 1 -1000", "up 1 @-1"],
  ])("%s", (line, sample) => {
    const exposition = parseExposition(`${line}\n`);
    expect(exposition.problems).toEqual([]);
    expect(samplesOf(exposition)).toEqual([sample]);
  });

  test.each<[line: string, sample: string]>([
    ["up 1 1700000000.5", "up 1 @1700000000.5"],
    ['requests_total 7 # {trace_id="a b"} 0.5', "requests_total 7"],
    ['requests_total 7 1700000000 # {trace_id="a"} 0.5 1699999999', "requests_total 7 @1700000000"],
  ])("OpenMetrics: %s", (line, sample) => {
    const exposition = parseExposition(`${line}\n# EOF\n`);
    expect(exposition.problems).toEqual([]);
    expect(samplesOf(exposition)).toEqual([sample]);
  });
});

describe("families", () => {
  test("text format", () => {
    const text = String.raw`# HELP http_requests_total Requests, by "code":\na\\b
# TYPE http_requests_total counter
http_requests_total{code="200"} 3
# a comment
#HELP neither
# TYPE latency_seconds histogram
latency_seconds_bucket{le="+Inf"} 2
latency_seconds_sum 1.5
latency_seconds_count 2
# TYPE gc_seconds summary
gc_seconds{quantile="0.5"} 1
gc_seconds_sum 1
gc_seconds_count 1
# TYPE old untyped
old 1
# TYPE "a.b" gauge
{"a.b"} 1
latency_count 1
`;
    expect(familiesOf(parseExposition(text))).toEqual([
      'http_requests_total counter "Requests, by \\"code\\":\\na\\\\b": http_requests_total',
      "latency_seconds histogram: latency_seconds_bucket latency_seconds_sum latency_seconds_count",
      "gc_seconds summary: gc_seconds gc_seconds_sum gc_seconds_count",
      "old unknown: old",
      "a.b gauge: a.b",
      "latency_count unknown: latency_count",
    ]);
  });

  test("OpenMetrics", () => {
    const text = String.raw`# TYPE requests counter
# UNIT requests seconds
# HELP requests All \"requests\".
requests_total 3
requests_created 1.7e9
# TYPE idle counter
# TYPE build info
build_info{version="1"} 1
# TYPE sizes gaugehistogram
sizes_bucket{le="+Inf"} 2
sizes_gsum 1.5
sizes_gcount 2
# TYPE feature stateset
feature{feature="a"} 1
# EOF
`;
    expect(familiesOf(parseExposition(text))).toEqual([
      'requests_total counter seconds "All \\"requests\\".": requests_total requests_created',
      "idle_total counter: ",
      "build_info info: build_info",
      "sizes gaugehistogram: sizes_bucket sizes_gsum sizes_gcount",
      "feature stateset: feature",
    ]);
  });
});

describe("problems", () => {
  test.each<[line: string, message: string]>([
    ["up", "`up` has no value: write a number after it"],
    ["up{} ", "`up` has no value: write a number after it"],
    ["up one", "`one` is no value: write a number, `NaN` or `+Inf`"],
    ["up 1e999", "`1e999` is no value: write a number, `NaN` or `+Inf`"],
    ["up 1 soon", "`soon` is no timestamp: write whole milliseconds since 1970"],
    ["up 1 1.5", "`1.5` is no timestamp: write whole milliseconds since 1970"],
    ["up 1 2 3", "`3` follows the timestamp: remove it"],
    ["up-time 1", "`-time 1` follows the name: write a blank between name and value"],
    ["1up 1", "`1up 1` starts with no metric's name"],
    ['{job="api"} 1', '`{job="api"} 1` starts with no metric\'s name'],
    ['up{"down"} 1', "the name `down` stands next to the name `up`: remove one"],
    ['up{job="api" 1', "`1` follows the label `job`: separate labels by commas"],
    ['up{job="api"', "the braces are not closed: write `}` after the last label"],
    ['up{job="api} 1', "the value of the label `job` is not in double quotes: quote it"],
    ["up{job='api'} 1", "the value of the label `job` is not in double quotes: quote it"],
    ["up{job} 1", 'the label `job` has no value: write `="value"` after it'],
    ['up{a-b="c"} 1', 'the label `a` has no value: write `="value"` after it'],
    ['up{,a="b"} 1', '`,a="b"} 1` starts no label: write `name="value"` and close the braces'],
    ['up{a="b",a="c"} 1', "the label `a` stands twice: remove one"],
    ['up{__name__="b"} 1', "`__name__` stands among the labels: write the metric's name before the braces"],
    [
      "# TYPE up boolean",
      "`boolean` is no type of metric: write `counter`, `gauge`, `histogram`, `summary` or `unknown`",
    ],
    ["# TYPE", "`# TYPE` is followed by no metric's name"],
    ["# HELP 1up", "`# HELP` is followed by no metric's name"],
    ["# TYPE up-time gauge", "`-time gauge` follows the name `up`: write a blank after the name"],
    ["\0\u0001PNG", "`\\u0000\\u0001PNG` starts with no metric's name"],
    ["x".repeat(50) + "-", "`-` follows the name: write a blank between name and value"],
    ["-" + "x".repeat(50), `\`-${"x".repeat(39)}…\` starts with no metric's name`],
  ])("%s", (line, message) => {
    expect(parseExposition(`ok 1\n${line}\nok2 1\n`).problems).toEqual([{ line: 2, message }]);
  });

  test.each<[text: string, line: number, message: string]>([
    ["# TYPE up gauge\n# TYPE up counter\nup 1", 2, "`# TYPE` of `up` stands twice: remove one"],
    ["# HELP up a\n# HELP up b\nup 1", 2, "`# HELP` of `up` stands twice: remove one"],
    ["up 1\n# TYPE up gauge", 2, "the type of `up` stands after its samples: move it before them"],
    ["up 1\n# EOF\n\nup 2", 4, "the line stands after `# EOF`, where a server stops: move it up"],
    ["up 1 1.5s\n# EOF", 1, "`1.5s` is no timestamp: write seconds since 1970"],
  ])("%j", (text, line, message) => {
    expect(parseExposition(text).problems).toEqual([{ line, message }]);
  });

  test("many are cut short", () => {
    const { problems } = parseExposition("?\n".repeat(mostProblems + 3));
    expect(problems).toHaveLength(mostProblems + 1);
    expect(problems.at(-1)).toEqual({ line: mostProblems + 1, message: "and 3 more problems" });
    expect(parseExposition("?\n".repeat(mostProblems + 1)).problems.at(-1)?.message).toBe("and 1 more problem");
  });

  test("an empty text has none", () => {
    for (const text of ["", "\n\n", "\uFEFF", "# EOF\n"]) {
      expect(parseExposition(text)).toEqual({ families: [], problems: [] });
    }
  });
});

function samplesOf({ families }: Exposition): string[] {
  return families.flatMap((family) => family.samples.map(shown));
}

function shown({ name, labels, value, timestamp }: Sample): string {
  const list = Array.from(labels, ([label, text]) => `${label}=${JSON.stringify(text)}`).join(" ");
  return `${name}${list && `{${list}}`} ${value}${timestamp === undefined ? "" : ` @${timestamp}`}`;
}

function familiesOf({ families, problems }: Exposition): string[] {
  expect(problems).toEqual([]);
  return families.map(({ name, type, unit, help, samples }) => {
    const head = [name, type, unit, help && JSON.stringify(help)].filter((part) => part !== undefined).join(" ");
    return `${head}: ${samples.map((sample) => sample.name).join(" ")}`;
  });
}
