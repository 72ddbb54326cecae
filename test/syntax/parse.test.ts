import { expect, test } from "vitest";
import { assertNever, type DurationExpr, type Expr, type Modifiers } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";

test.each([
  ["a + b * c ^ d", "(+ a (* b (^ c d)))"],
  ["a - b - c", "(- (- a b) c)"],
  ["a ^ b ^ c", "(^ a (^ b c))"],
  ["a or b and c unless d", "(or a (unless (and b c) d))"],
  ["a == b + c > d", "(> (== a (+ b c)) d)"],
  ["a atan2 b % c", "(% (atan2 a b) c)"],
  ["a < b or c >/ d", "(or (< a b) (>/ c d))"],
  ["-a ^ b", "(- (^ a b))"],
  ["-1 ^ 2", "(- (^ 1 2))"],
  ["2 ^ -3 ^ 2", "(^ 2 (- (^ 3 2)))"],
  ["-a * b", "(* (- a) b)"],
  ["a * -b + c", "(+ (* a (- b)) c)"],
  ["--1", "1"],
  ["-+-a", "(- (+ (- a)))"],
  ["-(1)", "(- (paren 1))"],
  ["a + b offset 5m", "(+ a b{offset 300})"],
  ["-a @ 3", "(- a{@ 3})"],
  ["a / b[5m]", "(/ a b[300])"],
  ["a + b[5m:]", "(+ a (subquery b 300))"],
  ["-a[5m:]", "(- (subquery a 300))"],
  ["(a + b)[1h:5m] offset 1m", "(subquery (paren (+ a b)) 3600 300){offset 60}"],
  ["a[5m] @ end() offset -1h", "a[300]{@ end}{offset -3600}"],
  ["a[5m] offset -1h @ end()", "a[300]{@ end}{offset -3600}"],
  ["rate(a[5m])[1h:][1d:]", "(subquery (subquery (call rate a[300]) 3600) 86400)"],
  ["a[5m] smoothed", "a[300]{smoothed}"],
  ["a anchored [5m]", "a[300]{anchored}"],
  ["a[5m + 1m * 2]", "a[(+ 300 (* 60 2))]"],
  ["a[-5m ^ 2]", "a[(- (^ 300 2))]"],
  ["a[(1h - 5m) / 2:step()]", "(subquery a (/ (paren (- 3600 300)) 2) (call step))"],
  ["a[max_of(5m, MIN_OF(range(), 1h))]", "a[(call max_of 300 (call min_of (call range) 3600))]"],
  ["a offset 5m * 2", "(* a{offset 300} 2)"],
  ["a offset (5m) * 2", "a{offset (* (paren 300) 2)}"],
  ["a offset -(5m * 2)", "a{offset (- (paren (* 300 2)))}"],
  ["sum by (job) (a)", "(sum by(job) a)"],
  ["SUM(a) WITHOUT (job, pod,)", "(sum without(job,pod) a)"],
  ["topk(5, a) by (on)", "(topk by(on) 5 a)"],
  ["sum(sum) by (sum)", "(sum by(sum) sum)"],
  ["rate(a[5m], 5, 'x')", "(call rate a[300] 5 x)"],
  ["time()", "(call time)"],
  ["unknown()", "(call unknown)"],
  ["a + on (x) group_left (y) b", "(+ on(x) left(y) a b)"],
  ["a == bool ignoring () group_right b", "(== bool ignoring() right() a b)"],
  ["a + fill_left (1) fill_right (-2) b", "(+ fill(1,-2) a b)"],
  ["offset + start - by", "(- (+ offset start) by)"],
  ["offset{a='b'} offset 1m", 'offset{a="b"}{offset 60}'],
  ["start() + end", "(+ (call start) end)"],
  ["fill + fill_left", "(+ fill fill_left)"],
  ["anchored anchored", "anchored{anchored}"],
  ["inf + NaN", "(+ Infinity NaN)"],
  ["5m + 1h", "(+ 300 3600)"],
  ["a:b{c='d', 'e.f'!~\"g\",}", 'a:b{c="d"}{e.f!~"g"}'],
  ["{'a.b', c='d'}", 'a.b{c="d"}'],
  ["a # comment )\n+ b", "(+ a b)"],
  ["a\r\n+\tb # c\r* d", "(+ a (* b d))"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});

test.each([
  ["up down", "up"],
  ["up + ", "up"],
  ["sum(rate(up[5m])", "(sum (call rate up[300]))"],
  ["rate(up[5m)", "(call rate up[300])"],
  ["up && down", "(and up down)"],
  ["up = 5", "(== up 5)"],
  ['rate(up{job="a"[5m])', '(call rate up{job="a"}[300])'],
])("of %j the part %s is made out", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toHaveLength(1);
  expect(expr && shapeOf(expr)).toBe(shape);
});

function shapeOf(node: Expr | DurationExpr): string {
  switch (node.kind) {
    case "NumberLiteral":
    case "StringLiteral":
      return String(node.value);
    case "DurationLiteral":
      return String(node.seconds);
    case "Paren":
    case "DurationParen":
      return list("paren", shapeOf(node.expr));
    case "Unary":
    case "DurationUnary":
      return list(node.op.text, shapeOf(node.expr));
    case "Binary": {
      const { bool, matching, fill } = node;
      const labels = matching && `${matching.mode.text}(${textsOf(matching.labels)})`;
      const group = matching?.group && `${matching.group.side}(${textsOf(matching.group.include)})`;
      const values = fill && `fill(${fill.left?.value ?? ""},${fill.right?.value ?? ""})`;
      return list(node.op.text, bool?.text, labels, group, values, shapeOf(node.left), shapeOf(node.right));
    }
    case "DurationBinary":
      return list(node.op.text, shapeOf(node.left), shapeOf(node.right));
    case "Call":
    case "DurationCall":
      return list("call", node.name.text, ...node.args.map(shapeOf));
    case "Aggregation": {
      const by = node.grouping && `${node.grouping.mode.text}(${textsOf(node.grouping.labels)})`;
      return list(node.op.text, by, node.param && shapeOf(node.param), shapeOf(node.expr));
    }
    case "VectorSelector": {
      const matchers = node.matchers.map(({ label, op, value }) => `{${label.text}${op.text}"${value}"}`);
      return `${node.metric?.text ?? ""}${matchers.join("")}${modifiersOf(node)}`;
    }
    case "RangeSelector":
      return `${shapeOf(node.vector)}[${shapeOf(node.range)}]${modifiersOf(node)}`;
    case "Subquery": {
      const step = node.step && shapeOf(node.step);
      return list("subquery", shapeOf(node.expr), shapeOf(node.range), step) + modifiersOf(node);
    }
    default:
      return assertNever(node);
  }
}

function modifiersOf({
  at,
  offset,
  extension,
}: Modifiers & { readonly extension?: { readonly text: string } }): string {
  const time = at ? `{@ ${at.time}}` : "";
  return (extension ? `{${extension.text}}` : "") + time + (offset ? `{offset ${shapeOf(offset.duration)}}` : "");
}

function textsOf(tokens: readonly { readonly text: string }[]): string {
  return tokens.map(({ text }) => text).join(",");
}

function list(...parts: readonly (string | undefined)[]): string {
  return `(${parts.filter((part) => part !== undefined).join(" ")})`;
}
