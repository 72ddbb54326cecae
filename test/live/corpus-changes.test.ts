import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readSource, type SourceQuery } from "../../src/files/index.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { promqlLint } from "../cli/command.js";
import { around } from "../files/around.js";
import { corpusFiles } from "../files/corpus-files.js";
import { describeNeeding } from "./needs.js";
import { binaries, promtool } from "./program.js";

const folder = process.env["PROMQL_CORPUS"];
const missing = folder
  ? binaries
    ? undefined
    : "PROMQL_PROMETHEUS_BIN is not set: it names the folder of promtool"
  : "PROMQL_CORPUS is not set: it names a folder of real rule files and dashboards";

/** What changes the files of a folder, and what it says where there is nothing left to change. */
const changes = [
  { name: "--fix", args: ["--fix", "--quiet", "--exit-zero", "."], changesQueries: true },
  { name: "--fix-review", args: ["--fix-review", "--quiet", "--exit-zero", "."], changesQueries: true },
  { name: "fmt", args: ["fmt", "."], changesQueries: false },
] as const;

describeNeeding("the files of the corpus", missing, () => {
  let temporary = "";
  const before = corpusFiles.map(([file, text]) => readSource(file, text));
  let known: string[] = [];
  beforeAll(() => {
    temporary = mkdtempSync(path.join(tmpdir(), "promql-lint-changes-"));
    known = accepted(path.join(temporary, "before"), before);
  });
  afterAll(() => {
    rmSync(temporary, { recursive: true, force: true });
  });

  test.each(changes)(
    "$name changes queries alone, once, and promtool accepts the files and rules that it accepted",
    async ({ name, args, changesQueries }) => {
      const cwd = path.join(temporary, name);
      cpSync(folder ?? "", cwd, { recursive: true });
      const first = await promqlLint(args, { cwd });
      expect(first.status, first.stderr).toBe(0);

      const after = before.map(({ path: file }) => readSource(file, textIn(cwd, file)));
      expect(after.some(({ text }, k) => text !== before[k]?.text)).toBe(true);
      for (const [k, source] of after.entries()) {
        const old = before[k] ?? expect.fail();
        expect(around(source), source.path).toEqual(around(old));
        if (!changesQueries) expect(source.queries.map(printed), source.path).toEqual(old.queries.map(printed));
      }
      expect(known.filter((place) => place.includes("#")).length).toBeGreaterThan(100);
      expect(known.length).toBeGreaterThan(known.filter((place) => place.includes("#")).length);
      expect(accepted(path.join(temporary, "after"), after)).toEqual(known);

      const second = await promqlLint(args, { cwd });
      expect(second.stderr).not.toMatch(/applied|formatted/);
      expect(after.filter(({ path: file, text }) => textIn(cwd, file) !== text)).toEqual([]);
    },
    240_000,
  );
});

function textIn(cwd: string, file: string): string {
  return readFileSync(path.join(cwd, file), "utf8");
}

/** A query in its canonical form; as it is where it cannot be parsed. */
function printed({ text, variables }: SourceQuery): string {
  const { expr, problems } = parse(text, variables ? { variables } : {});
  return expr && problems.length === 0 ? print(expr) : text;
}

/** The files that promtool accepts as they are, and the places of the rules that it accepts, those of manifests among them. */
function accepted(base: string, files: readonly { readonly path: string; readonly text: string }[]): string[] {
  const checked = files
    .filter((file) => !file.path.endsWith(".json"))
    .flatMap(({ path: name, text }) => [
      { name, text },
      ...groupsOf(text).flatMap(({ rules = [] }, g) =>
        rules.map((rule, r) => ({
          name: `${name}#${g}.${r}`,
          text: JSON.stringify({ groups: [{ name: "g", rules: [rule] }] }),
        })),
      ),
    ]);
  const written = checked.map(({ text }, k) => {
    const file = `${base}-${k}.yaml`;
    writeFileSync(file, text);
    return file;
  });
  const { stdout, stderr, error } = spawnSync(promtool, ["check", "rules", "--lint=none", ...written], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (error) throw error;
  expect(stdout.match(/^Checking /gm)?.length).toBe(written.length);
  const refused = new Set(Array.from(stderr.matchAll(/(\S+-\d+\.yaml): /g), ([, file = ""]) => file));
  return checked.flatMap(({ name }, k) => (refused.has(written[k] ?? "") ? [] : [name]));
}

interface Group {
  readonly rules?: readonly unknown[];
}

interface Holder {
  readonly groups?: readonly Group[];
  readonly spec?: { readonly groups?: readonly Group[] };
  readonly items?: readonly Holder[];
}

/** The groups of a rule file or of manifests, as the YAML package reads them. */
function groupsOf(text: string): readonly Group[] {
  const ofHolder = ({ groups, spec, items }: Holder): readonly Group[] =>
    groups ?? spec?.groups ?? (items ?? []).flatMap(ofHolder);
  return parseAllDocuments(text, { merge: true }).flatMap((document) => {
    const value = document.toJS() as Holder | null;
    return value ? ofHolder(value) : [];
  });
}
