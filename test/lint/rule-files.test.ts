import { describe, expect, test } from "vitest";
import { fixSource, lintSource, readSource, withQueries } from "../../src/files/index.js";
import { lintTogether } from "../../src/files/lint-source.js";
import { lintRules } from "../../src/lint/lint-rules.js";
import { readQuery } from "../../src/lint/lint.js";
import { defineRule, type Finding, type Rule } from "../../src/lint/rule.js";
import type { Field, FieldPlace, RuleFile } from "../../src/lint/subject.js";

const alerts = `groups:
- name: node
  rules:
  - alert: LoadHigh
    expr: node_load1 > 10
    for: "0m"
    labels: {severity: 'pa''ge'}
    annotations:
      summary: >-
        The load of {{ $labels.instance }}
        is high
  - record: load
    expr: avg(node_load1
`;
const records = `# recorded
groups:
- name: other
  rules:
  - record: load
    expr: sum(node_load1)
`;

const wordInSummary = defineRule({
  id: "vague-summary",
  summary: "A summary says how much",
  category: "alerts",
  severity: "warning",
  subject: "alerting-rule",
  *check({ annotations, for: holds, query }) {
    const summary = annotations.get("summary");
    if (summary && holds && query) yield finding("is high", part(summary, "is high"), "is {{ $value }}");
    if (holds?.text === "0m") yield finding("waits for nothing", part(holds, "0m"), "5m");
  },
});

const colonInName = defineRule({
  id: "name-without-level",
  summary: "The name of a recording rule tells its labels",
  category: "style",
  severity: "info",
  subject: "recording-rule",
  *check({ record, query }) {
    if (!record.text.includes(":")) yield finding(query ? "sound" : "rejected", part(record, record.text), "job:load");
  },
});

const recordedTwice = defineRule({
  id: "recorded-twice",
  summary: "Two rules record the same series",
  category: "groups",
  severity: "error",
  subject: "rule-files",
  *check(files) {
    const first = new Map<string, FieldPlace>();
    for (const { file, record } of recordsOf(files)) {
      const at = { ...part(record, record.text), file };
      const before = first.get(record.text);
      if (before) yield { at, message: "recorded twice", because: [{ at: before, message: "first" }] };
      first.set(record.text, before ?? at);
    }
  },
});

const panelRule = defineRule({
  id: "a-panel",
  summary: "Nothing",
  category: "dashboards",
  severity: "error",
  subject: "panel",
  *check({ title }) {
    yield finding("never", part(title, title.text), "");
  },
});

const rules: readonly Rule[] = [wordInSummary, colonInName, recordedTwice, panelRule];
const sources = [readSource("alerts.yaml", alerts), readSource("records.yaml", records)];
const foundBy = (given: readonly Rule[]) =>
  lintTogether(sources.map((source) => ({ source, options: { rules: given } })));

/** `code: the underlined text of the file` by path. */
function told(given: readonly Rule[]) {
  const found = foundBy(given);
  return sources.map(({ path, text }) => [
    path,
    ...(found.get(path) ?? []).map(({ code, at, message }) => `${code}: ${text.slice(at.from, at.to)}: ${message}`),
  ]);
}

describe("rules on other subjects", () => {
  test("find places in the fields of the file", () => {
    expect(told(rules)).toEqual([
      [
        "alerts.yaml",
        "vague-summary: is high: is high",
        "vague-summary: 0m: waits for nothing",
        "name-without-level: load: rejected",
      ],
      ["records.yaml", "name-without-level: load: sound", "recorded-twice: load: recorded twice"],
    ]);
  });

  test("point to the cause in another file", () => {
    const [found] = foundBy([recordedTwice]).get("records.yaml") ?? [];
    const [cause] = found?.because ?? [];
    expect(cause?.path).toBe("alerts.yaml");
    expect(alerts.slice(cause?.at.from, cause?.at.to)).toBe("load");
    expect(found?.field).toBe("groups[0].rules[0].record");
  });

  test("are run by lintSource as far as one file goes", () => {
    expect(sources.map((source) => lintSource(source, { rules }).map(({ code }) => code))).toEqual([
      ["vague-summary", "vague-summary", "name-without-level", "unclosed-parenthesis"],
      ["name-without-level"],
    ]);
  });

  test("are fixed in the file, quotes and folded lines kept", () => {
    const [source] = sources;
    const { applied, source: fixed } = fixSource(source ?? expect.fail(), { rules: [wordInSummary, colonInName] });
    expect(applied).toEqual(["5m", "is {{ $value }}", "job:load", "Add `)`"]);
    expect(fixed.text).toBe(
      alerts
        .replace("is high", "is {{ $value }}")
        .replace('"0m"', '"5m"')
        .replace("record: load", "record: job:load")
        .replace("avg(node_load1", "avg(node_load1)"),
    );
  });

  test("never leave more syntax errors than there were", () => {
    const breaks = defineRule({
      ...recordedTwice,
      subject: "query",
      *check({ root }): Iterable<Finding> {
        yield {
          at: root.span,
          message: "",
          fixes: [{ title: "", safety: "safe", edits: [{ ...root.span, insert: "((" }] }],
        };
      },
    });
    for (const source of sources) {
      const { source: fixed, applied, unapplied } = fixSource(source, { rules: [breaks] });
      const isBroken = source.path === "alerts.yaml";
      expect(applied).toEqual(isBroken ? ["Add `)`"] : []);
      expect(fixed.text).toBe(isBroken ? source.text.replace("avg(node_load1", "avg(node_load1)") : source.text);
      expect(unapplied.map(({ hindrance }) => hindrance)).toEqual(isBroken ? ["syntax", "syntax"] : ["syntax"]);
    }
  });

  test("that throw are not silenced", () => {
    const check = () => {
      throw new Error("a mistake in the rule");
    };
    for (const rule of [wordInSummary, colonInName, recordedTwice]) {
      expect(() => foundBy([{ ...rule, check }])).toThrow("a mistake in the rule");
    }
  });
});

describe("lintRules", () => {
  const files = sources.flatMap(({ ruleFiles }) =>
    ruleFiles.map((file) => withQueries(file, ({ expr }) => readQuery(expr.text, { rules }))),
  );

  test("tells the file of each diagnostic", () => {
    expect(lintRules(files, rules).map(({ code, file, at }) => [code, file, at.field])).toEqual([
      ["vague-summary", "alerts.yaml", "groups[0].rules[0].annotations.summary"],
      ["vague-summary", "alerts.yaml", "groups[0].rules[0].for"],
      ["name-without-level", "alerts.yaml", "groups[0].rules[1].record"],
      ["name-without-level", "records.yaml", "groups[0].rules[0].record"],
      ["recorded-twice", "records.yaml", "groups[0].rules[0].record"],
    ]);
  });

  test("finds nothing where there is nothing", () => {
    expect(lintRules([], rules)).toEqual([]);
    expect(lintRules([{ path: "empty.yaml", groups: [] }], rules)).toEqual([]);
  });
});

function* recordsOf(files: readonly RuleFile[]) {
  for (const file of files) {
    for (const rule of file.groups.flatMap((group) => group.rules)) {
      if (rule.kind === "recording-rule") yield { file: file.path, record: rule.record };
    }
  }
}

function part({ text, field }: Field, words: string): FieldPlace {
  const from = text.indexOf(words);
  return { field, span: { from, to: from + words.length } };
}

/** A finding with one safe fix, which is called what it inserts. */
function finding(message: string, at: FieldPlace, insert: string): Finding<FieldPlace> {
  return { at, message, fixes: [{ title: insert, safety: "safe", edits: [{ ...at, insert }] }] };
}
