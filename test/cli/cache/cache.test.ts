import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { formatNames } from "../../../src/report/formats.js";
import { promqlLint } from "../command.js";
import { folderWith } from "../folder.js";

const rules = (...exprs: readonly string[]): string =>
  `groups:\n- name: g\n  rules:\n${exprs.map((expr, k) => `  - alert: A${k}\n    expr: ${expr}\n`).join("")}`;

const files = {
  "a.yaml": rules("rate(node_load1[5m]) > 0", "rate(node_load1[5m]) > 0 # promql-lint-disable-line -- known", "up ="),
  "b.yaml": rules("up == 0 # promql-lint-disable-line -- stale"),
  "broken.yaml": `${rules("up")}x: [\n`,
  "empty.yaml": "a: b\n",
  "q.promql": 'sum(up{job=~"api"}) # all of them\n',
  "🙂.yaml": rules('up{job="\\ud83d"}', "'rate(node_load1[5m]) > 0'"),
};

const entriesOf = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".cache"));

test("a run with a cache prints what one without prints, in every format", async () => {
  const cwd = folderWith(files);
  const without = await promqlLint(["."], { cwd });
  expect(without.stdout).toContain("rate-over-gauge");
  expect(await promqlLint([".", "--cache"], { cwd })).toEqual(without);
  expect(entriesOf(path.join(cwd, ".promql-lintcache"))).toHaveLength(Object.keys(files).length);
  for (const format of formatNames) {
    const args = [".", "-f", format];
    expect(await promqlLint([...args, "--cache"], { cwd })).toEqual(await promqlLint(args, { cwd }));
  }
});

test("the baseline looks at what is restored", async () => {
  const cwd = folderWith(files);
  await promqlLint([".", "--cache"], { cwd });
  await promqlLint([".", "--write-baseline"], { cwd });
  const without = await promqlLint(["."], { cwd });
  expect(await promqlLint([".", "--cache"], { cwd })).toEqual(without);
});

/** Says whether an entry is used: a finding that is altered in it would be told. */
async function isUsed(
  cwd: string,
  args: readonly string[],
  change: () => void,
  folder = ".promql-lintcache",
): Promise<boolean> {
  await promqlLint([...args, "--cache"], { cwd });
  const before = entriesOf(path.join(cwd, folder)).map((name) => readFileSync(path.join(cwd, folder, name), "utf8"));
  change();
  await promqlLint([...args, "--cache"], { cwd });
  const after = entriesOf(path.join(cwd, folder)).map((name) => readFileSync(path.join(cwd, folder, name), "utf8"));
  return before.join() === after.join();
}

describe("an entry is used", () => {
  test("while nothing changes", async () => {
    expect(await isUsed(folderWith({ "a.yaml": files["a.yaml"] }), ["a.yaml"], () => undefined)).toBe(true);
  });

  test.each<[string, (cwd: string) => void]>([
    ["the text", (cwd) => appendFileSync(path.join(cwd, "a.yaml"), "# more\n")],
    [
      "the configuration",
      (cwd) => writeFileSync(path.join(cwd, ".promql-lintrc.json"), '{"rules": {"rate-over-gauge": "off"}}'),
    ],
    ["the metrics", (cwd) => writeFileSync(path.join(cwd, "metrics.txt"), "# TYPE node_load1 counter\nnode_load1 1\n")],
  ])("not after a change of %s", async (_, change) => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"], "metrics.txt": "# TYPE other gauge\nother 1\n" });
    const args = ["a.yaml", "--metrics", "metrics.txt"];
    expect(await isUsed(cwd, args, () => change(cwd))).toBe(false);
    const { stdout } = await promqlLint([...args, "--cache"], { cwd });
    expect(stdout).toBe((await promqlLint(args, { cwd })).stdout);
  });

  test.each([
    ["--rule", "rate-over-gauge:info"],
    ["--scrape-interval", "10m"],
  ])("not with another %s", async (...option) => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"] });
    await promqlLint(["a.yaml", "--cache"], { cwd });
    const { stdout } = await promqlLint(["a.yaml", "--cache", ...option], { cwd });
    expect(stdout).toBe((await promqlLint(["a.yaml", ...option], { cwd })).stdout);
  });
});

