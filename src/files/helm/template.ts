import type { Edit, Problem, Span } from "../../syntax/problem.js";
import { maskTemplate } from "./mask.js";
import { templateQuery } from "./query.js";
import type { SourceQuery } from "../source.js";
import type { TextMap } from "../text-map.js";

/** A Helm template while it is read. */
export interface HelmTemplate {
  /** The file with its actions masked. */
  readonly text: string;
  /** What can be checked of a masked query that stands at `at`; `undefined` where it has to be skipped. */
  query(query: SourceQuery, at: Span): SourceQuery | undefined;
  /** Gives a text back in the words of the file. */
  readonly restore: (text: string) => string;
  /** Says what is not checked. `isBroken`: parts of the file could not be read even without their actions. */
  skipped(isBroken: boolean): Problem | undefined;
}

/** Opens a Helm template for reading. */
export function openTemplate(file: string): HelmTemplate {
  const { text, placeholders } = maskTemplate(file);
  const skipped: { readonly at: Span; readonly name: string }[] = [];
  const restore = (part: string): string =>
    part.replace(placeholder, (name) => placeholders.get(name)?.original ?? name);
  return {
    text,
    restore,
    query(query, at) {
      const isMasked = query.text.match(placeholder)?.some((name) => placeholders.has(name));
      if (!isMasked) return { ...query, restore };
      const readable = templateQuery(query.text, placeholders);
      if (!readable) {
        skipped.push({ at, name: restore(nameOf(query)) });
        return undefined;
      }
      const map = restoringMap(query.map, readable.blanks, restore);
      return { ...query, text: readable.text, map, variables: "grafana", restore };
    },
    skipped(isBroken) {
      const [first] = skipped;
      if (isBroken)
        return helmProblem(
          firstAction(file),
          "The queries of this Helm template are not all checked, since it is no YAML even without its `{{ }}` actions",
        );
      if (!first) return undefined;
      const names = skipped.slice(0, 5).map(({ name }) => (name === "" ? "one without a name" : `\`${name}\``));
      const others = skipped.length > names.length ? `, and ${skipped.length - names.length} more` : "";
      const what = skipped.length === 1 ? "A query" : `${skipped.length} queries`;
      const verb = skipped.length === 1 ? "is" : "are";
      return helmProblem(
        first.at,
        `${what} of this Helm template ${verb} not checked, since only Helm knows what the \`{{ }}\` actions become: ${names.join(", ")}${others}`,
      );
    },
  };
}

const placeholder = /\$\{h\w*\}/g;

function nameOf({ rule }: SourceQuery): string {
  if (!rule) return "";
  return rule.kind === "alerting-rule" ? rule.alert.text : rule.record.text;
}

function firstAction(file: string): Span {
  const from = Math.max(0, file.indexOf("{{"));
  const end = file.slice(from).search(/[\r\n]|$/);
  const close = file.slice(from, from + end).indexOf("}}");
  return { from, to: from + (close === -1 ? end : close + 2) };
}

function helmProblem(at: Span, message: string): Problem {
  const help = "check what it renders: `helm template CHART | promql-lint -`";
  return { code: "helm-template", severity: "info", at, message, help };
}

/** The same map, which writes actions as they were, and leaves what is blank in the query alone. */
function restoringMap(map: TextMap, blanks: readonly Span[], restore: (text: string) => string): TextMap {
  const isWithin = ({ from, to }: Edit): boolean => blanks.some((blank) => from < blank.to && blank.from < to);
  return {
    exact: map.exact,
    offset: (at) => map.offset(at),
    span: (span) => map.span(span),
    rewrite(edits) {
      if (edits.some(isWithin)) return undefined;
      return map.rewrite(edits)?.map((edit) => ({ ...edit, insert: restore(edit.insert) }));
    },
    remove: () => undefined,
  };
}
