import { collectDefinitions } from "./definitions.js";
import { runNodes } from "./expand-nodes.js";
import type { Expansion } from "./expand-state.js";
import { floatOf, type GoValue, textMap, textOf } from "./go-value.js";
import { parseTemplate } from "./parse.js";
import type { TemplateWorld } from "./prometheus-functions.js";
import { Scope } from "./scope.js";
import { TemplateError } from "./template-error.js";
import type { TemplateNode } from "./ast.js";

/** What a template of an alerting rule is given. */
export interface AlertData extends TemplateWorld {
  /** The name of the alert. */
  readonly alert: string;
  /** The labels of the sample. */
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly externalUrl: string;
}

/**
 * What a template prints, where it fails the message that Prometheus puts in its place; `unsupported` is the reason for
 * which that is not known.
 */
export type Expanded = { readonly text: string; readonly failed: boolean } | { readonly unsupported: string };

/** Evaluates the template of a label or an annotation of an alert, as Prometheus does. Never throws. */
export function expandTemplate(text: string, data: AlertData): Expanded {
  if (!text.includes("{{")) return { text, failed: false };
  const name = `__alert_${data.alert}`;
  const { template, problem } = parseTemplate(text);
  if (problem) return { unsupported: `Prometheus rejects the template: ${problem.message}` };
  const definitions = new Map<string, readonly TemplateNode[]>();
  collectDefinitions(template.body, definitions);
  const run: Expansion = { text, name, world: data, definitions, output: "", at: { offset: 0, context: "" }, nodes: 0 };
  try {
    runNodes(template.body, { run, name, dot: structOf(data), variables: variablesOf(data), calls: 0 });
    return { text: run.output, failed: false };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    if (error.kind === "unsupported") return { unsupported: error.message };
    const message = `error executing template ${name}: ${error.message}`;
    return { text: `<error expanding template: ${message}>`, failed: true };
  }
}

function fieldsOf({ labels, value, externalLabels, externalUrl }: AlertData): readonly (readonly [string, GoValue])[] {
  return [
    ["Labels", textMap(Object.entries(labels))],
    ["ExternalLabels", textMap(Object.entries(externalLabels))],
    ["ExternalURL", textOf(externalUrl)],
    ["Value", floatOf(value)],
  ];
}

function structOf(data: AlertData): GoValue {
  return { kind: "struct", fields: new Map(fieldsOf(data)) };
}

function variablesOf(data: AlertData): Scope<GoValue> {
  const variables = fieldsOf(data).map(([name, value]): [string, GoValue] => [`$${lowerFirst(name)}`, value]);
  return new Scope<GoValue>([["$", structOf(data)], ...variables]);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
