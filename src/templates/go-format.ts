import { quote } from "../promql/strings.js";
import { type FloatVerb, formatFloat } from "./go-float.js";
import { plainText } from "./go-print.js";
import { type GoValue, type IntValue, typeName } from "./go-value.js";
import { withVerbs } from "./go-verbs.js";
import { TemplateError } from "./template-error.js";

/** How a verb is written: its flags, and how wide and precise. */
interface Layout {
  readonly flags: string;
  readonly width: number;
  readonly precision?: number;
}

/** Go takes larger ones for none. */
const largest = 1_000_000;

/** A text as Go's `Sprintf` makes it. Source: https://pkg.go.dev/fmt#hdr-Printing */
export function sprintf(format: string, args: readonly GoValue[]): string {
  const state = { next: 0, isReordered: false };
  const take = (): GoValue | undefined => args[state.next++];
  const reorder = (index: string | undefined): void => {
    if (index === undefined) return;
    state.next = Number(index.slice(1, -1)) - 1;
    state.isReordered = true;
  };
  const sizeOf = (text: string | undefined): number | undefined => {
    if (text !== "*") return text === undefined || Number(text) > largest ? undefined : Number(text);
    const value = take();
    return value?.kind === "int" && Math.abs(Number(value.value)) <= largest ? Number(value.value) : undefined;
  };
  const write = ([, flags = "", atWidth, width, atPrecision, precision, at, verb = ""]: RegExpExecArray): string => {
    reorder(atWidth);
    const wide = sizeOf(width) ?? 0;
    reorder(atPrecision);
    const digits = sizeOf(precision);
    reorder(at);
    if (verb === "") return "%!(NOVERB)";
    if (verb === "%") return "%";
    const index = state.next;
    const value = take();
    if (value === undefined) return index < 0 || state.isReordered ? `%!${verb}(BADINDEX)` : `%!${verb}(MISSING)`;
    const layout = { flags: wide < 0 ? `${flags}-` : flags, width: Math.abs(wide) };
    return written(value, verb, digits === undefined || digits < 0 ? layout : { ...layout, precision: digits });
  };
  const text = withVerbs(format, write);
  const extra = state.isReordered ? [] : args.slice(state.next);
  if (extra.length === 0) return text;
  const list = extra.map((value) => (value.kind === "nil" ? "<nil>" : `${typeName(value)}=${plainText(value)}`));
  return `${text}%!(EXTRA ${list.join(", ")})`;
}

function written(value: GoValue, verb: string, layout: Layout): string {
  if (verb === "T") return padded(value.kind === "nil" ? "<nil>" : typeName(value), layout);
  if (layout.flags.includes("#") && verb === "v") throw unknown("%#v");
  const text = formatted(value, verb, layout);
  if (text !== undefined) return text;
  return value.kind === "nil" ? `%!${verb}(<nil>)` : `%!${verb}(${typeName(value)}=${plainText(value)})`;
}

/** `undefined` where a verb does not fit the type. */
function formatted(value: GoValue, verb: string, layout: Layout): string | undefined {
  switch (value.kind) {
    case "string":
      return writtenText(value.value, verb, layout);
    case "int":
    case "uint8":
      return writtenInt(value, verb, layout);
    case "float64":
      return writtenFloat(value.value, verb, layout);
    case "bool":
      return verb === "t" || verb === "v" ? padded(String(value.value), layout) : undefined;
    case "nil":
      return verb === "v" ? padded("<nil>", layout) : undefined;
    case "time":
    case "duration":
      if (verb === "v" || verb === "s") return padded(plainText(value), layout);
      throw unknown(`%${verb} of ${typeName(value)}`);
    case "map":
    case "samples":
    case "sample":
    case "struct":
      if (verb === "v" || (verb === "s" && value.kind === "map" && value.element === "string")) {
        if (layout.width === 0 && layout.precision === undefined && value.kind !== "sample") return plainText(value);
      }
      throw unknown(`%${verb} of ${typeName(value)}`);
  }
}

