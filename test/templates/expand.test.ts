import { describe, expect, test } from "vitest";
import { createStorage, instantQuery, loadNotation } from "../../src/engine/index.js";
import { type AlertData, expandTemplate } from "../../src/templates/expand.js";
import type { TemplateSample } from "../../src/templates/prometheus-functions.js";
import { parseError, queryMistake } from "../../src/testing/query-mistake.js";
import { expanded } from "./expanded.js";

const storage = createStorage();
loadNotation(storage, 'up{job="api", instance="a"} 0 0\nup{job="api", instance="b"} 0 0', { step: 60 });

const data: AlertData = {
  alert: "A",
  labels: { job: "api" },
  value: 0,
  externalLabels: { cluster: "c" },
  externalUrl: "http://x/y",
  time: 60,
  query: ask,
};

function ask(query: string): readonly TemplateSample[] | { readonly error: string } {
  const mistake = queryMistake(query, []);
  if (mistake) return { error: parseError(query, mistake) };
  const answer = instantQuery(storage, query, 60);
  if ("error" in answer) return { error: answer.error.message };
  const { result } = answer;
  if (result.type === "scalar") return [{ labels: {}, value: result.sample.value }];
  return result.type === "vector" ? result.series.map(({ labels, sample }) => ({ labels, value: sample.value })) : [];
}

/** What a template prints, or why that is not known. */
function print(template: string): string {
  const result = expandTemplate(template, data);
  return "text" in result ? result.text : result.unsupported;
}

test.each(Object.entries(expanded))("%s", (template, text) => {
  expect(print(template)).toBe(text);
});

describe("functions of newer servers", () => {
  test.each([
    ["{{ now }}", "60"],
    [
      "{{ toDuration 90.5 }} {{ toDuration 0.0015 }} {{ toDuration 0.0000015 }} {{ toDuration 0 }}",
      "1m30.5s 1.5ms 1.5µs 0s",
    ],
    [
      "{{ (toDuration 3661).Minutes }} {{ (toDuration -3661) }} {{ toDuration 1e-9 }}",
      "61.016666666666666 -1h1m1s 1ns",
    ],
    ['{{ urlQueryEscape "a b&c" }}', "a+b%26c"],
  ])("%s", (template, text) => {
    expect(print(template)).toBe(text);
  });
});

describe("what is not known is said, and nothing is made up", () => {
  test.each([
    ['{{ query "up" }}', "the result of a query is printed as addresses in memory"],
    ["{{ 1i }}", "the complex number 1i is not known"],
    ['{{ printf "%#v" $value }}', "what `printf` makes of %#v is not known"],
    ['{{ printf "%d" $labels }}', "what `printf` makes of %d of map[string]string is not known"],
    ["{{ (toTime 0).GobEncode }}", "what `.GobEncode` of *time.Time answers is not known"],
    ["{{ $x }}", "Prometheus rejects the template: the variable `$x` is not declared"],
    [`${"{{ range 1000 }}".repeat(4)}x${"{{ end }}".repeat(4)}`, "the template takes more than 1000000 steps"],
    ['{{ range 100000 }}{{ printf "%1000d" 1 }}{{ end }}', "the template prints more than 16 MiB"],
  ])("%s", (template, reason) => {
    expect(print(template)).toBe(reason);
  });
});

test("a template that calls itself ends", () => {
  expect(print('{{ define "x" }}{{ template "x" }}{{ end }}{{ template "x" }}')).toContain(
    "exceeded maximum template depth",
  );
});
