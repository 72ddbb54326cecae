import { describe, expect, test } from "vitest";
import { parseScript } from "../../src/testing/parse-script.js";
import { runScript } from "../../src/testing/run-script.js";

const load = 'load 1m\n  up{i="a"} 1 2\n  up{i="b"} 3 stale\n  hist {{count:1}}\n\n';

/** The outcome of the only `eval` of a script: its status, and why it is not passed. */
function outcome(script: string): string {
  const { problems, evals } = runScript(load + script);
  return [
    ...problems.map(({ line, message }) => `line ${line}: ${message}`),
    ...evals.map(({ status, message }) => [status, message].filter(Boolean).join(": ")),
  ].join("\n");
}

describe("an eval passes where everything is as expected", () => {
  test.each([
    ['eval instant at 0 up\n  up{i="a"} 1\n  up{i="b"} 3'],
    ['eval instant at 1m up\n  up{i="a"} 2'],
    ['eval instant up\n  up{i="b"} 3\n  up{i="a"} 1'],
    ["EVAL INSTANT AT 0s sum(up)\n  {} 4.0000000001"],
    ["eval instant at 0 nothing"],
    ["eval instant at 0 1 + 1\n  2"],
    ["eval instant at 0 -Inf\n  -Inf"],
    ["eval instant at 0 0 / 0\n  NaN"],
    ['eval instant at 0 "a b"\n  expect string "a b"'],
    ['eval range from 0 to 2m step 1m up{i="b"}\n  up{i="b"} 3 _ _'],
    ['eval instant at 0 sort_desc(up)\n  expect ordered\n  up{i="b"} 3\n  up{i="a"} 1'],
    ['eval_ordered instant at 0 sort(up)\n  up{i="a"} 1\n  up{i="b"} 3'],
    ["eval instant at 0 up + on () up\n  expect fail"],
    ["eval instant at 0 up + on () up\n  expect fail regex: found duplicate series"],
    ["eval_fail instant at 0 topk(NaN, up)\n  expected_fail_message Parameter value is NaN"],
    ["eval_fail instant at 0 topk(NaN, up)\n  expected_fail_regexp Param.*"],
    ["eval instant at 0 quantile(2, up)\n  expect warn\n  expect no_info\n  {} Inf"],
    [
      "eval instant at 0 quantile(2, up)\n  expect warn msg: PromQL warning: quantile value should be between 0 and 1, got 2 (1:10)\n  {} Inf",
    ],
    [
      "eval instant at 0 quantile(2, up)\n  expect warn msg: PromQL warning: quantile value should be between 0 and 1, got 2\n  {} Inf",
    ],
    ["eval instant at 0 quantile(2, up)\n  expect warn regex: got 2$\n  {} Inf"],
    ["eval_warn instant at 0 quantile(2, up)\n  {} Inf"],
    ["eval_info instant at 0 rate(up[1m])"],
    ['eval instant at 1m up{i="a"}[2m]\n  expect range vector from 0 to 1m step 1m\n  up{i="a"} 1 2'],
    ['eval instant at 0 up # a comment of the query\n  up{i="a"} 1\n  up{i="b"} 3'],
  ])("%s", (script) => {
    const isInfo = script.startsWith("eval_info");
    expect(outcome(script)).toBe(isInfo ? "failed: expected an info, got none" : "passed");
  });
});

describe("an eval fails and says why", () => {
  test.each([
    ["eval instant at 0 sum(up)\n  {} 5", "{}: expected 5 @0s, got 4 @0s"],
    [
      'eval instant at 0 up{i="a"}\n  up{i="c"} 1',
      'expected the series {__name__="up", i="c"}, got:\n  {__name__="up", i="a"} 1 @0s',
    ],
    ['eval instant at 0 up{i="a"}', 'unexpected series:\n  {__name__="up", i="a"} 1 @0s'],
    [
      'eval instant at 0 sort(up)\n  expect ordered\n  up{i="b"} 3\n  up{i="a"} 1',
      'the series stand in another order:\n  {__name__="up", i="a"} 1 @0s\n  {__name__="up", i="b"} 3 @0s',
    ],
    [
      'eval range from 0 to 2m step 1m up{i="b"}\n  up{i="b"} 3 3 _',
      '{__name__="up", i="b"}: expected 3 @60s, got no sample',
    ],
    ["eval instant at 0 1\n  2", "expected the scalar 2, got the scalar 1"],
    ["eval instant at 0 1\n  {} 1", "expected 1 series, got the scalar 1"],
    ["eval instant at 0 up\n  2", "expected the scalar 2, got a vector of 2 series"],
    ['eval instant at 0 "a"\n  expect string "b"', 'expected the string "b", got the string "a"'],
    ["eval instant at 0 up\n  expect fail", "expected an error, got a result"],
    [
      "eval instant at 0 topk(NaN, up)\n  expect fail msg: other",
      "expected the error other, got: Parameter value is NaN",
    ],
    [
      "eval instant at 0 topk(NaN, up)\n  expect fail regex: ^b",
      "expected the error that matches ^b, got: Parameter value is NaN",
    ],
    ["eval instant at 0 topk(NaN, up)", "unexpected error: Parameter value is NaN"],
    ["eval instant at 0 sum(up)\n  expect warn\n  {} 4", "expected a warning, got none"],
    [
      "eval instant at 0 quantile(2, up)\n  expect no_warn\n  {} Inf",
      "expected no warning, got:\n  PromQL warning: quantile value should be between 0 and 1, got 2 (1:10)",
    ],
    [
      "eval instant at 0 quantile(2, up)\n  expect warn msg: other\n  {} Inf",
      "expected the warning other, got:\n  PromQL warning: quantile value should be between 0 and 1, got 2 (1:10)",
    ],
  ])("%s", (script, message) => {
    expect(outcome(script)).toBe(`failed: ${message}`);
  });
});

