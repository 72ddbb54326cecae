import { existsSync } from "node:fs";
import path from "node:path";
import type { Source, SourceDiagnostic } from "../../files/index.js";
import { keepsFromReading } from "../../files/unread.js";
import { plural } from "../../syntax/plural.js";
import { CommandError, exitStatus } from "../exit.js";
import { checkOutputFile, writeOutputFile } from "../output-file.js";
import { wayFrom } from "../paths.js";
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

/** A file before fixes that have changed it. */
export interface Unfixed {
  readonly source: Source;
  /** What has become of the fixed text: that of standard input is printed, on a dry run it is only tried. */
  readonly fixes: "written" | "printed" | "tried";
}

/** Findings that are not reported, since they were there before. */
export interface Baseline {
  /**
   * Parts the diagnostics of a file into those that are reported and those that are not. What is left of a query that
   * has been fixed is known by the query as it was.
   */
  readonly part: (source: Source, diagnostics: readonly SourceDiagnostic[], unfixed?: Unfixed) => Parted;
  /** Writes the file where that is asked, and says what no longer occurs. */
  readonly finish: () => void;
}

/** Diagnostics, each kind in the order given. */
export interface Parted {
  readonly reported: readonly SourceDiagnostic[];
  readonly unreported: readonly SourceDiagnostic[];
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
    throw new CommandError(
      exitStatus.failure,
      `${file}: no such baseline`,
      `write it with \`--write-baseline ${file}\``,
    );
  }
  if (baseline === false || !existsSync(file ?? defaultBaseline)) {
    if (!pruneBaseline) return undefined;
    const help = "name one with --baseline, or write one with --write-baseline";
    throw new CommandError(exitStatus.usage, "there is no baseline from which to take something out", help);
  }
  return reading(file ?? defaultBaseline, await readBaseline(file ?? defaultBaseline), pruneBaseline);
}

/** Reports nothing, and writes it all; what the baseline knows of files that were not looked at stays. */
function writing(file: string, before: KnownFindings): Baseline {
  const seen = new Set<string>();
  const found: KnownFinding[] = [];
  return {
    part: (source, diagnostics) => {
      const name = nameIn(file, source.path);
      const reported = diagnostics.filter(keepsFromReading);
      const unreported = diagnostics.filter((diagnostic) => !keepsFromReading(diagnostic));
      seen.add(name);
      for (const finding of findingsOf(name, source, unreported)) found.push(finding);
      return { reported, unreported };
    },
    finish: () => {
      const others = Array.from(before.values()).filter((finding) => !seen.has(finding.path) && exists(file, finding));
      writeOutputFile(file, baselineText(addFindings(addFindings(new Map(), others), found)));
      note(`${file}: holds ${plural(found.length, "finding")} of this run`);
    },
  };
}

/** Does not report what is known, as often as it is known. */
function reading(file: string, known: KnownFindings, prunes: boolean): Baseline {
  const left: KnownFindings = new Map(known);
  const seen = new Set<string>();
  const moved: Moved[] = [];
  return {
    part: (source, diagnostics, unfixed) => {
      const name = nameIn(file, source.path);
      const findings = findingsOf(name, source, diagnostics, unfixed?.source);
      const isKnown = diagnostics.map((diagnostic, k) => {
        const finding = findings[k];
        return !keepsFromReading(diagnostic) && finding !== undefined && takeFinding(left, finding);
      });
      if (unfixed?.fixes === "written") {
        const now = findingsOf(name, source, diagnostics);
        moved.push(...findings.flatMap((from, k): Moved[] => movedTo(now[k], from, isKnown[k])));
      }
      if (!diagnostics.some(keepsFromReading)) seen.add(name);
      return {
        reported: diagnostics.filter((_, k) => !isKnown[k]),
        unreported: diagnostics.filter((_, k) => isKnown[k]),
      };
    },
    finish: () => {
      const gone = Array.from(left.values()).filter((finding) => seen.has(finding.path) || !exists(file, finding));
      const count = gone.reduce((sum, finding) => sum + finding.count, 0);
      const taken = prunes ? gone : [];
      if (taken.length + moved.length > 0) writeOutputFile(file, baselineText(changed(known, taken, moved)));
      if (moved.length > 0) note(`${file}: ${plural(moved.length, "finding")} of fixed queries kept`);
      if (taken.length > 0) note(`${file}: ${plural(count, "finding")} taken out`);
      else if (count > 0) {
        const occurs = count === 1 ? "occurs" : "occur";
        note(`${file}: ${plural(count, "finding")} no longer ${occurs}; --prune-baseline takes them out`);
      }
    },
  };
}

/** A known finding that a fix has left, and what it is called now that its query is another. */
interface Moved {
  readonly from: KnownFinding;
  readonly to: KnownFinding;
}

function movedTo(to: KnownFinding | undefined, from: KnownFinding, isKnown: boolean | undefined): Moved[] {
  return isKnown && to && to.fingerprint !== from.fingerprint ? [{ from, to }] : [];
}

function changed(known: KnownFindings, gone: readonly KnownFinding[], moved: readonly Moved[]): KnownFindings {
  const rest = new Map(known);
  for (const finding of gone) takeFinding(rest, finding, finding.count);
  for (const { from } of moved) takeFinding(rest, from);
  return addFindings(
    rest,
    moved.map(({ to }) => to),
  );
}

/** How a file is called in the baseline. */
function nameIn(file: string, name: string): string {
  return wayFrom(path.dirname(file), name);
}

function exists(file: string, { path: name }: KnownFinding): boolean {
  return existsSync(path.resolve(path.dirname(file), name));
}
