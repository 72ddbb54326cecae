import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { configureRules, ruleSettingsSchema, type RuleSetting } from "../../src/lint/config.js";
import { lint } from "../../src/lint/lint.js";
import { lintRules } from "../../src/lint/lint-rules.js";
import { defineRule } from "../../src/lint/rule.js";
import { matchesPattern, patternMistake } from "../../src/promql/regex.js";

const longQuery = defineRule({
  id: "long-query",
  summary: "Nobody reads a long query",
  category: "style",
  severity: "warning",
  subject: "query",
  options: {
    longest: { type: "integer", description: "Characters", default: 10, minimum: 1, maximum: 1000 },
    factor: { type: "number", description: "Times that", default: 1 },
    unit: { type: "string", description: "What is counted", default: "characters" },
    twice: { type: "boolean", description: "Say it twice", default: false },
    except: {
      type: "array",
      items: { type: "string" },
      description: "Queries to leave alone",
      default: ["up or up or up"],
    },
    meant: { type: "string", format: "re2", description: "Queries that count", default: ".*" },
    notes: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string", format: "re2" } },
      description: "What is said of queries that match",
      default: {},
    },
  },
  *check({ text, root }, { longest, factor, unit, twice, except, meant, notes }) {
    if (!matchesPattern(meant, text)) return;
    for (const [note, patterns] of Object.entries(notes)) {
      if (patterns.some((pattern) => matchesPattern(pattern, text))) yield { at: root.span, message: note };
    }
    if (text.length <= longest * factor || except.includes(text)) return;
    yield { at: root.span, message: `${text.length} ${unit.toLowerCase()}` };
    if (twice) yield { at: root.span, message: "too long", severity: "error" };
  },
});

const plain = defineRule({
  id: "plain",
  summary: "A rule without options",
  category: "style",
  severity: "info",
  subject: "query",
  *check({ root }) {
    yield { at: root.span, message: "found" };
  },
});

const rules = [longQuery, plain];
const query = "count(up) + 1";

