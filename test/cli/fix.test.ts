import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { promtool } from "../live/program.js";
import { describeLive } from "../live/server.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const file = `# Rules of a shop
groups:
  - name:   "shop"   # the group
    rules:

      - record: literal
        expr: |
          # the idle time
          node_cpu_seconds_total{mode="idle"}[5m]
        labels: {a: b,   c: 'd'}
      - alert: Folded
        expr: >-
          sum by (instance) (
            rate(node_load1[5m])
          )
          > 1
      - alert: Quoted
        expr: "node_network_up{device!~\\"lo\\"}[5m]"  # why it is quoted
      - alert: 'Single'
        expr: '{__name__="node_load1", job=~''node''}[5m]'
      - {alert: Flow, expr: 'rate(node_load5[5m])', for: 5m}
`;
const repaired = file
  .replace('node_cpu_seconds_total{mode="idle"}[5m]', (query) => `rate(${query})`)
  .replace("rate(node_load1[5m])", "deriv(node_load1[5m])")
  .replace('node_network_up{device!~\\"lo\\"}[5m]', 'avg_over_time(node_network_up{device!=\\"lo\\"}[5m])')
  .replace("{__name__=\"node_load1\", job=~''node''}[5m]", "avg_over_time({__name__=\"node_load1\", job=''node''}[5m])")
  .replace("rate(node_load5[5m])", "deriv(node_load5[5m])");

const shapes: readonly (readonly [string, (text: string) => string])[] = [
  ["LF", (text) => text],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["a byte order mark and CRLF", (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
  ["no line break at the end", (text) => text.trimEnd()],
  [
    "characters of several bytes",
    (text) => text.replace("idle time", "idle time, ⏱ 𝕋 größer").replace("the group", "Gruppe ß"),
  ],
];

/** What the command makes of a file. */
async function fixed(content: string | Uint8Array, ...flags: string[]) {
  const cwd = folderWith({ "rules.yaml": content });
  const outcome = await promqlLint([...flags, "rules.yaml"], { cwd });
  return { ...outcome, bytes: readFileSync(path.join(cwd, "rules.yaml")), file: path.join(cwd, "rules.yaml") };
}

describe("--fix-review changes the bytes of its fixes only", () => {
  test.each(shapes)("%s", async (_, shape) => {
    const { bytes, stdout, stderr, status } = await fixed(shape(file), "--fix-review");
    expect(bytes.toString()).toBe(shape(repaired));
    expect(Buffer.compare(bytes, Buffer.from(shape(repaired)))).toBe(0);
    expect({ stdout, stderr, status }).toEqual({
      stdout: "",
      stderr: "promql-lint: rules.yaml: 7 fixes applied\n",
      status: 0,
    });
  });
});

describe("--fix", () => {
  test("applies what is safe and reports the rest", async () => {
    const { bytes, status, stdout } = await fixed(file, "--fix");
    expect(bytes.toString()).toBe(file.replace("!~", "!=").replace("=~", "="));
    expect(status).toBe(1);
    expect(stdout).toMatch(/\n5 errors \(5 fixable with --fix-review\)\n$/);
  });

  test("leaves a file alone in which there is nothing to fix", async () => {
    const { bytes, status, stdout, stderr } = await fixed(repaired, "--fix-review");
    expect(bytes.toString()).toBe(repaired);
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  test("keeps the permissions of the file", async () => {
    const cwd = folderWith({ "rules.yaml": recording('up{job=~"a"}') });
    chmodSync(path.join(cwd, "rules.yaml"), 0o640);
    await promqlLint(["--fix", "rules.yaml"], { cwd });
    expect(statSync(path.join(cwd, "rules.yaml")).mode & 0o777).toBe(0o640);
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(recording('up{job="a"}'));
  });

  test("never writes a file that is no UTF-8", async () => {
    const latin1 = Buffer.from(recording('up{job=~"a"} # größer'), "latin1");
    const { bytes, status, stdout, stderr } = await fixed(latin1, "--fix");
    expect(Buffer.compare(bytes, latin1)).toBe(0);
    expect(status).toBe(3);
    expect(stdout).toContain("[regex-without-pattern]");
    expect(stderr).toBe("promql-lint: rules.yaml: is not fixed, since it is no valid UTF-8: save it as UTF-8 first\n");
  });

  test("writes the target of a symbolic link, and the link stays", async () => {
    const cwd = folderWith({ "real/rules.yaml": recording('up{job=~"a"}') });
    symlinkSync("real/rules.yaml", path.join(cwd, "link.yaml"));
    await promqlLint(["--fix", "link.yaml"], { cwd });
    expect(lstatSync(path.join(cwd, "link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(cwd, "real/rules.yaml"), "utf8")).toBe(recording('up{job="a"}'));
  });

  test("says which fixes that were asked for are left, and why", async () => {
    const rule = (id: string, find: string, insert: string): string => `{
      id: "${id}", summary: "Own", category: "style", severity: "info", subject: "query",
      *check({ text }) {
        const from = text.indexOf("${find}");
        const at = { from, to: from + ${find.length} };
        if (from >= 0) yield { at, message: "own", fixes: [{ title: "Write it", safety: "safe", edits: [{ ...at, insert: "${insert}" }] }] };
      },
    }`;
    const own = (...rules: string[]): string => `export default { ownRules: [${rules.join(", ")}] };`;
    const cwd = folderWith({
      "promql-lint.config.mjs": own(rule("opens", "spoilt", "spoilt{")),
      "undo/promql-lint.config.mjs": own(rule("to-new", "old", "new"), rule("to-old", "new", "old")),
      "rules.yaml": recording("spoilt + rate(node_load1[5m])"),
      "undo/rules.yaml": recording("old"),
    });
    const { stdout, stderr } = await promqlLint([".", "--fix", "-f", "json"], { cwd });
    expect(stderr)
      .toBe(`promql-lint: rules.yaml:5:11: a fix is not applied, since it would leave more mistakes than there are [opens]
promql-lint: undo/rules.yaml: 10 fixes applied
promql-lint: undo/rules.yaml:5:11: a fix is not applied, since fixes seem to undo each other [to-new]
`);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        {
          path: "rules.yaml",
          unapplied: [
            { code: "opens", title: "Write it", hindrance: "syntax", at: { line: 5, column: 11 } },
            { code: "rate-over-gauge", hindrance: "review" },
          ],
        },
        { path: "undo/rules.yaml", unapplied: [{ code: "to-new", hindrance: "rounds" }] },
      ],
    });
    const query = await promqlLint(["-e", "spoilt", "--fix"], { cwd });
    expect(query.stderr).toMatch(/^promql-lint: -e:1:1: a fix is not applied, since it would leave more mistakes/);
  });

  test("fixes a .promql file", async () => {
    const cwd = folderWith({ "a.promql": '\ufeff# why\r\nup{job=~"a"}\r\n' });
    await promqlLint(["--fix", "a.promql"], { cwd });
    expect(readFileSync(path.join(cwd, "a.promql"), "utf8")).toBe('\ufeff# why\r\nup{job="a"}\r\n');
  });
});

describeLive("promtool", () => {
  test.each(shapes)("accepts the repaired file with %s", async (_, shape) => {
    const { file: written } = await fixed(shape(file), "--fix-review");
    expect(execFileSync(promtool, ["check", "rules", written], { encoding: "utf8" })).toContain(
      "SUCCESS: 5 rules found",
    );
  });
});
