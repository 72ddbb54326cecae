import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../src/templates/parse.js";
import { queryText } from "../../src/templates/query-text.js";
import { templateFacts } from "../../src/templates/run.js";
import { failures, unseenFailures } from "./templates.js";

function factsOf(text: string) {
  const { template, problem } = parseTemplate(text);
  expect(problem).toBeUndefined();
  return templateFacts(template);
}

/** By template, the labels that it reads; those that it asks for have a question mark. */
const labels: Readonly<Record<string, readonly string[]>> = {
  "{{ $labels.job }}{{ .Labels.pod }}{{ $.Labels.node }}": ["job", "pod", "node"],
  '{{ index $labels "a.b" }}{{ index .Labels `c` }}': ["a.b", "c"],
  '{{ "a" | index $labels }}': ["a"],
  "{{ $l := $labels }}{{ $l.job }}{{ $j := .Labels.pod }}{{ $j }}": ["job", "pod"],
  "{{ ($labels).job | toUpper }}": ["job"],
  "{{ (.Labels.job | title) }}": ["job"],
  '{{ printf "%s" $labels.job | query }}': ["job"],
  "{{ with $labels.job }}{{ . }}{{ $labels.pod }}{{ end }}": ["job?", "pod"],
  "{{ with $labels }}{{ .job }}{{ end }}": ["job"],
  "{{ with . }}{{ .Labels.job }}{{ end }}": ["job"],
  "{{ if $labels.job }}{{ $labels.job }}{{ else }}{{ $labels.pod }}{{ end }}": ["job?", "job?", "pod"],
  "{{ if eq .Labels.job `a` }}{{ else if $labels.pod }}{{ $labels.pod }}{{ end }}": ["job?", "pod?", "pod?"],
  "{{ range query `up` }}{{ .Labels.job }}{{ $labels.pod }}{{ end }}": ["pod"],
  "{{ with query `up` }}{{ . | first | label `job` }}{{ (first .).Labels.job }}{{ end }}": [],
  "{{ range $i, $e := query `up` }}{{ $e.Labels.job }}{{ $.Labels.pod }}{{ end }}": ["pod"],
  "{{ range $labels }}{{ . }}{{ end }}{{ $labels }}": [],
  "{{ $externalLabels.cluster }}{{ .ExternalLabels.cluster }}{{ $externalURL }}": [],
  "{{ $l := query `up` }}{{ $l = $labels }}{{ $l.job }}": [],
  "{{ $l := $labels }}{{ if true }}{{ $l := 1 }}{{ $l.job }}{{ end }}{{ $l.pod }}": ["pod"],
  '{{ define "x" }}{{ .Labels.job }}{{ end }}{{ template "x" . }}': ["job"],
  '{{ define "x" }}{{ .job }}{{ end }}{{ template "x" $labels }}{{ template "x" $labels }}': ["job"],
  '{{ define "x" }}{{ .Labels.job }}{{ end }}': [],
  '{{ define "x" }}{{ template "x" . }}{{ .Labels.job }}{{ end }}{{ template "x" . }}': ["job"],
  '{{ block "x" .Labels }}{{ .job }}{{ end }}': ["job"],
  "{{/* $labels.job */}}": [],
  "{{ `$labels.job` }}": [],
};

describe("the labels that a template reads", () => {
  test.each(Object.entries(labels))("%s", (text, expected) => {
    const found = factsOf(text).labels;
    expect(found.map(({ name, guarded }) => `${name}${guarded ? "?" : ""}`)).toEqual(expected);
    for (const { name, span } of found)
      expect(text.slice(span.from, span.to)).toMatch(new RegExp(`^["\`]?${name}["\`]?$`));
  });
});

