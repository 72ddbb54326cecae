import { type Explanation, explain } from "../analysis/explain/explain.js";
import { check } from "../check/check.js";
import { builtinMetrics } from "../metrics/builtin.js";
import type { Colors } from "../report/colors.js";
import { formatJson } from "../report/json.js";
import { queryReport } from "../report/report.js";
import { formatTerminal } from "../report/terminal.js";
import { visible } from "../report/visible.js";
import { wrapped } from "../results/wrap.js";
import { parse } from "../syntax/parse.js";
import { exitStatus } from "./exit.js";
import { colorsFor, widthOf, write } from "./terminal.js";

/** Prints a query in words, or why Prometheus rejects it; returns the exit status. */
export async function explainQuery(
  text: string,
  { format, color }: { readonly format: "terminal" | "json"; readonly color?: boolean },
): Promise<number> {
  const parsed = parse(text);
  const report = queryReport(text, check(parsed, { metrics: builtinMetrics }), "query");
  const rejected = report.diagnostics.some(({ severity }) => severity === "error");
  if (!parsed.expr || rejected) {
    const looks = { colors: colorsFor(process.stderr, color), width: widthOf(process.stderr), knowsFix: false };
    await write(process.stderr, format === "json" ? formatJson([report]) : formatTerminal([report], looks));
    return exitStatus.findings;
  }
  const steps = explain(parsed.expr, builtinMetrics);
  const written =
    format === "json"
      ? `${JSON.stringify({ version: 1, query: text, steps }, null, 2)}\n`
      : stepsText(steps, text, colorsFor(process.stdout, color));
  await write(process.stdout, written);
  return exitStatus.ok;
}

/** The steps of a query in words, for people, on lines of at most so many columns. */
export function stepsText(steps: readonly Explanation[], text: string, colors: Colors, columns = Infinity): string {
  const width = String(steps.length).length + 2;
  const indented = (line: string) => `${" ".repeat(width)}${line}`;
  return steps
    .flatMap(({ span, kind, text: sentence, unit }, k) => {
      const said = `${visible(sentence)}${unit ? ` (in ${visible(unit)})` : ""}.`;
      if (kind === "Result") return ["", ...wrapped(said, columns)];
      const source = visible(text.slice(span.from, span.to).replace(/\s+/g, " "));
      const shown = source.length > 100 ? `${source.slice(0, 100)}…` : source;
      const [head = "", ...rest] = wrapped(shown, columns - width).map(colors.bold);
      return [`${`${k + 1}.`.padEnd(width)}${head}`, ...[...rest, ...wrapped(said, columns - width)].map(indented)];
    })
    .map((line) => `${line}\n`)
    .join("");
}