describe("a damaged entry is ignored, and written anew", () => {
  test.each<[string, (text: string) => string | Uint8Array]>([
    ["empty", () => ""],
    ["cut off", (text) => text.slice(0, -20)],
    ["altered", (text) => text.replace("rate-over-gauge", "rate-over-gouge")],
    ["no text", () => new Uint8Array([0, 255, 254])],
    ["of another file", (text) => text.replace(/^./, "x")],
    ["without a body", (text) => text.split("\n", 1)[0] ?? ""],
  ])("%s", async (_, damage) => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"] });
    const without = await promqlLint(["a.yaml"], { cwd });
    await promqlLint(["a.yaml", "--cache"], { cwd });
    const folder = path.join(cwd, ".promql-lintcache");
    const entry = path.join(folder, entriesOf(folder)[0] ?? expect.fail("there is no entry"));
    const text = readFileSync(entry, "utf8");
    writeFileSync(entry, damage(text));
    expect(await promqlLint(["a.yaml", "--cache"], { cwd })).toEqual(without);
    expect(readFileSync(entry, "utf8")).toBe(text);
  });
});

describe("the folder", () => {
  test("is one of its own, which git leaves out", async () => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"] });
    await promqlLint([".", "--cache"], { cwd });
    expect(readFileSync(path.join(cwd, ".promql-lintcache", ".gitignore"), "utf8")).toBe("# Made by promql-lint.\n*\n");
  });

  test("stands in node_modules where there is one", async () => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"], "node_modules/x/x.json": "{}" });
    await promqlLint([".", "--cache"], { cwd });
    expect(entriesOf(path.join(cwd, "node_modules/.cache/promql-lint"))).toHaveLength(1);
    expect(existsSync(path.join(cwd, ".promql-lintcache"))).toBe(false);
  });

  test("is where --cache-location says; one that is there gets no .gitignore", async () => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"] });
    mkdirSync(path.join(cwd, "mine"));
    await promqlLint([".", "--cache", "--cache-location", "mine"], { cwd });
    expect([entriesOf(path.join(cwd, "mine")).length, existsSync(path.join(cwd, "mine/.gitignore"))]).toEqual([
      1,
      false,
    ]);
  });

  test("is no file", async () => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"] });
    const { status, stderr } = await promqlLint([".", "--cache", "--cache-location", "a.yaml"], { cwd });
    expect([status, stderr]).toEqual([
      2,
      "promql-lint: a.yaml: is a file, and a cache is a folder\nhelp: name a folder\n",
    ]);
  });

  test.skipIf(process.getuid?.() !== 0)("that cannot be written is said once, and the run goes on", async () => {
    const cwd = folderWith({ "a.yaml": files["a.yaml"], "b.yaml": files["b.yaml"], "c/x": "" });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, "c"), 0o555);
    const { status, stderr } = await promqlLint([".", "--cache", "--cache-location", "c"], { cwd, uid: 65_534 });
    expect([status, stderr]).toEqual([
      1,
      "promql-lint: c: nothing is kept in this cache, since it cannot be written (EACCES)\n",
    ]);
  });
});

test("runs at the same time do not disturb each other", async () => {
  const cwd = folderWith(files);
  const without = await promqlLint(["."], { cwd });
  const runs = await Promise.all(Array.from({ length: 4 }, () => promqlLint([".", "--cache"], { cwd })));
  for (const run of runs) expect(run).toEqual(without);
  expect(await promqlLint([".", "--cache"], { cwd })).toEqual(without);
  expect(readdirSync(path.join(cwd, ".promql-lintcache")).filter((name) => !name.endsWith(".cache"))).toEqual([
    ".gitignore",
  ]);
});

test("rules of one's own are run each time, since only their code knows what they look at", async () => {
  const config = `import { word } from "./word.mjs";
const check = function* ({ text }) { if (text.includes(word)) yield { at: { from: 0, to: 1 }, message: word }; };
const rule = { id: "no-word", summary: "No word", category: "style", severity: "error", subject: "query", check };
export default { ownRules: [rule] };
`;
  const word = (text: string): string => `export const word = "${text}";\n`;
  const cwd = folderWith({ "q.promql": "up", "promql-lint.config.mjs": config, "word.mjs": word("up") });
  expect((await promqlLint(["q.promql", "--cache"], { cwd })).status).toBe(1);
  writeFileSync(path.join(cwd, "word.mjs"), word("down"));
  expect((await promqlLint(["q.promql", "--cache"], { cwd })).status).toBe(0);
});

test("with fixes the cache is left alone", async () => {
  const cwd = folderWith({ "q.promql": 'sum(up{job=~"api"})' });
  await promqlLint([".", "--cache", "--fix-review"], { cwd });
  expect(readFileSync(path.join(cwd, "q.promql"), "utf8")).toBe('sum(up{job="api"})');
  expect(existsSync(path.join(cwd, ".promql-lintcache"))).toBe(false);
});
