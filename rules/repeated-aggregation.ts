import { type Groups, groupsOf, jointGroups, printGroups } from "../src/analysis/labels/joint-grouping.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import type { Aggregation } from "../src/syntax/ast.js";
import type { Edit, FixSafety } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const repeatedAggregation = defineRule({
  id: "repeated-aggregation",
  summary: "An aggregation over the same aggregation gives what one of the two gives",
  category: "style",
  severity: "info",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    const seen = new Set<Aggregation>();
    for (const outer of nodesOf(query.root, "Aggregation")) {
      const safety = repeatable.get(outer.op.text);
      const chain = safety && !seen.has(outer) ? chainOf(outer) : undefined;
      const [first, ...others] = chain?.inner ?? [];
      if (!safety || !chain || !first) continue;

      for (const each of chain.inner) seen.add(each);
      const { text, span } = first.op;
      const one = `${text} ${printGroups(chain.groups)}`.trim();
      const edits = merging(chain, query.text);
      const title = chain.isOuter ? `Remove the inner \`${text}\`` : `Make one \`${one}\` of them`;
      yield {
        at: span,
        message: `\`${one}\` gives the same without another \`${text}\` in it`,
        ...(others.length > 0 && {
          because: others.map(({ op }) => ({ at: op.span, message: "and without this one" })),
        }),
        ...(edits ? { fixes: [{ title, safety, edits }] } : { help: title.charAt(0).toLowerCase() + title.slice(1) }),
      };
    }
  },
});

/**
 * The highest of the highest values is the highest of all. A sum may change in its last digits, since the order of the
 * additions does, and in what is left out: of a group with numbers and native histograms nothing is left.
 */
const repeatable: ReadonlyMap<string, FixSafety> = new Map([
  ["max", "safe"],
  ["min", "safe"],
  ["group", "safe"],
  ["sum", "review"],
]);

/** An aggregation, those right within it that it can do without, and the groups that they all make together. */
interface Chain {
  readonly outer: Aggregation;
  readonly inner: readonly Aggregation[];
  readonly groups: Groups;
  /** Whether these are the groups of the outer one as it stands. */
  readonly isOuter: boolean;
}

function chainOf(outer: Aggregation): Chain {
  const inner: Aggregation[] = [];
  const own = groupsOf(outer);
  let groups = own;
  for (let next = withoutParens(outer.expr); next.kind === "Aggregation"; next = withoutParens(next.expr)) {
    const joint = next.op.text === outer.op.text ? jointGroups(groups, groupsOf(next)) : undefined;
    if (!joint) break;
    inner.push(next);
    groups = joint;
  }
  return { outer, inner, groups, isOuter: groups === own };
}

/**
 * Nothing where a comment would be lost, and where `without` becomes `by`: then a label that was taken away by name would
 * be one that is forgotten.
 */
function merging({ outer, inner, groups, isOuter }: Chain, text: string): readonly Edit[] | undefined {
  if (groups.mode !== groupsOf(outer).mode) return undefined;

  const innermost = inner.at(-1) ?? outer;
  const edits = [
    { from: outer.expr.span.from, to: innermost.expr.span.from, insert: "" },
    { from: innermost.expr.span.to, to: outer.expr.span.to, insert: "" },
    ...(isOuter || !outer.grouping ? [] : [{ ...outer.grouping.span, insert: printGroups(groups) }]),
  ];
  return edits.some(({ from, to }) => text.slice(from, to).includes("#")) ? undefined : edits;
}
