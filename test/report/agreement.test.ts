import fc from "fast-check";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { lintSource, readSource } from "../../src/files/index.js";
import { formats, type FormatName } from "../../src/report/formats.js";
import { fileReport, type FileReport } from "../../src/report/report.js";
import { visible } from "../../src/report/visible.js";
import { corpusFiles } from "../files/corpus-files.js";
import { randomFile } from "../files/random-files.js";
import { context } from "./context.js";
import { childrenOf, readXml } from "./xml.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 1_000 : 100 };

/** A finding as `path:line:column: message [code]`. */
type Told = string;

interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly code: string;
      readonly message: string;
      readonly at: { readonly line: number; readonly column: number };
    }[];
  }[];
}

interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

type GitlabIssues = readonly {
  readonly check_name: string;
  readonly description: string;
  readonly location: {
    readonly path: string;
    readonly positions: { readonly begin: { readonly line: number; readonly column: number } };
  };
}[];

/** Reads the findings back from the text of a report, with nothing of ours. */
const readers: Readonly<Record<Exclude<FormatName, "json">, (text: string) => Told[]>> = {
  terminal: (text) =>
    Array.from(
      text.matchAll(/^(?:error|warning|info): (.*) \[([\w-]+)\]\n *--> ([^:\n]*):(\d+):(\d+)/gm),
      ([, message = "", code, path, line, column]) => `${path}:${line}:${column}: ${message} [${code}]`,
    ),
  compact: (text) =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.replace(/^([^:]*:\d+:\d+: )(?:error|warning|info): /, "$1")),
  sarif: (text) =>
    (JSON.parse(text) as SarifLog).runs.flatMap(({ results }) =>
      results.flatMap(({ ruleId, message, locations }) =>
        locations.map(({ physicalLocation: { artifactLocation, region } }) =>
          told(artifactLocation.uri, region.startLine, region.startColumn, message.text.split("\n")[0] ?? "", ruleId),
        ),
      ),
    ),
  github: (text) =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [, written = "", data = ""] = /^::(?:error|warning|notice) ([^:]*)::(.*)$/.exec(line) ?? [];
        const properties = new Map(
          written.split(",").map((pair) => pair.split("=", 2).map(decoded) as [string, string]),
        );
        const [message = ""] = decoded(data).split("\n");
        return told(
          properties.get("file"),
          properties.get("line"),
          properties.get("col"),
          message,
          properties.get("title"),
        );
      }),
  gitlab: (text) =>
    (JSON.parse(text) as GitlabIssues).map(({ check_name, description, location: { path, positions } }) =>
      told(path, positions.begin.line, positions.begin.column, description, check_name),
    ),
  junit: (text) =>
    childrenOf(childrenOf(readXml(text), "testsuites")[0], "testsuite")
      .flatMap((suite) => childrenOf(suite, "testcase"))
      .flatMap((each) =>
        childrenOf(each, "failure").map((failure) => {
          const [, code, line, column] = /^(.*) at (\d+):(\d+)$/.exec(textOf(each["@name"])) ?? [];
          expect(each["@line"]).toBe(line);
          return told(each["@file"], line, column, textOf(failure["@message"]), code);
        }),
      ),
  checkstyle: (text) =>
    childrenOf(childrenOf(readXml(text), "checkstyle")[0], "file").flatMap((file) =>
      childrenOf(file, "error").map((error) =>
        told(
          file["@name"],
          error["@line"],
          error["@column"],
          textOf(error["@message"]),
          textOf(error["@source"]).replace(/^promql-lint\./, ""),
        ),
      ),
    ),
};
const written = Object.entries(readers) as [Exclude<FormatName, "json">, (text: string) => Told[]][];

/** The text of an attribute. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : expect.fail(`${typeof value} is no text`);
}

/** Characters that a terminal does not show are written as escapes by some formats. */
function told(path: unknown, line: unknown, column: unknown, message: string, code: unknown): Told {
  return `${String(path)}:${String(line)}:${String(column)}: ${visible(message)} [${String(code)}]`;
}

/** https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function decoded(text: string): string {
  const escapes = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
  return Object.entries(escapes).reduce((rest, [escape, character]) => rest.replaceAll(escape, character), text);
}

/** Every format tells what JSON tells; returns how many findings that are. */
async function expectAgreement(reports: readonly FileReport[]): Promise<number> {
  const json = JSON.parse((await formats.json())(reports, context)) as JsonReport;
  const expected = json.files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ code, message, at }) => told(path, at.line, at.column, message, code)),
  );
  for (const [name, read] of written) {
    expect([name, ...read((await formats[name]())(reports, context))]).toEqual([name, ...expected]);
  }
  return expected.length;
}

function reportOf(path: string, text: string): FileReport {
  return fileReport(path, text, lintSource(readSource(path, text), { rules: all }));
}

test.runIf(corpusFiles.length > 0)("all formats tell the same findings of the corpus", async () => {
  expect(await expectAgreement(corpusFiles.map(([path, text]) => reportOf(path, text)))).toBeGreaterThan(50);
});

test("all formats tell the same findings of files of all kinds", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(randomFile, { maxLength: 3 }), async (files) => {
      found += await expectAgreement(files.map(({ path, text }) => reportOf(path, text)));
    }),
    runs,
  );
  expect(found).toBeGreaterThan(runs.numRuns);
});
