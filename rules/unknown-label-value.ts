import { expectedEmpty } from "../src/analysis/expected-empty.js";
import { emptySince, targetsInWords } from "../src/analysis/missing-in-words.js";
import { type SelectedNothing, selectedNothing } from "../src/analysis/selected-nothing.js";
import { namedType } from "../src/analysis/selectors.js";
import { isPlainText, simplestMatcher } from "../src/analysis/matchers/simplest-matcher.js";
import { listInWords } from "../src/analysis/words.js";
import { defineRule, type Finding, type Query } from "../src/lint/rule.js";
import type { ServerFacts } from "../src/metrics/server-facts.js";
import { isAlike } from "../src/promql/spelling.js";
import { quote } from "../src/promql/strings.js";
import type { LabelMatcher } from "../src/syntax/ast.js";

export const unknownLabelValue = defineRule({
  id: "unknown-label-value",
  summary: "A matcher for a value that no series on the server has selects nothing",
  category: "selectors",
  severity: "warning",
  subject: "query",
  needs: "LabelMatcher",
  options: {
    comingAndGoing: {
      type: "array",
      items: { type: "string" },
      description: "Labels whose values come with an event, such as an error: only a misspelt value is reported",
      default: [
        ..."alertname alertstate code error error_type exception grpc_code grpc_status http_status level outcome".split(
          " ",
        ),
        ..."reason response_code result severity status status_class status_code".split(" "),
      ],
    },
  },

  *check(query, { comingAndGoing }) {
    const { server, root } = query;
    if (!server) return;
    const mayBeEmpty = expectedEmpty(root);
    for (const nothing of selectedNothing(root, server)) {
      for (const { matcher, selection } of nothing.faulty) {
        const label = matcher.label.text;
        const values = server.values(nothing.selections.ofMetric, label);
        if (values === undefined || (values.length === 0 && isToldElsewhere(label, nothing, query))) continue;

        const meant = valueMeant(matcher, values);
        if (meant !== undefined) yield misspelt(matcher, meant, nothing, query);
        else if (!comingAndGoing.includes(label) && !mayBeEmpty(nothing.selector.span))
          yield notThere(matcher, { selection, values, nothing }, server);
      }
    }
  },
});

/** Whether `unknown-label` says that the label is misspelt. */
function isToldElsewhere(label: string, { metric }: SelectedNothing, query: Query): boolean {
  const { metric: family } = namedType(metric.text, query.metrics);
  return family?.labels?.some((known) => isAlike(label, known)) === true;
}

/** The one value that is alike. */
function valueMeant(matcher: LabelMatcher, values: readonly string[]): string | undefined {
  const asked = simplestMatcher(matcher);
  if (asked?.op !== "=") return undefined;
  const alike = values.filter((value) => isAlike(asked.value, value));
  return alike.length === 1 ? alike[0] : undefined;
}

function misspelt(
  { label, op, valueToken }: LabelMatcher,
  meant: string,
  { metric }: SelectedNothing,
  { text, server }: Query,
): Finding {
  const mark = text.charAt(valueToken.span.from);
  const isPlain = op.text === "=" || isPlainText(meant);
  const written = /["'`\\\p{Cc}]/u.test(meant) ? quote(meant) : mark + meant + mark;
  return {
    at: valueToken.span,
    message: `no series of \`${metric.text}\` on ${server?.server ?? ""} has this value of \`${label.text}\``,
    ...(isPlain
      ? { fixes: [{ title: `Use \`${written}\``, safety: "review", edits: [{ ...valueToken.span, insert: written }] }] }
      : { help: `did you mean \`${meant}\`?` }),
  };
}

/** What is known of a matcher that matches nothing. */
interface NotThere {
  readonly selection: string;
  readonly values: readonly string[];
  readonly nothing: SelectedNothing;
}

function notThere(matcher: LabelMatcher, { selection, values, nothing }: NotThere, server: ServerFacts): Finding {
  const { label, op, value, valueToken } = matcher;
  const since = emptySince(selection, server);
  const missing =
    values.length === 0 ? "the label" : op.text === "=" ? "this value of" : "a value that matches this pattern of";
  const name = label.text;
  const isOfTarget = (name === "job" || name === "instance") && op.text === "=";
  const targets = isOfTarget ? targetsInWords(name, value, server) : undefined;
  const help = [...(targets ? [targets] : []), ...(values.length > 0 ? [valuesInWords(name, values)] : [])].join("; ");
  return {
    at: values.length === 0 ? label.span : valueToken.span,
    // Of an event nobody knows when it comes; a target is there or not.
    severity: targets ? "warning" : "info",
    message: `no series of \`${nothing.metric.text}\` on ${server.server} has${since ? " had" : ""} ${missing} \`${label.text}\`${since ? ` ${since}` : ""}`,
    ...(help !== "" && { help }),
  };
}

const mostShown = 5;

function valuesInWords(label: string, values: readonly string[]): string {
  const shown = values
    .slice(0, values.length > mostShown + 1 ? mostShown : values.length)
    .map((value) => `\`${value}\``);
  const others = values.length - shown.length;
  if (values.length === 1) return `the only value of \`${label}\` is \`${values[0] ?? ""}\``;
  return `the values of \`${label}\` are ${listInWords(others > 0 ? [...shown, `${others} others`] : shown)}`;
}
