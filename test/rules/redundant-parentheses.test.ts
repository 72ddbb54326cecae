import fc from "fast-check";
import { expect, test } from "vitest";
import { redundantParentheses } from "../../rules/redundant-parentheses.js";
import { fix } from "../../src/lint/fix.js";
import { parse } from "../../src/syntax/parse.js";
import { checkRule } from "./check-rule.js";

checkRule(redundantParentheses, {
  silent: [
    "up",
    "sum(up)",
    '("a")',
    "(a + b) * c",
    "a * (b + c)",
    "(a * b) + c",
    "(a and b) or c",
    "a ^ (b ^ c)",
    "(a > b) > bool 0",
    "-(a + b)",
    "(-a) ^ 2",
    "(-1) ^ 2",
    "a - (-1)",
    "-(1)",
    "(a offset 5m) + b",
    "(a @ 5) + b",
    "max_over_time((a + b)[1h:1m])",
    "max_over_time((a offset 5m)[1h:1m])",
    "max_over_time((sum(a) by (b))[1h:1m])",
    "1 + (offset)",
    "a + on (b) (step)",
    "a * on (b) group_left (c) d",
  ],
  finds: {
    "(a)": ["(a)"],
    "(a + b)": ["(a + b)"],
    "sum((a + b))": ["(a + b)"],
    "topk((5), a)": ["(5)"],
    "rate((a[5m]))": ["(a[5m])"],
    '(a) + (sum(b)) - (rate({"c.d"}[5m]))': ["(a)", "(sum(b))", '(rate({"c.d"}[5m]))'],
    "((a + b)) * c": ["(a + b)"],
    "(((a)))": ["(((a)))"],
    "-(a)": ["(a)"],
    "2 ^ (2)": ["(2)"],
    "max_over_time((a)[1h:1m])": ["(a)"],
    "max_over_time((sum by (b) (a))[1h:1m])": ["(sum by (b) (a))"],
    'label_replace((a), "x", ("$1"), "y", "(.*)")': ["(a)", '("$1")'],
  },
  fixes: {
    "((a)) + b": "safe: a + b",
    "( a )": "safe: a",
    "sum((\n  a\n))": "safe: sum(a)",
    "a or(b)": "safe: a or b",
    "(a)or b": "safe: a or b",
    "((a))or b": "safe: a or b",
    "a or((b))": "safe: a or b",
    'a or({b="c"})': 'safe: a or {b="c"}',
    "a + on (b)(c)": "safe: a + on (b)c",
    "1 +(.5)": "safe: 1 +.5",
    "(a # what\n)": "safe: a # what\n",
    "( # what\n  (a) # and why\n) + b": "safe:  # what\n  a # and why\n + b",
    "a + ( # what\n  b)": "safe: a +  # what\n  b",
    "((a + b)) * c": "safe: (a + b) * c",
    "(-(a + b))": "safe: -(a + b)",
    "(rate(http_request_duration_seconds[5m]))": "safe: rate(http_request_duration_seconds[5m])",
  },
});

checkRule(
  redundantParentheses,
  {
    silent: ["($a) * 2", "sum(($a))", "-($a)", "max_over_time(($a)[1h:1m])"],
    finds: { '($a{b="c"}) * 2': ['($a{b="c"})'], "(($a)) * 2": ["($a)"], '(a{b="$b"}) * 2': ['(a{b="$b"})'] },
  },
  { variables: "grafana" },
);

const expression: fc.Arbitrary<string> = fc.letrec<{ expr: string }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom("a", 'b{c="d"}', "e offset 5m", "2", "-3", "time()", "sum(a) by (b)", "offset", "f @ 7"),
    tie("expr").map((inner) => `(${inner})`),
    fc.tuple(tie("expr"), fc.constantFrom("", " ", "\n", " # why\n")).map(([inner, gap]) => `(${gap}${inner}${gap})`),
    tie("expr").map((inner) => `-${inner}`),
    fc
      .tuple(tie("expr"), fc.constantFrom("+", "*", "^", "- ", "or ", "and on ()", "> bool ", "atan2 "), tie("expr"))
      .map((parts) => parts.join("")),
    tie("expr").map((inner) => `sum((${inner}))`),
    tie("expr").map((inner) => `max_over_time((${inner})[5m:1m])`),
  ),
})).expr;

test("what is fixed has the tree of what it was, parentheses aside", () => {
  fc.assert(
    fc.property(expression, (query) => {
      const { text } = fix(query, { rules: [redundantParentheses] });
      expect(treeOf(text)).toBe(treeOf(query));
    }),
    { numRuns: process.env["PROMQL_LINT_FULL"] ? 20_000 : 1000 },
  );
});

/** The whole tree, since printed text needs its parentheses. */
function treeOf(query: string): string {
  const { expr, problems } = parse(query);
  if (!expr || problems.length > 0) return `${query}: ${problems.map(({ message }) => message).join()}`;
  return JSON.stringify(expr, (key, value: unknown) => (dropped.has(key) ? undefined : withoutParens(value)));
}

const dropped: ReadonlySet<string> = new Set(["span", "braces", "brackets"]);

function withoutParens(value: unknown): unknown {
  let inner = value;
  while (typeof inner === "object" && inner !== null && "kind" in inner && inner.kind === "Paren" && "expr" in inner)
    inner = inner.expr;
  return inner;
}
