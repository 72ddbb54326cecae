import { htmlEscape, jsEscape, queryEscape } from "./escapes.js";
import { sprintf } from "./go-format.js";
import { plainText, printAll } from "./go-print.js";
import { boolOf, type GoValue, intOf, isTrue, nil, textOf, typeName } from "./go-value.js";
import { TemplateError } from "./template-error.js";

/** What a function makes of its arguments, which fit. */
export type TemplateCall = (args: readonly GoValue[]) => GoValue;

/**
 * The functions that Go brings, but for `and` and `or`, which do not look at all their arguments.
 * Source: https://pkg.go.dev/text/template#hdr-Functions
 */
export const builtinCalls: Readonly<Record<string, TemplateCall>> = {
  html: (args) => textOf(htmlEscape(allText(args))),
  js: (args) => textOf(jsEscape(allText(args))),
  urlquery: (args) => textOf(queryEscape(allText(args))),
  index: ([first = nil, ...keys]) => keys.reduce(indexed, first),
  slice: ([first = nil, ...bounds]) => sliced(first, bounds),
  len: ([first = nil]) => intOf(lengthOf(first)),
  not: ([first = nil]) => boolOf(!isTrue(first)),
  print: (args) => textOf(printAll(args)),
  println: (args) => textOf(`${args.map(plainText).join(" ")}\n`),
  printf: ([first = nil, ...args]) => textOf(sprintf(plainText(first), args)),
  eq: ([first = nil, ...others]) => {
    if (others.length === 0) throw new TemplateError("missing argument for comparison");
    return boolOf(others.some((other) => areEqual(first, other)));
  },
  ne: ([a = nil, b = nil]) => boolOf(!areEqual(a, b)),
  lt: ([a = nil, b = nil]) => boolOf(isLess(a, b)),
  le: ([a = nil, b = nil]) => boolOf(isLess(a, b) || areEqual(a, b)),
  gt: ([a = nil, b = nil]) => boolOf(!(isLess(a, b) || areEqual(a, b))),
  ge: ([a = nil, b = nil]) => boolOf(!isLess(a, b)),
};

function allText(args: readonly GoValue[]): string {
  return printAll(args.map((value) => (value.kind === "nil" ? textOf("<no value>") : value)));
}

function indexed(of: GoValue, key: GoValue): GoValue {
  switch (of.kind) {
    case "nil":
      throw new TemplateError("index of untyped nil");
    case "map":
      if (key.kind !== "string") throw new TemplateError(`value has type ${typeName(key)}; should be string`);
      return of.values.get(key.value) ?? missingIn(of.element);
    case "samples":
      return of.items[positionOf(key, of.items.length - 1)] ?? nil;
    case "string": {
      const bytes = new TextEncoder().encode(of.value);
      return { kind: "uint8", value: BigInt(bytes[positionOf(key, bytes.length - 1)] ?? 0) };
    }
    case "float64":
    case "int":
    case "uint8":
    case "bool":
    case "sample":
    case "struct":
    case "time":
    case "duration":
      throw new TemplateError(`can't index item of type ${typeName(of)}`);
  }
}

/** What a map answers for a key that it does not have. */
export function missingIn(element: "string" | "interface {}"): GoValue {
  return element === "string" ? textOf("") : nil;
}

function positionOf(key: GoValue, last: number): number {
  if (key.kind === "nil") throw new TemplateError("cannot index slice/array with nil");
  if (key.kind !== "int" && key.kind !== "uint8") {
    throw new TemplateError(`cannot index slice/array with type ${typeName(key)}`);
  }
  if (key.value < 0n || key.value > BigInt(last)) throw new TemplateError(`index out of range: ${key.value}`);
  return Number(key.value);
}

function sliced(of: GoValue, bounds: readonly GoValue[]): GoValue {
  if (of.kind === "nil") throw new TemplateError("slice of untyped nil");
  if (of.kind !== "string" && of.kind !== "samples") {
    throw new TemplateError(`can't slice item of type ${typeName(of)}`);
  }
  if (bounds.length > 3) throw new TemplateError(`too many slice indexes: ${bounds.length}`);
  if (bounds.length === 3 && of.kind === "string") throw new TemplateError("cannot 3-index slice a string");
  const bytes = of.kind === "string" ? new TextEncoder().encode(of.value) : undefined;
  const length = bytes?.length ?? lengthOf(of);
  const [from = 0, to = length] = bounds.map((bound) => positionOf(bound, length));
  if (from > to) throw new TemplateError(`invalid slice index: ${from} > ${to}`);
  if (of.kind === "samples") return { kind: "samples", items: of.items.slice(from, to) };
  return textOf(new TextDecoder().decode(bytes?.slice(from, to)));
}

function lengthOf(value: GoValue): number {
  switch (value.kind) {
    case "string":
      return new TextEncoder().encode(value.value).length;
    case "map":
      return value.values.size;
    case "samples":
      return value.items.length;
    case "nil":
      throw new TemplateError("reflect: call of reflect.Value.Type on zero Value");
    case "float64":
    case "int":
    case "uint8":
    case "bool":
    case "sample":
    case "struct":
    case "time":
    case "duration":
      throw new TemplateError(`len of type ${typeName(value)}`);
  }
}

type Basic = Extract<GoValue, { readonly kind: "float64" | "int" | "uint8" | "string" | "bool" }>;

function isBasic(value: GoValue): value is Basic {
  return ["float64", "int", "uint8", "string", "bool"].includes(value.kind);
}

function areEqual(a: GoValue, b: GoValue): boolean {
  if (a.kind === "nil" || b.kind === "nil") return a.kind === b.kind;
  if (isBasic(a) && isBasic(b)) {
    if (a.kind === b.kind || (isWhole(a) && isWhole(b))) return a.value === b.value;
    throw incompatible(a, b);
  }
  if (a.kind !== b.kind) throw incompatible(a, b);
  if (a.kind === "sample" || a.kind === "time" || a.kind === "duration") return a === b;
  throw new TemplateError(`non-comparable type ${plainText(a)}: ${typeName(a)}`);
}

function isWhole({ kind }: GoValue): boolean {
  return kind === "int" || kind === "uint8";
}

function isLess(a: GoValue, b: GoValue): boolean {
  if (!isBasic(a) || !isBasic(b)) throw new TemplateError("invalid type for comparison");
  if (a.kind !== b.kind && !(isWhole(a) && isWhole(b))) throw incompatible(a, b);
  if (a.kind === "bool") throw new TemplateError("invalid type for comparison");
  return a.value < b.value;
}

function incompatible(a: GoValue, b: GoValue): TemplateError {
  return new TemplateError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
}
