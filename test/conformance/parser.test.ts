import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { valueType } from "../../src/analysis/value-type.js";
import { check, type CheckOptions } from "../../src/check/check.js";
import type { Expr, Modifiers, VectorSelector } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { everyFeature } from "../check/features.js";

/** What Prometheus says of a query; offsets are bytes of UTF-8. */
interface Line {
  readonly input: string;
  readonly ok: boolean;
  readonly type?: string;
  readonly str?: string;
  readonly sexpr?: string;
  readonly errors?: readonly { readonly start: number; readonly msg: string }[];
  /** Where a server without flags says something else. */
  readonly serverDefault?: { readonly ok: boolean };
}

const folder = process.env["PROMQL_CONFORMANCE"];
if (folder === undefined)
  console.info("PROMQL_CONFORMANCE names no folder with parser.jsonl: its queries are not compared");

test.runIf(process.env["CI"] === "true")("the queries of Prometheus are there", () => {
  expect(folder).toBeDefined();
});

/** Problems that lie elsewhere than the first error of Prometheus, and why that is the better place. */
const otherPlaces: Readonly<Record<string, string>> = {
  "bad-escape": "the escape sequence, not the string",
  "empty-query": "the end, where an expression belongs",
  "group-on-set-operator": "`group_left`, not all of the expression",
  "label-matched-and-included": "the label, not the operator",
  "matching-of-scalar": "`on (…)`, not all of the expression",
  "misplaced-bool": "`bool`, not the operator before it",
  "name-set-twice": "the second name, not all of the selector",
  "repeated-modifier": "the second modifier, not the selector",
  "set-operator-on-scalar": "the scalar, not all of the expression",
  "time-out-of-bounds": "the time, not the selector",
  "unclosed-brace": "the brace, not the end",
  "unclosed-bracket": "the bracket, not the end",
  "unclosed-parenthesis": "the parenthesis, not the end",
  "unmatched-parenthesis": "the parenthesis, not what follows it",
  "wrong-operand-type": "the operand, not the sign before it",
};

describe.skipIf(folder === undefined)("as Prometheus", () => {
  const lines = folder === undefined ? [] : readLines(join(folder, "parser.jsonl"));
  const accepted = lines.filter(({ ok }) => ok);
  const rejected = lines.filter(({ ok }) => !ok);

  test("the same queries are accepted with every flag on", () => {
    expect(lines.filter(({ input, ok }) => readable(input, everyFeature) !== ok)).toEqual([]);
  });

  test("the same queries are accepted without a flag", () => {
    const without = { prometheus: { features: [] } };
    const differs = ({ input, ok, serverDefault }: Line) => readable(input, without) !== (serverDefault?.ok ?? ok);
    expect(lines.filter(differs)).toEqual([]);
  });

  test("the types, the canonical forms and the trees are the same", () => {
    const ours = accepted.map(({ input }) => {
      const { expr } = parse(input);
      return expr && { input, type: valueType(expr), str: print(expr), sexpr: sexprOf(expr) };
    });
    expect(ours).toEqual(accepted.map(({ input, type, str, sexpr }) => ({ input, type, str, sexpr })));
  });

  test("a problem lies where Prometheus has its error, or in a better place", () => {
    const elsewhere = rejected.flatMap(({ input, errors }) => {
      const [problem] = check(input, everyFeature);
      const start = problem && Buffer.byteLength(input.slice(0, problem.at.from));
      return start === errors?.[0]?.start ? [] : [{ input, code: problem?.code ?? "none" }];
    });
    console.info(
      `${rejected.length - elsewhere.length} of ${rejected.length} problems begin at the error of Prometheus`,
    );
    expect(elsewhere.filter(({ code }) => !(code in otherPlaces))).toEqual([]);
    expect(new Set(elsewhere.map(({ code }) => code))).toEqual(new Set(Object.keys(otherPlaces)));
  });

  test("the words of Prometheus are quoted rightly", () => {
    const misquoted = rejected.filter(({ input, errors = [] }) => {
      const quoted = check(input, everyFeature).map(({ prometheus }) => prometheus);
      return !errors.some(({ msg }) => quoted.includes(msg));
    });
    expect(misquoted).toEqual([]);
  });
});

/** Whether Prometheus' parser, not its engine, accepts a query. */
function readable(query: string, options: CheckOptions): boolean {
  return check(query, options).every(({ evaluation }) => evaluation === true);
}

function readLines(path: string): Line[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const parsed: unknown = JSON.parse(line);
    if (!isLine(parsed)) throw new Error(`no query of Prometheus: ${line}`);
    return parsed;
  });
}

function isLine(value: unknown): value is Line {
  return typeof value === "object" && value !== null && "input" in value && "ok" in value;
}

function sexprOf(expr: Expr): string {
  switch (expr.kind) {
    case "NumberLiteral":
      return "num";
    case "StringLiteral":
      return "str";
    case "Paren":
      return `(paren ${sexprOf(expr.expr)})`;
    case "Unary":
      return `(un ${expr.op.text} ${sexprOf(expr.expr)})`;
    case "Binary":
      return `(${expr.op.text} ${sexprOf(expr.left)} ${sexprOf(expr.right)})`;
    case "Call":
      return `(${["call", expr.name.text, ...expr.args.map(sexprOf)].join(" ")})`;
    case "Aggregation":
      return `(agg ${expr.op.text} ${expr.param ? `${sexprOf(expr.param)} ` : ""}${sexprOf(expr.expr)})`;
    case "VectorSelector":
      return selectorOf(expr) + modifiersOf(expr);
    case "RangeSelector":
      return `(mat ${selectorOf(expr.vector)})${modifiersOf(expr)}`;
    case "Subquery":
      return `(sub ${sexprOf(expr.expr)})${modifiersOf(expr)}`;
  }
}

/** A name in the braces counts as a matcher. */
function selectorOf({ metric, matchers, braces }: VectorSelector): string {
  const isInside = metric && braces && metric.span.from >= braces.from;
  return isInside ? `vs::${matchers.length + 1}` : `vs:${metric?.text ?? ""}:${matchers.length}`;
}

function modifiersOf({ at, offset }: Modifiers): string {
  return (at ? "+at" : "") + (offset ? "+off" : "");
}
