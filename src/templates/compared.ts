import type { LiteralNode } from "./ast.js";
import type { TemplateValue } from "./value.js";

/** Functions that compare their first argument with others, and fail where the types differ. */
export const comparing: ReadonlySet<string> = new Set(["eq", "ne", "lt", "le", "gt", "ge"]);

/** The types of Go that are known of values in a template. */
type GoType = "float64" | "int" | "string";

const withArticle: Readonly<Record<GoType, string>> = {
  float64: "a `float64`",
  int: "an `int`",
  string: "a `string`",
};

/** Why a function fails, and what to do. */
export interface Mistake {
  readonly message: string;
  readonly help?: string;
}

/** Why Go does not compare two values: the value of an alert is a `float64`, and `5` is an `int`. */
export function unlikeTypes(name: string, first: TemplateValue, second: TemplateValue): Mistake | undefined {
  const [a, b] = [goType(first), goType(second)];
  if (!a || !b || a === b) return undefined;
  const message = `\`${name}\` compares no \`${a}\` with ${withArticle[b]}`;
  const written = first.number?.text ?? second.number?.text ?? "";
  return a !== "string" && b !== "string" && /^[+-]?\d+$/.test(written)
    ? { message, help: `write \`${written}.0\`` }
    : { message };
}

function goType({ kind, through, literal, number }: TemplateValue): GoType | undefined {
  if (literal || kind === "label") return "string";
  if (number) return numberType(number);
  return (kind === "value" || kind === "sample-value") && through.length === 0 ? "float64" : undefined;
}

/** How Go reads a number, those with an imaginary part excepted: https://pkg.go.dev/text/template#hdr-Arguments */
function numberType({ text }: LiteralNode): GoType | undefined {
  if (text.startsWith("'")) return "int";
  if (text.endsWith("i")) return undefined;
  return (/^[+-]?0[xX]/.test(text) ? /[.pP]/ : /[.eE]/).test(text) ? "float64" : "int";
}
