import { lineBreak, lineEnd } from "../syntax/lines.js";
import type { Edit, Fix, Span } from "../syntax/problem.js";
import { adviceOf, fixedPart } from "./advice.js";
import { severityPaint, type Colors } from "./colors.js";
import { frame, type PaintedSpan, type Row } from "./frame.js";
import { paintQuery, tokenPaint, type Highlighter } from "./highlight.js";
import { labelsOf } from "./label.js";
import type { Location } from "./location.js";
import type { FileReport, LocatedDiagnostic } from "./report.js";
import { visible } from "./visible.js";

/** How a report for the terminal looks. */
export interface TerminalOptions {
  readonly colors: Colors;
  /** Columns for a row of a file's text; longer lines are cut around what is marked. */
  readonly width?: number | undefined;
  /** Colours the queries, where a diagnostic tells where its query stands. */
  readonly highlight?: Highlighter | undefined;
}

const defaultWidth = 120;
/** Characters of a fixed query that still fit behind the title of its fix. */
const previewLimit = 80;
/** Characters of a message, and of what is said below it. */
const textLimit = 300;

/** One diagnostic: message and code, place, the lines it is about, what to do. No line break at the end. */
export function formatTerminalDiagnostic(
  report: FileReport,
  diagnostic: LocatedDiagnostic,
  options: TerminalOptions,
): string {
  const { colors, width = defaultWidth } = options;
  const { severity, message, code, at, because = [] } = diagnostic;
  const paint = severityPaint(severity, colors);
  const lastLine = Math.max(at.endLine, ...because.map((cause) => cause.at.endLine));
  const margin = " ".repeat(String(lastLine).length);
  const rows = frame(report.text, labelsOf(diagnostic, paint, colors.blue), {
    width: width - margin.length - 3,
    painted: paintedSpans(report, diagnostic, options),
  });
  return [
    `${colors.bold(paint(severity))}${colors.bold(`: ${clip(visible(message))}`)} ${colors.dim(`[${visible(code)}]`)}`,
    `${margin}${colors.blue("-->")} ${place(report.path, at)}${subject(diagnostic)}`,
    ...rows.map((row) => withMargin(row, margin, colors)),
    ...notes(report, diagnostic, options).map(
      ({ label, text }) => `${margin} ${colors.blue("=")} ${colors.bold(`${label}:`)} ${text}`,
    ),
  ].join("\n");
}

function place(path: string, at: { readonly line: number; readonly column: number }): string {
  return `${visible(path)}:${at.line}:${at.column}`;
}

function subject({ rule, panel, field }: LocatedDiagnostic): string {
  if (rule !== undefined) return ` in \`${visible(rule)}\``;
  if (panel !== undefined) return ` in panel \`${visible(panel)}\``;
  return field === undefined ? "" : ` in ${visible(field)}`;
}

function withMargin(row: Row, margin: string, colors: Colors): string {
  if (row.kind === "gap") return colors.blue("...");
  const number = row.kind === "line" ? String(row.number).padStart(margin.length) : margin;
  return `${colors.blue(`${number} |`)} ${row.text}`.trimEnd();
}

interface Note {
  readonly label: string;
  readonly text: string;
}

function notes(report: FileReport, diagnostic: LocatedDiagnostic, options: TerminalOptions): Note[] {
  const { because = [], prometheus } = diagnostic;
  const advice = adviceOf(diagnostic, (fix) => preview(report.text, diagnostic.query, fix, options));
  return [
    ...because.flatMap(({ path, at, message }) =>
      path === undefined ? [] : [{ label: "see", text: `${place(path, at)}: ${visible(message)}` }],
    ),
    ...advice.map(({ label, text, fixed }) => ({ label, text: fixed ? `${clip(text)}: ${fixed}` : clip(text) })),
    ...(prometheus === undefined ? [] : [{ label: "Prometheus says", text: clip(visible(prometheus)) }]),
  ];
}

/** A text that repeats a part of the query may be as long as the query. */
function clip(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** The query with the fix applied, or else the line; undefined when neither is short. */
function preview(
  text: string,
  query: Span | undefined,
  fix: Fix<Location>,
  options: TerminalOptions,
): string | undefined {
  const { highlight, colors } = options;
  const whole = query && shortFixed(text, query, fix);
  if (whole) return highlight ? paintQuery(whole, highlight, colors) : visible(whole);
  const line = shortFixed(text, lineOf(text, fix.edits), fix);
  return line && visible(line);
}

function shortFixed(text: string, part: Span, fix: Fix): string | undefined {
  if (part.to - part.from > 4 * previewLimit) return undefined;
  const fixed = fixedPart(text, part, fix);
  return fixed === undefined || fixed.length > previewLimit || lineBreak.test(fixed) ? undefined : fixed;
}

/** From the start of the first edited line to the end of the last one. */
function lineOf(text: string, edits: readonly Edit<Location>[]): Span {
  const first = Math.min(...edits.map((edit) => edit.from - edit.column + 1));
  const last = Math.max(...edits.map((edit) => edit.to));
  return { from: first, to: lineEnd(text, last) };
}

function paintedSpans({ text }: FileReport, { query }: LocatedDiagnostic, options: TerminalOptions): PaintedSpan[] {
  const { highlight, colors } = options;
  if (!highlight || !query) return [];
  return highlight(text.slice(query.from, query.to)).map(({ from, to, style }) => ({
    from: query.from + from,
    to: query.from + to,
    paint: tokenPaint(style, colors),
  }));
}