/** By template, the values that it prints. */
const printed: Readonly<Record<string, readonly string[]>> = {
  "{{ $value }}": ["alert $value"],
  "{{ .Value | humanize | title }}": ["alert .Value humanize title"],
  '{{ printf "%.0f" $value }}': ["alert $value printf"],
  "{{ $v := $value }}{{ $v }}": ["alert $v"],
  "{{ $v := humanize $value }}{{ $v | title }}": ["alert $v humanize title"],
  "{{ with $value }}{{ . }}{{ end }}": ["alert ."],
  "{{ if gt $value 90.0 }}page{{ else }}ticket{{ end }}": [],
  "{{ gt $value 90.0 }}": [],
  "{{ $v := $value }}": [],
  "{{ query `up` | first | value }}": ["query value"],
  "{{ range query `up` }}{{ .Value | humanize }}{{ .Labels.job }}{{ end }}": ["query .Value humanize"],
  "{{ $labels.value }}": [],
};

describe("the values that a template prints", () => {
  test.each(Object.entries(printed))("%s", (text, expected) => {
    const found = factsOf(text).printed.map(({ of, span, through }) =>
      [of, text.slice(span.from, span.to), ...through].join(" "),
    );
    expect(found).toEqual(expected);
  });

  test.each(unseenFailures)("%s: nothing is said, since it depends on values", (text) => {
    expect(factsOf(text).failures).toEqual([]);
  });
});

/** By template, the queries that it runs, as far as they are known. */
const queries: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "{{ query `up` }}": ["up"],
  '{{ "up{job=\\"a\\"}" | query | first | value }}': ['up{job="a"}'],
  "{{ $q := `up` }}{{ range query $q }}{{ end }}": ["up"],
  "{{ range printf \"up{job='%s'}\" $labels.job | query }}{{ end }}": ["up{job='x'}"],
  "{{ query (printf `up{job=%q} > %d %% 2` $labels.job 5) }}": ['up{job="x"} > 1 % 2'],
  "{{ query (printf `%s > 0` $labels.metric) }}": [undefined],
  "{{ query $labels.query }}": [],
};

describe("the queries that a template runs", () => {
  test.each(Object.entries(queries))("%s", (text, expected) => {
    expect(factsOf(text).queries.map((query) => queryText(query)?.text)).toEqual(expected);
  });

  test.each([
    ["{{ query `up + foo` }}", "foo"],
    ['{{ query "up{a=\\"\\u00e9\\"} + foo" }}', "foo"],
    ["{{ query (printf `up{a='%s', b='%5.2f'} + foo` 1 2) }}", "foo"],
  ])("a place in the query is found in the template: %s", (text, part) => {
    const [query] = factsOf(text).queries.map(queryText);
    const from = query?.text.indexOf(part) ?? -1;
    const place = query?.place({ from, to: from + part.length }) ?? { from: 0, to: 0 };
    expect(text.slice(place.from, place.to)).toBe(part);
  });
});

describe("where a template fails", () => {
  test.each(Object.entries(failures))("%s", (text, expected) => {
    const found = factsOf(text).failures.map(({ at, message }) => `${text.slice(at.from, at.to)}: ${message}`);
    expect(found).toEqual(expected);
  });
});

test.each([
  ["{{ $value", " | title".repeat(100_000), " }}"],
  ["{{ query `", "{".repeat(100_000), "` }}"],
  ["{{ query (printf `", "%s".repeat(100_000), "`) }}"],
  ["", "{{ $x := $labels.job }}{{ if $x }}{{ $labels.pod }}{{ end }}".repeat(20_000), ""],
  ["", "{{ template `a` . }}".repeat(20_000), "{{ define `a` }}{{ template `a` . }}{{ end }}"],
  ["{{ if $labels.a }}".repeat(500), "{{ $labels.b }}".repeat(20_000), "{{ end }}".repeat(500)],
])("a long template is read before the test times out: %s", (before, long, after) => {
  const { template, problem } = parseTemplate(before + long + after);
  expect(problem).toBeUndefined();
  const texts = templateFacts(template).queries.map(queryText);
  expect(texts.length).toBe(before.includes("query") ? 1 : 0);
});