function unknown(what: string): TemplateError {
  return new TemplateError(`what \`printf\` makes of ${what} is not known`, "unsupported");
}

function writtenText(value: string, verb: string, layout: Layout): string | undefined {
  const { precision, flags } = layout;
  const cut = precision === undefined ? value : Array.from(value).slice(0, precision).join("");
  switch (verb) {
    case "v":
    case "s":
      return padded(cut, layout);
    case "q": {
      const isRaw = flags.includes("#") && /^[^\0-\x08\x0a-\x1f\x7f`]*$/.test(cut);
      return padded(isRaw ? `\`${cut}\`` : quote(cut), layout);
    }
    case "x":
    case "X": {
      const bytes = [...new TextEncoder().encode(value)].slice(0, precision);
      const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0"));
      const prefix = flags.includes("#") && hex.length > 0 ? "0x" : "";
      const text = flags.includes(" ") ? hex.map((byte) => prefix + byte).join(" ") : prefix + hex.join("");
      return padded(verb === "X" ? text.toUpperCase() : text, layout);
    }
    default:
      return undefined;
  }
}

const bases: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  v: [10, ""],
  d: [10, ""],
  b: [2, "0b"],
  o: [8, "0"],
  O: [8, "0o"],
  x: [16, "0x"],
  X: [16, "0X"],
};

function writtenInt({ value }: IntValue, verb: string, layout: Layout): string | undefined {
  const { flags, precision } = layout;
  const isPoint = value >= 0n && value <= 0x10ffffn;
  const character = String.fromCodePoint(isPoint ? Number(value) : 0xfffd);
  if (verb === "c") return padded(character, layout);
  if (verb === "q")
    return padded(`'${character === "'" ? "\\'" : quote(character).slice(1, -1).replace('\\"', '"')}'`, layout);
  if (verb === "U") return padded(`U+${value.toString(16).toUpperCase().padStart(4, "0")}`, layout);
  const [base, prefix = ""] = bases[verb] ?? [];
  if (base === undefined) return undefined;
  const size = value < 0n ? -value : value;
  const digits = precision === 0 && size === 0n ? "" : size.toString(base).padStart(precision ?? 0, "0");
  const cased = verb === "X" ? digits.toUpperCase() : digits;
  const marked = verb === "O" || (flags.includes("#") && base !== 10) ? prefix : "";
  return signed(value < 0n, marked + cased, precision === undefined, layout);
}

function writtenFloat(value: number, verb: string, layout: Layout): string | undefined {
  const { flags } = layout;
  const lower = verb.toLowerCase();
  if (!["v", "e", "f", "g"].includes(lower) || verb === "V") {
    if (["b", "x"].includes(lower) && verb !== "B") throw unknown(`%${verb} of float64`);
    return undefined;
  }
  if (flags.includes("#")) throw unknown(`%#${verb} of float64`);
  const kind: FloatVerb = lower === "e" || lower === "f" ? lower : "g";
  const precision = layout.precision ?? (kind === "g" ? undefined : 6);
  const text = formatFloat(value, kind, precision).replace(/^[-+]/, "");
  const isNegative = value < 0 || Object.is(value, -0);
  if (value === Infinity && !/[ +]/.test(flags)) return signed(false, "+Inf", false, layout);
  return signed(
    isNegative,
    verb === "v" || verb === lower ? text : text.replace("e", "E"),
    Number.isFinite(value),
    layout,
  );
}

/** With the sign; with zeros in place of blanks where the flags say so. */
function signed(isNegative: boolean, text: string, mayFill: boolean, layout: Layout): string {
  const { flags, width } = layout;
  const sign = isNegative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  if (flags.includes("0") && !flags.includes("-") && mayFill) return sign + text.padStart(width - sign.length, "0");
  return padded(sign + text, { ...layout, flags: flags.replaceAll("0", "") });
}

function padded(text: string, { flags, width }: Layout): string {
  const missing = Math.max(0, width - Array.from(text).length);
  if (flags.includes("-")) return text + " ".repeat(missing);
  return (flags.includes("0") ? "0" : " ").repeat(missing) + text;
}
