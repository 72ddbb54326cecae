import { describe, expect, test } from "vitest";
import { lintSources, readSource, type SourceDiagnostic } from "../../src/files/index.js";
import { configureRules } from "../../src/lint/config.js";
import type { RuleOptions } from "../../src/lint/options.js";
import type { Rule } from "../../src/lint/rule.js";

/** A group of a rule file; the rules have the fields that are given. */
export interface Group {
  readonly name?: string;
  readonly interval?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: readonly Readonly<Record<string, string | Readonly<Record<string, string>>>>[];
}

/** The groups of some rule files by path, or the only group of one. */
export type Files = Group | Readonly<Record<string, readonly Group[]>>;

/** What a rule does with rule files. */
interface Cases {
  readonly silent?: readonly Files[];
  /** The texts that it underlines, in order; those that it gives as a cause follow after an arrow, with another path before them. */
  readonly finds?: readonly (readonly [Files, ...string[]])[];
  /** The severity of the only finding, and its message. */
  readonly says?: readonly (readonly [Files, string])[];
}

/** Declares a test for each set of rule files, all of them such as Prometheus loads. */
export function checkGroups(
  rule: Rule,
  { silent = [], finds = [], says = [] }: Cases,
  options: RuleOptions = {},
): void {
  const rules = configureRules([rule], { [rule.id]: ["on", options] });
  const suffix = Object.keys(options).length > 0 ? ` (${JSON.stringify(options)})` : "";

  describe(`${rule.id}${suffix}`, () => {
    test.each(silent.map((files) => [nameOf(files), files] as const))("is silent: %s", (_, files) => {
      expect(lintFiles(files, rules).map(({ message }) => message)).toEqual([]);
    });

    test.each(finds.map(([files, ...texts]) => [nameOf(files), files, texts] as const))(
      "finds: %s",
      (_, files, texts) => {
        expect(lintFiles(files, rules).map(underlined)).toEqual(texts);
      },
    );

    test.each(says.map(([files, words]) => [nameOf(files), files, words] as const))("says: %s", (_, files, words) => {
      expect(lintFiles(files, rules).map(({ severity, message }) => `${severity}: ${message}`)).toEqual([words]);
    });
  });
}

interface Found extends SourceDiagnostic {
  readonly texts: ReadonlyMap<string, string>;
  readonly file: string;
}

function lintFiles(files: Files, rules: readonly Rule[]): readonly Found[] {
  const byPath = isGroup(files) ? { "rules.yaml": [files] } : files;
  const sources = Object.entries(byPath).map(([path, groups]) => {
    const named = groups.map((group, k) => ({ name: `g${k}`, ...group }));
    return readSource(path, JSON.stringify({ groups: named }));
  });
  const problems = sources.flatMap((source) => source.problems);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const linted = lintSources(sources.map((source) => ({ source, options: { rules } })));
  const ids = rules.map(({ id }) => id);
  return linted.flatMap(({ diagnostics }, k) =>
    diagnostics
      .filter(({ code }) => ids.includes(code))
      .map((diagnostic) => ({ ...diagnostic, texts, file: sources[k]?.path ?? "" })),
  );
}

function underlined({ at, because = [], texts, file }: Found): string {
  const causes = because.map(({ at: cause, path }) => {
    const text = texts.get(path ?? file)?.slice(cause.from, cause.to) ?? "";
    return path === undefined ? text : `${path}: ${text}`;
  });
  return [texts.get(file)?.slice(at.from, at.to), ...causes].join(" <- ");
}

function isGroup(files: Files): files is Group {
  return Array.isArray(files["rules"]);
}

function nameOf(files: Files): string {
  return JSON.stringify(isGroup(files) ? files : Object.values(files).flat());
}