describe("native histograms are not supported", () => {
  test.each([
    [
      "eval instant at 0 hist",
      "the query reads the native histogram `hist`, which the embedded engine does not support",
    ],
    [
      "eval instant at 0 count(hist)\n  expect fail",
      "the query reads the native histogram `hist`, which the embedded engine does not support",
    ],
    ["eval instant at 0 up\n  up {{count:1}}", "a native histogram is expected"],
  ])("%s", (script, message) => {
    expect(outcome(script)).toBe(`unsupported: ${message}`);
  });

  test("load_with_nhcb makes one of the buckets of a classic one", () => {
    const script =
      'load_with_nhcb 1m\n  h_bucket{le="1"} 1\n  h_bucket{le="+Inf"} 2\n\neval instant at 0 h\n\neval instant at 0 sum(h_bucket)\n  {} 3';
    expect(runScript(script).evals.map(({ status }) => status)).toEqual(["unsupported", "passed"]);
  });
});

test("start times are not supported, until the series are cleared", () => {
  const script = `load 1m
  hits_total{a="}@st x"} 0+1x5
  hits_total@st -1m -2m -2m
  hits_total 1 2 1

eval instant at 0 up

clear

eval instant at 0 vector(1)
  {} 1`;
  expect(runScript(script).evals).toEqual([
    expect.objectContaining({
      status: "unsupported",
      message: "series have start times (`@st`), which the embedded engine does not support",
    }),
    expect.objectContaining({ status: "passed" }),
  ]);
});

describe("what cannot be read is told with its line, and nothing is run", () => {
  test.each([
    ["foo", 'line 6: "foo" starts no command: write `load`, `clear` or `eval`'],
    ["load\n  up 1", 'line 6: "load" starts no command: write `load`, `clear` or `eval`'],
    ["load soon\n  up 1", 'line 6: "load soon" has no step: write `load 30s`'],
    ["load 0s\n  up 1", 'line 6: "load 0s" has no step: write `load 30s`'],
    ["load 1m\n  up 1\n  up one", "line 8: `one` is no value: write a number, `_`, `stale` or `0+1x5`"],
    [
      "eval instant at soon up",
      'line 6: "eval instant at soon up" is no `eval`: write `eval instant at 5m QUERY` or `eval range from 0 to 5m step 1m QUERY`',
    ],
    [
      "eval range from 1m to 0 step 1m up",
      'line 6: "eval range from 1m to 0 step 1m up" is no `eval`: write `eval instant at 5m QUERY` or `eval range from 0 to 5m step 1m QUERY`',
    ],
    [
      "eval instant at 0 up\n  expect joy",
      'line 7: "expect joy" expects nothing that is known: write `expect ordered`, `fail`, `warn`, `info`, `no_warn`, `no_info`, `string` or `range vector`',
    ],
    [
      "eval instant at 0 up[1m]\n  expect range vector from 1 to 0 step 1",
      'line 7: "expect range vector from 1 to 0 step 1" has no times: write `from 0 to 5m step 1m`',
    ],
  ])("%s", (script, message) => {
    expect(outcome(script)).toBe(message);
  });
});

test("commands end at empty lines, comments and the next command", () => {
  const { commands, problems } = parseScript(
    "load 1m\n  a 1\nclear\n# why\nload 1m\r\n  b 1\n\n\neval instant at 0 b\n  b 1\nclear",
  );
  expect(problems).toEqual([]);
  expect(commands.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
    "1 load",
    "3 clear",
    "5 load",
    "9 eval",
    "11 clear",
  ]);
});

test("of two lines for one series the later one counts, and clear forgets all", () => {
  const script = "load 1m\n  a 1 2\n  a 3\n\neval instant at 1m a\n  a 3\n\nclear\n\neval instant at 0 a";
  expect(runScript(script).evals.map(({ status }) => status)).toEqual(["passed", "passed"]);
});
