import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { all } from "../../rules/index.js";
import { filesOf, installPackage } from "./installed.js";

describe("the packed package, installed elsewhere", () => {
  let folder = "";
  beforeAll(() => {
    folder = installPackage();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function script(text: string): unknown {
    writeFileSync(path.join(folder, "script.mjs"), text);
    return JSON.parse(execFileSync(process.execPath, ["script.mjs"], { cwd: folder, encoding: "utf8" }));
  }

  function bin(...args: string[]) {
    const main = path.join(folder, "node_modules/promql-lint/dist/cli/main.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8" });
    return { status, stdout, stderr };
  }

  test("gives the library", () => {
    const result = script(`
      import { parse, check, lint, fix, print } from "promql-lint";
      import { recommended } from "promql-lint/rules";
      const text = 'sum(rate( node_cpu_seconds_total{mode=~"idle"}[5m] ))';
      console.log(JSON.stringify({
        print: print(parse(text).expr),
        check: check("rate(up)").map(({ code }) => code),
        lint: lint(text, { rules: recommended }).map(({ code }) => code),
        fix: fix("node_load1[5m]", { rules: recommended, review: true }).text,
      }));
    `);
    expect(result).toEqual({
      print: 'sum(rate(node_cpu_seconds_total{mode=~"idle"}[5m]))',
      check: ["wrong-argument-type"],
      lint: ["regex-without-pattern"],
      fix: "avg_over_time(node_load1[5m])",
    });
  });

  test("gives files and the client of a server", () => {
    const result = script(`
      import { readSource } from "promql-lint/files";
      import { connect } from "promql-lint/prometheus";
      import { parseTemplate } from "promql-lint/templates";
      import { createDemo } from "promql-lint/demo";
      import { readFileSync } from "node:fs";
      import { createRequire } from "node:module";
      const manifest = createRequire(import.meta.url)("promql-lint/package.json");
      const path = "node_modules/promql-lint/examples/rules/node.yaml";
      console.log(JSON.stringify({
        queries: readSource(path, readFileSync(path, "utf8")).queries.length,
        connect: typeof connect({ url: "http://localhost:9090" }).instantQuery,
        template: parseTemplate("{{ $value }}").template.body[0].kind,
        targets: createDemo({ now: Date.UTC(2026, 0), recentHours: 0.1, olderHours: 0 }).targets.length,
        name: manifest.name,
      }));
    `);
    expect(result).toEqual({
      ...{ queries: 3, connect: "function", template: "Action", targets: 26 },
      name: "promql-lint",
    });
  });

  test("gives the command, with its pages and examples", () => {
    expect(bin("-e", "node_load1[5m]").stdout).toContain("[bare-range-vector]");
    expect(bin("explain", "rate-over-gauge")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^# rate-over-gauge\n/) as string,
    });
    expect(bin("explain").status).toBe(0);
    expect(bin("catalogue", "list")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^node-exporter\n/m) as string,
    });
    expect(bin("node_modules/promql-lint/examples/rules/clean.yaml")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("has a command in ASCII alone, as its loader reads it", () => {
    const names = filesOf(folder).filter((name) => /^dist\/cli\/[^/]+\.js$/.test(name));
    expect(names).toContain("dist/cli/run.js");
    const texts = names.map((name) => readFileSync(path.join(folder, "node_modules/promql-lint", name), "utf8"));
    expect(names.filter((_, index) => /[^\0-\x7f]/.test(texts[index] ?? ""))).toEqual([]);
  });

  test("has the library installed with the packages that it imports, their peers, and no others", () => {
    const names = filesOf(folder).filter((name) => /^dist\/(?:src|rules)\/.*\.(?:js|d\.ts)$/.test(name));
    const texts = names.map((name) => readFileSync(path.join(folder, "node_modules/promql-lint", name), "utf8"));
    const imported = texts.flatMap((text) =>
      Array.from(text.matchAll(/(?:\bfrom |\bimport\()"((?:@[^/"]+\/)?[^./"@][^/":]*)["/]/g), ([, name = ""]) => name),
    );
    const peers = [...new Set(imported)].flatMap((name) => Object.keys(manifestOf(name).peerDependencies ?? {}));
    const { dependencies, peerDependencies } = packageJson;
    expect([...new Set(imported)].filter((name) => !(name in { ...dependencies, ...peerDependencies }))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => ![...imported, ...peers].includes(name))).toEqual([]);
  });

  test("ships what it needs, and no sources or tests", () => {
    const files = filesOf(folder);
    const pages = all.map(({ id }) => `rules/${id}.md`);
    const examples = readdirSync("examples/rules").map((name) => `examples/rules/${name}`);
    for (const name of [
      "package.json",
      "LICENSE",
      "dist/cli/third-party-licenses.txt",
      "dist/web/index.html",
      "dist/web/third-party-licenses.txt",
      "docs/schemas/report.schema.json",
      ...pages,
      ...examples,
    ]) {
      expect(files).toContain(name);
    }
    expect(
      files.filter((name) => /^(src|test)\/|\.test\.|(?<!\.d)\.ts$|\.map$/.test(name) && !name.startsWith("examples/")),
    ).toEqual([]);
  });
});

function manifestOf(name: string): { readonly peerDependencies?: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as ReturnType<typeof manifestOf>;
}
