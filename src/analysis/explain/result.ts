import { metricName } from "../../promql/labels.js";
import type { Expr } from "../../syntax/ast.js";
import type { Branch } from "../labels/branch.js";
import type { Presence } from "../labels/label-fact.js";
import { labels } from "../labels/labels.js";
import { valueType } from "../value-type.js";
import { listInWords } from "../words.js";

/** What a query returns, in a sentence. */
export function explainResult(expr: Expr): string {
  switch (valueType(expr)) {
    case "scalar":
      return "The result is a number";
    case "string":
      return "The result is a string";
    case "matrix":
      return `The result is a range vector, many samples of each series; ${branchesInWords(expr)}`;
    case "vector":
      return `The result is an instant vector, one value of each series; ${branchesInWords(expr)}`;
    case "unknown":
      return "What the result is depends on the variables";
  }
}

const mostBranches = 4;

function branchesInWords(expr: Expr): string {
  const branches = labels(expr);
  const texts = [...new Set(branches.slice(0, mostBranches).map(branchInWords))];
  const rest = branches.length > mostBranches ? "; and so on" : "";
  return texts.join("; or ") + rest;
}

function branchInWords({ labels: known, others, never }: Branch): string {
  if (never) return `nothing, since ${never.why}`;
  const sure = namesIn(known, "guaranteed");
  if (others.presence === "possible") {
    const always = sure.filter((name) => name !== nameInWords);
    return [
      "any labels",
      ...clause("always", always, "and"),
      ...clause("never", namesIn(known, "impossible"), "or"),
    ].join(", ");
  }
  const possible = namesIn(known, "possible");
  const count = sure.length + possible.length;
  if (count === 0) return "a single series without labels";
  const optional = `${listInWords(possible)} where the series have ${possible.length > 1 ? "them" : "it"}`;
  const names = [...(sure.length > 0 ? [listInWords(sure)] : []), ...(possible.length > 0 ? [optional] : [])];
  return `no labels but ${names.join(", and ")}`;
}

const nameInWords = "the name of the metric";

function namesIn(known: Branch["labels"], presence: Presence): readonly string[] {
  const names = [...known].filter(([, fact]) => fact.presence === presence).map(([name]) => name);
  return names.sort().map((name) => (name === metricName ? nameInWords : `\`${name}\``));
}

function clause(word: string, names: readonly string[], last: "and" | "or"): readonly string[] {
  return names.length > 0 ? [`${word} ${listInWords(names, last)}`] : [];
}
