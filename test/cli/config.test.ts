import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { isObject } from "../../src/schema/object.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

/** A query in which `rate-over-gauge`, an error, finds something. */
const bad = "rate(node_load1[5m])";
const offYaml = "rules: {rate-over-gauge: off}\n";
const ownRule = (id: string, body: string) => `{
  id: "${id}", summary: "Own", category: "style", severity: "warning", subject: "query",
  *check(query) { ${body} },
}`;

describe("a configuration is found", () => {
  test.each<[string, string]>([
    [".promql-lintrc.yaml", offYaml],
    [".promql-lintrc.yml", offYaml],
    [".promql-lintrc.json", '{"$schema": "x", "rules": {"rate-over-gauge": "off"}}'],
    ["package.json", '{"name": "x", "promql-lint": {"rules": {"rate-over-gauge": "off"}}}'],
    ["promql-lint.config.js", 'module.exports = { rules: { "rate-over-gauge": "off" } };'],
    ["promql-lint.config.mjs", 'export default { rules: { "rate-over-gauge": "off" } };'],
  ])("in %s", async (name, text) => {
    const cwd = folderWith({ [name]: text, "sub/a.promql": bad });
    expect(await promqlLint(["."], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("nearest upward for each file, and for a query in the working folder", async () => {
    const cwd = folderWith({
      ".promql-lintrc.yaml": offYaml,
      "a.promql": bad,
      "near/.promql-lintrc.yaml": "rules: {rate-over-gauge: warning}",
      "near/deep/b.promql": bad,
      "near/package.json": '{"devDependencies": {"promql-lint": "^1.0.0"}}',
    });
    const { status, stdout } = await promqlLint([".", "-e", bad], { cwd });
    expect(status).toBe(0);
    expect(stdout.match(/^(error|warning).*\n.*$/gm)).toEqual([
      expect.stringMatching(/^warning: .*\n --> near\/deep\/b\.promql:1:6$/),
    ]);
  });

  test("-c takes one for all files, --no-config none", async () => {
    const cwd = folderWith({
      ".promql-lintrc.yaml": offYaml,
      "ci/other.yaml": "rules: {rate-over-gauge: info}",
      "a.promql": bad,
    });
    expect((await promqlLint(["a.promql", "-c", "ci/other.yaml"], { cwd })).stdout).toMatch(/^info: /);
    expect((await promqlLint(["a.promql", "--no-config"], { cwd })).stdout).toMatch(/^error: /);
    expect(await promqlLint(["a.promql", "-c", "none.yaml"], { cwd })).toEqual({
      status: 3,
      stdout: "",
      stderr: "promql-lint: none.yaml: no such file or folder\n",
    });
  });
});

describe("what a configuration says", () => {
  test("overrides, the server, the scrape interval, metrics and warnings", async () => {
    const cwd = folderWith({
      ".promql-lintrc.yaml": `
scrapeInterval: 1m
metrics: [types.txt]
maxWarnings: 0
overrides:
  - files: old/**
    prometheus: {version: "2.45"}
  - files: "*.promql"
    excludedFiles: "kept.*"
    rules: {rate-over-gauge: warning}
`,
      "types.txt": "# TYPE queue_depth gauge\nqueue_depth 3\n",
      "a.promql": "rate(queue_depth[5m])",
      "kept.promql": "rate(queue_depth[5m])",
      "old/b.promql": "sum(limitk(3, up))",
      "short.promql": "rate(errors_total[1m])",
    });
    const said = async (name: string) => {
      const { status, stdout } = await promqlLint([name], { cwd });
      const [, severity, code] = /^(\w+): .*\[([\w-]+)\]$/m.exec(stdout) ?? [];
      return [severity, code, status];
    };
    expect(await said("a.promql")).toEqual(["warning", "rate-over-gauge", 1]);
    expect(await said("kept.promql")).toEqual(["error", "rate-over-gauge", 1]);
    expect(await said("old/b.promql")).toEqual(["error", "too-new", 1]);
    expect((await said("short.promql"))[1]).toBe("short-rate-window");
    expect((await promqlLint(["a.promql", "--max-warnings", "1"], { cwd })).status).toBe(0);
  });

  test("use is that of queries that stand in no rule", async () => {
    const cwd = folderWith({
      ".promql-lintrc.yaml": "use: instant",
      "a.promql": "node_load1[5m]",
      "b.yaml": recording("node_load1[5m]"),
    });
    const { stdout } = await promqlLint(["."], { cwd });
    expect(stdout.match(/-->.*/g)).toEqual(["--> b.yaml:5:11 in `r`"]);
  });

  test("options of rules", async () => {
    const cwd = folderWith({
      ".promql-lintrc.yaml": "rules: {rate-over-gauge: [warning, {exceptMetrics: [node_load1]}]}",
    });
    const { stdout } = await promqlLint(["-e", bad, "-e", "rate(node_load5[5m])"], { cwd });
    expect(stdout.match(/^(error|warning): .*/gm)).toEqual([
      expect.stringContaining("warning: `rate()` reads every drop of the gauge `node_load5`"),
    ]);
  });

  test("extends builds on files, each with its own folder, and on presets and packages", async () => {
    const cwd = folderWith({
      "base/more.json":
        '{"overrides": [{"files": "*.promql", "rules": {"bare-range-vector": "off"}}], "ignorePatterns": ["skipped.promql"]}',
      "base/base.yaml": "extends: ./more.json\nrules: {bare-range-vector: info, rate-over-gauge: info}",
      "base/a.promql": "node_load1[5m]",
      "base/skipped.promql": "node_load1[5m]",
      "node_modules/shared/index.js": 'module.exports = { rules: { "regex-without-pattern": "off" } };',
      "node_modules/shared/package.json": '{"name": "shared", "main": "index.js"}',
      ".promql-lintrc.yaml": "extends: [strict, ./base/base.yaml, shared]\nrules: {rate-over-gauge: [on, {}]}",
    });
    const { stdout } = await promqlLint(["--print-config", "base/a.promql"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      from: [
        "recommended",
        "strict",
        "base/more.json",
        "base/base.yaml",
        "node_modules/shared/index.js",
        ".promql-lintrc.yaml",
      ],
      rules: { "bare-range-vector": "info", "rate-over-gauge": ["error", {}], "regex-without-pattern": "off" },
      ignored: false,
    });
    expect(JSON.parse((await promqlLint(["--print-config", "base/skipped.promql"], { cwd })).stdout)).toMatchObject({
      ignored: true,
    });
  });

  test.each<[string, string, unknown, string | undefined]>([
    ["shared", "index.js", { import: "./index.js" }, "index.js"],
    ["shared", "index.js", "./index.js", "index.js"],
    ["shared", "a.json", { ".": { types: "./a.d.ts", import: { node: "./a.json" } } }, "a.json"],
    ["@org/shared/strict", "lib/strict.yaml", { "./*": { import: "./lib/*.yaml" } }, "lib/strict.yaml"],
    ["@org/shared/strict", "b.yml", { "./strict": [{ require: "./no.yml" }, { default: "./b.yml" }] }, "b.yml"],
    ["shared/other", "index.js", { import: "./index.js" }, undefined],
    ["shared", "index.js", { import: "./gone.js" }, undefined],
    ["shared", "index.js", { browser: "./index.js" }, undefined],
    ["shared", "index.js", { import: "../escaped.js" }, undefined],
  ])("extends `%s`, a package with %s that exports %j", async (name, file, exports, found) => {
    const folder = `node_modules/${/^(?:@\w+\/)?\w+/.exec(name)?.[0]}`;
    const rules = '{ "rules": { "regex-without-pattern": "off" } }';
    const cwd = folderWith({
      [`${folder}/package.json`]: JSON.stringify({ type: "module", exports }),
      [`${folder}/${file}`]: file.endsWith(".js") ? `export default ${rules};` : rules,
      ".promql-lintrc.yaml": `extends: "${name}"`,
    });
    const { status, stdout, stderr } = await promqlLint(["--print-config", "a.promql"], { cwd });
    if (found === undefined) {
      expect([status, stderr]).toEqual([2, expect.stringContaining(`1:10: \`${name}\` is neither a preset nor`)]);
    } else {
      expect(JSON.parse(stdout)).toMatchObject({
        from: ["recommended", `${folder}/${found}`, ".promql-lintrc.yaml"],
        rules: { "regex-without-pattern": "off" },
      });
    }
  });

  test.each([
    [".promql-lintrc.yaml", "rules: {}\nmetrics:\n  - types.txt\n  - none.txt\n", "4:5", "no such file or folder"],
    [".promql-lintrc.json", '{"overrides": [{"files": "*", "metrics": ["none.txt"]}]}', "1:43", "no such file"],
    ["package.json", '{"promql-lint":\n {"metrics": ["empty.txt"]}}', "2:15", "holds no metrics\nhelp: give the text"],
    ["promql-lint.config.mjs", 'export default { metrics: ["none.txt"] };', " metrics[0]", "no such file or folder"],
  ])("metrics that cannot be read are named with their place in %s", async (name, text, place, reason) => {
    const cwd = folderWith({ [name]: text, "types.txt": "up 1\n", "empty.txt": "", "a.promql": "up" });
    const { status, stdout, stderr } = await promqlLint(["a.promql"], { cwd });
    const file = text.includes("empty.txt") ? "empty.txt" : "none.txt";
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(`promql-lint: ${name}:${place}: ${file}: ${reason}`);
  });

  test("what it extends and cannot be read is named with its place", async () => {
    const cwd = folderWith({ ".promql-lintrc.yaml": "extends: [strict, ./no.yaml]", "a.promql": "up" });
    const stderr = "promql-lint: .promql-lintrc.yaml:1:19: `./no.yaml`: no such file or folder\n";
    expect(await promqlLint(["a.promql"], { cwd })).toEqual({ status: 3, stdout: "", stderr });
  });

  test("a program may bring rules of its own", async () => {
    const cwd = folderWith({
      "base.mjs": `export default { ownRules: [${ownRule("no-up", 'if (query.text === "up") yield { at: { from: 0, to: 2 }, message: "`up` is here" };')}] };`,
      "promql-lint.config.mjs": 'export default { extends: "./base.mjs", rules: { "no-up": "error" } };',
    });
    const { status, stdout } = await promqlLint(["-e", "up"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error: `up` is here \[no-up\]\n/);
    expect((await promqlLint(["-e", "up", "--rule", "no-up:off"], { cwd })).status).toBe(0);
  });

  test.each<[string, string]>([
    ["throw new TypeError('no luck')", "the rule `own` fails: no luck"],
    ["yield {}", "the rule `own` gives a finding without `message` or `at`"],
    ["yield { message: 'a', at: 3 }", "the rule `own` gives a finding without `message` or `at`"],
    ["yield* 3", "the rule `own` fails: "],
  ])("a rule of its own that does %s fails in its name", async (body, message) => {
    const cwd = folderWith({ "promql-lint.config.mjs": `export default { ownRules: [${ownRule("own", body)}] };` });
    const { status, stderr } = await promqlLint(["-e", "up"], { cwd });
    expect(status).toBe(3);
    expect(stderr).toContain(`promql-lint: ${message}`);
  });

  test("two programs may not bring rules of one name, and one may come on two ways", async () => {
    const bring = (id: string) => `export default { ownRules: [${ownRule(id, "")}] };`;
    const cwd = folderWith({
      "a.mjs": bring("own"),
      "b.mjs": bring("own"),
      "c.json": '{"extends": "./a.mjs"}',
      "twins.yaml": "extends: [./a.mjs, ./b.mjs]",
      "ways.yaml": "extends: [./a.mjs, ./c.json]",
    });
    expect((await promqlLint(["-e", "up", "-c", "twins.yaml"], { cwd })).stderr).toBe(
      "promql-lint: twins.yaml:1:10: the rule `own` is brought twice\nhelp: extend one of the two\n",
    );
    expect((await promqlLint(["-e", "up", "-c", "ways.yaml"], { cwd })).status).toBe(0);
  });

  test("comments that turn rules off need a reason, and unused ones are errors, where that is said", async () => {
    const comment = "# promql-lint-disable-line rate-over-gauge";
    const cwd = folderWith({
      ".promql-lintrc.yaml": "requireDisableReason: true\nreportUnusedDisableDirectives: error",
      "a.promql": `${bad} ${comment}\n`,
      "b.promql": `up ${comment} -- why\n`,
    });
    const { stdout } = await promqlLint(["."], { cwd });
    expect(stdout.match(/\[([\w-]+)\]$/gm)).toHaveLength(2);
    const plain = await promqlLint([".", "--no-config"], { cwd });
    expect([plain.status, plain.stdout]).toEqual([0, expect.stringMatching(/^warning: [^]*1 warning/)]);
    expect((await promqlLint([".", "--no-config", "--report-unused-disable-directives"], { cwd })).status).toBe(1);
    expect((await promqlLint(["a.promql", "--no-inline-config"], { cwd })).stdout).toContain("[rate-over-gauge]");
  });
});

describe("a wrong configuration is said with its place, exit 2", () => {
  test.each<[string, string, string]>([
    ["rules: {rate-over-guage: off}", "1:9: no rule is called `rate-over-guage`", "did you mean `rate-over-gauge`?"],
    [
      "rules:\n  rate-over-gauge: eror",
      "2:20: `rate-over-gauge` is none of the values it can have",
      "write `off`, `on`, `error`, `warning` or `info`",
    ],
    [
      "rules: {rate-over-gauge: false}",
      "1:26: `rate-over-gauge` is none",
      "write `off`, `on`, `error`, `warning` or `info`",
    ],
    [
      "rules: {rate-over-gauge: [error, {exceptMetric: []}]}",
      "1:35: an item of `rate-over-gauge` has no key `exceptMetric`",
      "did you mean `exceptMetrics`?",
    ],
    [
      "rules: {unknown-field: off}",
      "1:9: `unknown-field` is a problem, and only rules are set",
      "`# promql-lint-disable-next-line unknown-field`",
    ],
    ["rules: {rate-over-gauge: [error]}", "1:26: `rate-over-gauge` has too few items", ""],
    ["override: []", "1:1: the file has no key `override`", "did you mean `overrides`?"],
    ["overrides: [{rules: {}}]", "1:13: an item of `overrides` lacks the key `files`", ""],
    [
      "extends: strct",
      "1:10: `strct` is neither a preset nor a package that is installed here",
      "did you mean `strict`?",
    ],
    ["extends: ./.promql-lintrc.yaml", "1:10: leads in a circle: .promql-lintrc.yaml extends .promql-lintrc.yaml", ""],
    ["prometheus: {version: 3.5}", "1:23: `version` is not a text", ""],
    ["prometheus: {features: [promql-duration]}", "1:25: an item of `features` is none", "`promql-duration-expr`, "],
    ["scrapeInterval: 0s", "1:17: `scrapeInterval` is not written as it must be", "a duration such as `30s`"],
    ["ownRules: []", "1:1: the file has no key `ownRules`", "rules of your own stand in a promql-lint.config.js"],
    ["- a", "1:1: the file is not a mapping", ""],
    ["rules: [", "1:9: Flow sequence in block collection", "correct the YAML"],
    ["a: &a [1]\nb: *c", "1:1: Unresolved alias", ""],
    [bomb(), "1:1: Excessive alias count", "write the values out"],
    ["[".repeat(50_000), "1:1: values stand too deep within each other", ""],
  ])("%.60j", async (text, message, help) => {
    const cwd = folderWith({ ".promql-lintrc.yaml": text });
    const { status, stdout, stderr } = await promqlLint(["-e", "up"], { cwd });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`promql-lint: .promql-lintrc.yaml:${message}`);
    expect(stderr).toContain(help);
  });

  test("broken JSON is called so", async () => {
    const cwd = folderWith({ ".promql-lintrc.json": '{"rules": {}} // why' });
    const { status, stderr } = await promqlLint(["-e", "up"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^promql-lint: \.promql-lintrc\.json:1:15: .*\nhelp: correct the JSON\n$/);
  });

  test("everything that is wrong is said at once", async () => {
    const cwd = folderWith({ ".promql-lintrc.json": '{\n  "rules": {"a": "off"},\n  "max-warnings": 1\n}' });
    const { stderr } = await promqlLint(["-e", "up"], { cwd });
    expect(stderr.match(/^promql-lint: \.promql-lintrc\.json:\d+:\d+/gm)).toEqual([
      "promql-lint: .promql-lintrc.json:3:3",
      "promql-lint: .promql-lintrc.json:2:13",
    ]);
  });

  test("a package.json without the key is none", async () => {
    const cwd = folderWith({ "package.json": "{}" });
    const { status, stderr } = await promqlLint(["-e", "up", "-c", "package.json"], { cwd });
    expect([status, stderr]).toEqual([
      2,
      "promql-lint: package.json: has no key `promql-lint`\nhelp: add it, or name another file\n",
    ]);
  });

  test("places in package.json are those of the file", async () => {
    const cwd = folderWith({ "package.json": '{\n  "name": "x",\n  "promql-lint": {"rulez": {}}\n}' });
    const { stderr } = await promqlLint(["-e", "up"], { cwd });
    expect(stderr).toBe("promql-lint: package.json:3:19: the file has no key `rulez`\nhelp: did you mean `rules`?\n");
  });

  test.each<[string, string, string]>([
    ["throws", 'throw new Error("no \\u001b[31mluck");', "fails: no \\u{1b}[31mluck"],
    ["throws null", "throw null;", "fails: null"],
    ["is no JavaScript", "export default {", "fails: "],
    ["exports nothing", "export const a = 1;", "has no default export"],
    ["exports a list", "export default [];", "exports something else than an object"],
    [
      "has a wrong key",
      'export default { overrides: [{ files: "a", rulez: {} }] };',
      "overrides[0].rulez: an item of `overrides` has no key `rulez`",
    ],
    [
      "has a value that cannot be read",
      "export default { rules: { get a() { throw new RangeError(); } } };",
      "fails where `rules.a` is read: RangeError",
    ],
    [
      "has a class that throws what is no text",
      "export default new (class { get extends() { throw Object.create(null); } })();",
      "fails where `extends` is read: it has thrown what cannot be written",
    ],
    [
      "has a rule that cannot be read",
      "export default { ownRules: [{ get check() { throw 'no luck'; } }] };",
      "fails where `ownRules[0].check` is read: no luck",
    ],
    [
      "gives new values without end",
      "const more = () => ({ get a() { return more(); } }); export default { rulez: more() };",
      "rulez: the file has no key `rulez`",
    ],
    ["has no rule", "export default { ownRules: [{}] };", "ownRules[0]: an item of `ownRules` has no `id`"],
  ])("a program that %s", async (_, text, message) => {
    const cwd = folderWith({ "promql-lint.config.mjs": text });
    const { status, stdout, stderr } = await promqlLint(["-e", "up"], { cwd });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`promql-lint: promql-lint.config.mjs: ${message}`);
    expect(stderr.split("\n").length).toBeLessThanOrEqual(3);
  });

  test("a program that waits for ever, idly or busily", async () => {
    const forEver = "await new Promise(() => undefined); export default {};";
    const folders = [forEver, `setInterval(() => 1, 10); ${forEver}`].map((text) =>
      folderWith({ "promql-lint.config.mjs": text }),
    );
    const outcomes = await Promise.all(folders.map((cwd) => promqlLint(["-e", "up"], { cwd })));
    for (const { status, stdout, stderr } of outcomes) {
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^promql-lint: promql-lint\.config\.mjs: has not finished after 5 seconds\n.*\n$/);
    }
  });

  test("a program that never lets go is ended by Ctrl-C", async () => {
    const text = "process.stderr.write('begun\\n'); for (;;);";
    const cwd = folderWith({ "promql-lint.config.mjs": text });
    const interruption = { signal: "SIGINT", afterLines: 1 } as const;
    const { status, stderr } = await promqlLint(["-e", "up"], { cwd, interruption });
    expect([status, stderr]).toEqual([130, "begun\n"]);
  });

  test("a program that leaves a timer behind does not keep the command from ending", async () => {
    const cwd = folderWith({ "promql-lint.config.mjs": "setInterval(() => 1, 10); export default {};" });
    expect((await promqlLint(["-e", "up"], { cwd })).status).toBe(0);
  });

  test("a folder, two in one folder, no UTF-8, too long, one that may not be read", async () => {
    const read = async (name: string, cwd: string) => (await promqlLint(["-e", "up", "-c", name], { cwd })).stderr;
    const cwd = folderWith({
      "latin1.yaml": Buffer.from("# größer", "latin1"),
      "long.yaml": " ".repeat(1024 * 1024 + 1),
      "x.yaml": "",
    });
    mkdirSync(path.join(cwd, ".promql-lintrc.yaml"));
    mkdirSync(path.join(cwd, "folder.mjs"));
    expect((await promqlLint(["-e", "up"], { cwd })).stderr).toBe("promql-lint: .promql-lintrc.yaml: is a folder\n");
    expect(await read("folder.mjs", cwd)).toBe("promql-lint: folder.mjs: is a folder\n");
    expect(await read("latin1.yaml", cwd)).toBe(
      "promql-lint: latin1.yaml: is no valid UTF-8\nhelp: save it as UTF-8\n",
    );
    expect(await read("long.yaml", cwd)).toContain("is longer than 1 MiB");
    const two = folderWith({ ".promql-lintrc.yaml": "", "promql-lint.config.js": "" });
    expect((await promqlLint(["-e", "up"], { cwd: two })).stderr).toContain(
      "holds two configurations, promql-lint.config.js and .promql-lintrc.yaml",
    );
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, "x.yaml"), 0o000);
    // Root may read everything.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const hidden = await promqlLint(["-e", "up", "-c", "x.yaml"], { cwd, ...asNobody });
    expect([hidden.status, hidden.stderr]).toEqual([
      3,
      "promql-lint: x.yaml: permission denied: make it readable for this user\n",
    ]);
  });

  test("a circle over several files is told whole", async () => {
    const cwd = folderWith({
      ".promql-lintrc.yaml": "extends: ./a.yaml",
      "a.yaml": "extends: ./b.yaml",
      "b.yaml": "extends: [./a.yaml]",
    });
    const { stderr } = await promqlLint(["-e", "up"], { cwd });
    expect(stderr).toContain(
      "b.yaml:1:11: leads in a circle: .promql-lintrc.yaml extends a.yaml extends b.yaml extends a.yaml",
    );
  });

  test("an empty one says nothing", async () => {
    const cwd = folderWith({ ".promql-lintrc.yaml": "# nothing yet\n" });
    expect((await promqlLint(["-e", "up"], { cwd })).status).toBe(0);
  });
});

describe("--rule", () => {
  test.each<[string[], number, string]>([
    [["rate-over-gauge:off"], 0, ""],
    [["rate-over-gauge:warning"], 0, "warning: "],
    [["rate-over-gauge:off", "rate-over-gauge:error"], 1, "error: "],
    [["rate-over-guage:off"], 2, "no rule is called `rate-over-guage`\nhelp: did you mean `rate-over-gauge`?\n"],
    [["rate-over-gauge:warn"], 2, "help: did you mean `rate-over-gauge:warning`?\n"],
    [["rate-over-gauge"], 2, "behind the name of the rule stands a colon, and one of off, on, error, warning, info"],
    [["bad-duration:off"], 2, "`bad-duration` is a problem, and only rules are set\nhelp: suppress it where it is"],
  ])("%j beats a configuration", async (settings, status, text) => {
    const cwd = folderWith({ ".promql-lintrc.yaml": "rules: {rate-over-gauge: info}" });
    const flags = settings.flatMap((setting) => ["--rule", setting]);
    const outcome = await promqlLint(["-e", bad, ...flags], { cwd });
    expect(outcome.status, outcome.stderr).toBe(status);
    expect(outcome.stdout + outcome.stderr).toContain(text);
  });
});

describe("--init", () => {
  test("writes a configuration that holds, and never over another", async () => {
    const cwd = folderWith({ "metrics/app.txt": "# TYPE a gauge\na 1\n" });
    const file = path.join(cwd, ".promql-lintrc.yaml");
    const first = await promqlLint(["--init"], { cwd });
    expect([first.status, first.stdout]).toEqual([0, ""]);
    expect(first.stderr).toContain(".promql-lintrc.yaml: written");
    const text = readFileSync(file, "utf8");
    expect((await promqlLint(["-e", bad], { cwd })).stdout).toContain("[rate-over-gauge]");
    // What it shows in comments holds as well.
    writeFileSync(
      file,
      text
        .replace("rules: {}", "rules:")
        .replace(/^#( *(?!yaml)[\w-]+:.*| +- .*| {2,}\w.*)$/gm, "$1")
        .replace(/^ (?=\w)/gm, ""),
    );
    const shown = await promqlLint(["--print-config", "dashboards/a.json"], { cwd });
    expect(shown.stderr).toBe("");
    expect(JSON.parse(shown.stdout)).toMatchObject({
      scrapeInterval: "30s",
      ignorePatterns: ["generated/"],
      rules: { "irate-in-alert": "off" },
    });
    const second = await promqlLint(["--init"], { cwd });
    expect(second.status).toBe(2);
    expect(second.stderr).toContain(".promql-lintrc.yaml: is there already");
  });

  test("is not fooled by a link that leads nowhere", async () => {
    const cwd = folderWith({});
    symlinkSync("elsewhere.yaml", path.join(cwd, ".promql-lintrc.yaml"));
    expect((await promqlLint(["--init"], { cwd })).status).toBe(3);
  });
});

describe("--print-config", () => {
  test("prints what holds for a file, and from where", async () => {
    const cwd = folderWith({
      "sub/.promql-lintrc.yaml":
        'extends: prometheus-3-migration\nprometheus: {version: "3.0"}\nrules: {removed-metric: [on, {}]}',
    });
    const { status, stdout, stderr } = await promqlLint(
      ["--print-config", "sub/none.yaml", "--rule", "empty-by:info", "--scrape-interval", "90s"],
      { cwd },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const printed: unknown = JSON.parse(stdout);
    expect(printed).toMatchObject({
      file: "sub/none.yaml",
      ignored: false,
      from: ["recommended", "prometheus-3-migration", "sub/.promql-lintrc.yaml"],
      rules: { "empty-by": "info", "rate-over-gauge": "off", "removed-metric": ["warning", {}] },
      prometheus: { version: "3.0" },
      scrapeInterval: "1m30s",
    });
    expect(isObject(printed) && isObject(printed["rules"]) && Object.keys(printed["rules"]).length).toBeGreaterThan(20);
  });
});

function bomb(): string {
  const lines = Array.from(
    { length: 12 },
    (_, k) =>
      `a${k}: &a${k} [${Array(9)
        .fill(k === 0 ? "x" : `*a${k - 1}`)
        .join(", ")}]`,
  );
  return `${lines.join("\n")}\n`;
}
