import { existsSync } from "node:fs";
import path from "node:path";
import { keepsFromReading, type Source, type SourceDiagnostic } from "../../files/index.js";
import { CommandError, exitStatus } from "../exit.js";
import { checkOutputFile, writeOutputFile } from "../output-file.js";
import { note } from "../terminal.js";
import type { KnownFinding } from "./baseline-schema.js";
import { addFindings, baselineText, findingsOf, takeFinding, type KnownFindings } from "./known-findings.js";
import { readBaseline } from "./read-baseline.js";

/** The options that choose a baseline. */
export interface BaselineOptions {
  /** The file; `false` for none, although one is there. */
  readonly baseline?: string | false;
  /** Whether to write what is found into the file, or into the one that is named here. */
  readonly writeBaseline?: string | boolean;
  /** Whether to take out what no longer occurs. */
  readonly pruneBaseline?: boolean;
}

/** Findings that are not told, since they were there before. */
export interface Baseline {
  /** Parts the diagnostics of a file into those that are told and those that are not. */
  readonly part: (source: Source, diagnostics: readonly SourceDiagnostic[]) => Parted;
  /** Writes the file where that is asked, and says what no longer occurs. */
  readonly finish: () => void;
}

/** Diagnostics, each kind in the order given. */
export interface Parted {
  readonly kept: readonly SourceDiagnostic[];
  readonly hidden: readonly SourceDiagnostic[];
}

/** The file that is taken where it stands in the working folder, and written where none is named. */
const defaultBaseline = ".promql-lint-baseline.json";

/** Reads the baseline that is asked for, or the one of the working folder; `undefined` where there is none. */
export async function openBaseline(options: BaselineOptions): Promise<Baseline | undefined> {
  const { baseline, writeBaseline = false, pruneBaseline = false } = options;
  const file = typeof writeBaseline === "string" ? writeBaseline : baseline === false ? undefined : baseline;
  if (writeBaseline !== false) {
    checkOutputFile(file ?? defaultBaseline);
    return writing(file ?? defaultBaseline, await readBaseline(file ?? defaultBaseline));
  }
  if (file !== undefined && !existsSync(file)) {
    throw new CommandError(exitStatus.usage, `${file}: no such baseline`, `write it with \`--write-baseline ${file}\``);
  }
  if (baseline === false || !existsSync(file ?? defaultBaseline)) {
    if (!pruneBaseline) return undefined;
    const help = "name one with --baseline, or write one with --write-baseline";
    throw new CommandError(exitStatus.usage, "there is no baseline from which to take something out", help);
  }
  return reading(file ?? defaultBaseline, await readBaseline(file ?? defaultBaseline), pruneBaseline);
}

/** Hides everything, and writes it; what the baseline knows of files that were not looked at stays. */
function writing(file: string, before: KnownFindings): Baseline {
  const seen = new Set<string>();
  const found: KnownFinding[] = [];
  return {
    part: (source, diagnostics) => {
      const name = nameIn(file, source.path);
      const kept = diagnostics.filter(keepsFromReading);
      const hidden = diagnostics.filter((diagnostic) => !keepsFromReading(diagnostic));
      seen.add(name);
      for (const finding of findingsOf(name, source, hidden)) found.push(finding);
      return { kept, hidden };
    },
    finish: () => {
      const others = Array.from(before.values()).filter((finding) => !seen.has(finding.path) && exists(file, finding));
      writeOutputFile(file, baselineText(addFindings(addFindings(new Map(), others), found)));
      note(`${file}: holds ${counted(found.length)} of this run`);
    },
  };
}

/** Hides what is known, as often as it is known. */
function reading(file: string, known: KnownFindings, prunes: boolean): Baseline {
  const left: KnownFindings = new Map(known);
  const seen = new Set<string>();
  return {
    part: (source, diagnostics) => {
      const name = nameIn(file, source.path);
      const findings = findingsOf(name, source, diagnostics);
      const isHidden = diagnostics.map((diagnostic, k) => {
        const finding = findings[k];
        return !keepsFromReading(diagnostic) && finding !== undefined && takeFinding(left, finding);
      });
      if (!diagnostics.some(keepsFromReading)) seen.add(name);
      return {
        kept: diagnostics.filter((_, k) => !isHidden[k]),
        hidden: diagnostics.filter((_, k) => isHidden[k]),
      };
    },
    finish: () => {
      const gone = Array.from(left.values()).filter((finding) => seen.has(finding.path) || !exists(file, finding));
      const count = gone.reduce((sum, finding) => sum + finding.count, 0);
      if (count === 0) return;
      const occurs = count === 1 ? "occurs" : "occur";
      if (!prunes) return note(`${file}: ${counted(count)} no longer ${occurs}; --prune-baseline takes them out`);
      const rest = new Map(known);
      for (const finding of gone) takeFinding(rest, finding, finding.count);
      writeOutputFile(file, baselineText(rest));
      note(`${file}: ${counted(count)} taken out`);
    },
  };
}

/** How a file is called in the baseline. */
function nameIn(file: string, name: string): string {
  return path.relative(path.dirname(file), name).replaceAll(path.sep, "/");
}

function exists(file: string, { path: name }: KnownFinding): boolean {
  return existsSync(path.resolve(path.dirname(file), name));
}

function counted(count: number): string {
  return count === 1 ? "1 finding" : `${count} findings`;
}