/** `severity: message` of each finding. */
function told(settings: Readonly<Record<string, RuleSetting>>, text = query): string[] {
  return lint(text, { rules: configureRules(rules, settings) }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

/** Settings from a program that checks no types. */
function untyped(json: string): Readonly<Record<string, RuleSetting>> {
  return JSON.parse(json) as Readonly<Record<string, RuleSetting>>;
}

describe("a setting", () => {
  test.each<[Readonly<Record<string, RuleSetting>>, string[]]>([
    [{}, ["warning: 13 characters", "info: found"]],
    [{ plain: "off" }, ["warning: 13 characters"]],
    [{ plain: "off", "long-query": "off" }, []],
    [{ plain: "on", "long-query": "on" }, ["warning: 13 characters", "info: found"]],
    [{ plain: "error", "long-query": "info" }, ["info: 13 characters", "error: found"]],
    [{ plain: ["warning", {}], "long-query": "off" }, ["warning: found"]],
    [{ plain: "off", "long-query": ["on", { longest: 13 }] }, []],
    [{ plain: "off", "long-query": ["on", { longest: 5, factor: 2.5 }] }, ["warning: 13 characters"]],
    [
      { plain: "off", "long-query": ["on", { unit: "Letters", twice: true }] },
      ["warning: 13 letters", "error: too long"],
    ],
    [{ plain: "off", "long-query": ["on", { except: [query] }] }, []],
    [{ plain: "off", "long-query": ["on", { meant: "rate.*" }] }, []],
    [
      { plain: "off", "long-query": ["on", { notes: { counted: ["sum.*", "count.*"], other: ["max.*"], none: [] } }] },
      ["warning: counted", "warning: 13 characters"],
    ],
    [{ plain: "off", "long-query": ["info", { twice: true }] }, ["info: 13 characters", "info: too long"]],
    [{ unknown: "error" }, ["warning: 13 characters", "info: found"]],
  ])("%j", (settings, expected) => {
    expect(told(settings)).toEqual(expected);
  });

  test("has the defaults in force where it says nothing, and replaces a list as a whole", () => {
    expect(told({ plain: "off" }, "up or up or up")).toEqual([]);
    expect(told({ plain: "off", "long-query": ["on", { except: [] }] }, "up or up or up")).toHaveLength(1);
  });

  test.each<[unknown]>([
    [{ longest: "5" }],
    [{ longest: 1.5, factor: Number.NaN }],
    [{ longest: 0 }],
    [{ longest: 1001 }],
    [{ unit: 3, twice: "yes", except: "up" }],
    [{ except: [1] }],
    [{ meant: "(" }],
    [{ meant: 1, notes: [] }],
    [{ notes: { note: "count.*" } }],
    [{ notes: { note: ["count.*", "["] } }],
    [{ unknown: 1 }],
    [null],
  ])("with options that are none leaves the defaults: %j", (options) => {
    const json = JSON.stringify({ plain: "off", "long-query": ["on", options] });
    expect(told(untyped(json))).toEqual(["warning: 13 characters"]);
  });

  test.each(["3", "null", "true", "{}", "[]", '"loud"', '["loud"]', "[null, null]"])(
    "that is none changes nothing: %s",
    (json) => {
      expect(told(untyped(`{ "plain": ${json}, "long-query": "off", "constructor": "off" }`))).toEqual(["info: found"]);
    },
  );

  test("is bound into the rule: its severity, and its findings on any subject", () => {
    const file = defineRule({
      ...plain,
      id: "file",
      subject: "rule-files",
      options: { word: { type: "string", description: "What is said", default: "found" } },
      *check(files, { word }) {
        for (const { path } of files) yield { at: { file: path, field: "", span: { from: 0, to: 0 } }, message: word };
      },
    });
    const configured = configureRules([file], { file: ["error", { word: "seen" }] });
    expect(configured.map(({ severity }) => severity)).toEqual(["error"]);
    expect(lintRules([{ path: "a.yaml", groups: [] }], configured)).toMatchObject([
      { code: "file", severity: "error", message: "seen" },
    ]);
  });

  test("set twice adds up", () => {
    const twice = configureRules(configureRules(rules, { "long-query": ["on", { longest: 1 }] }), {
      "long-query": ["info", { factor: 20 }],
    });
    expect(lint(query, { rules: twice }).map(({ code }) => code)).toEqual(["plain"]);
  });
});

test("a rule whose default has another type is refused", () => {
  const options = { longest: { type: "integer", description: "", default: 0.5 } } as const;
  expect(() => defineRule({ ...plain, options, check: () => [] })).toThrow("default");
});

describe("the schema of settings", () => {
  const isRe2 = (pattern: string): boolean => patternMistake(pattern) === undefined;
  const validate = new Ajv2020({ strict: true, strictTypes: true, allErrors: true, formats: { re2: isRe2 } }).compile(
    ruleSettingsSchema(rules),
  );

  test.each([
    "{}",
    '{"plain": "off", "long-query": "warning"}',
    '{"long-query": ["on", {}]}',
    '{"long-query": ["error", {"longest": 5, "factor": 0.5, "unit": "", "twice": true, "except": ["up"]}]}',
    '{"long-query": ["on", {"meant": "a|b", "notes": {"any name": ["a", "b"], "": []}}]}',
  ])("accepts %s", (json) => {
    expect(validate(JSON.parse(json))).toBe(true);
  });

  test.each([
    ["[]", ""],
    ['{"plian": "off"}', ""],
    ['{"plain": "loud"}', "/plain"],
    ['{"plain": 3}', "/plain"],
    ['{"plain": ["on", {}]}', "/plain"],
    ['{"long-query": ["on"]}', "/long-query"],
    ['{"long-query": ["off", {}]}', "/long-query/0"],
    ['{"long-query": ["on", {}, 1]}', "/long-query"],
    ['{"long-query": ["on", {"longest": 0}]}', "/long-query/1/longest"],
    ['{"long-query": ["on", {"longest": 1.5}]}', "/long-query/1/longest"],
    ['{"long-query": ["on", {"longer": 1}]}', "/long-query/1"],
    ['{"long-query": ["on", {"meant": "("}]}', "/long-query/1/meant"],
    ['{"long-query": ["on", {"notes": ["a"]}]}', "/long-query/1/notes"],
    ['{"long-query": ["on", {"notes": {"a": ["b", "["]}}]}', "/long-query/1/notes/a/1"],
    ['{"long-query": ["on", {"except": [1]}]}', "/long-query/1/except/0"],
  ])("rejects %s", (json, place) => {
    expect(validate(JSON.parse(json))).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(place);
  });

  test("takes the defaults of all rules, and compiles without a warning", () => {
    const logged: unknown[] = [];
    const log = (...words: unknown[]) => logged.push(words);
    const ajv = new Ajv2020({ strict: true, formats: { re2: true }, logger: { log, warn: log, error: log } });
    const defaults = all.flatMap(({ id, options }) =>
      options
        ? [[id, ["on", Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))]]]
        : [],
    );
    expect(defaults).not.toEqual([]);
    expect(ajv.validate(ruleSettingsSchema(all), Object.fromEntries(defaults))).toBe(true);
    expect(logged).toEqual([]);
  });
});
