import { quote } from "../promql/strings.js";
import type { Span } from "../syntax/problem.js";
import type { TemplateNode } from "./ast.js";
import type { GoValue } from "./go-value.js";
import type { TemplateWorld } from "./prometheus-functions.js";
import type { Scope } from "./scope.js";
import { TemplateError } from "./template-error.js";

/** What stands before each template of a rule: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#templating */
const preamble =
  "{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}{{$externalURL := .ExternalURL}}{{$value := .Value}}";

/** How many nodes a template may run, so that each comes to an end. */
const mostNodes = 1_000_000;
/** How many templates may call each other; Go's own limit is 100,000. */
export const mostCalls = 1_000;
/** How many UTF-16 units a template may print. */
const longestText = 16 * 1024 * 1024;

/** A template while it is evaluated. */
export interface Expansion {
  readonly text: string;
  /** What Go calls it, such as `__alert_Down`. */
  readonly name: string;
  readonly world: TemplateWorld;
  readonly definitions: ReadonlyMap<string, readonly TemplateNode[]>;
  /** What has been printed. */
  output: string;
  /** Where the evaluation stands, as Go says it in errors. */
  at: { readonly offset: number; readonly context: string };
  nodes: number;
}

/** Where a part of a template is evaluated. */
export interface ExpansionFrame {
  readonly run: Expansion;
  readonly variables: Scope<GoValue>;
  /** The value of `.`. */
  readonly dot: GoValue;
  /** The name of the template that is evaluated: one that was defined, or the whole. */
  readonly name: string;
  readonly calls: number;
}

/** Notes which part of the text is evaluated. */
export function moveTo(run: Expansion, { from, to }: Span, offset = from): void {
  run.at = { offset, context: run.text.slice(from, to) };
  if (++run.nodes > mostNodes) {
    throw new TemplateError(`the template takes more than ${mostNodes} steps`, "unsupported");
  }
}

/** Prints a text. */
export function emit(run: Expansion, text: string): void {
  run.output += text;
  if (run.output.length > longestText) throw new TemplateError("the template prints more than 16 MiB", "unsupported");
}

/** What Go says of a mistake at the place where the evaluation stands. */
export function failAt({ run, name }: ExpansionFrame, message: string): TemplateError {
  const before = run.text.slice(0, run.at.offset);
  const lines = before.split("\n");
  const bytes = new TextEncoder().encode(lines.at(-1) ?? "").length;
  const column = lines.length === 1 ? preamble.length + bytes : bytes;
  const place = `${run.name}:${lines.length}:${column}`;
  return new TemplateError(`template: ${place}: executing ${quote(name)} at <${run.at.context}>: ${message}`);
}
