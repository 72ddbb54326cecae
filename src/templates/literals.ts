import { unquote } from "../promql/strings.js";

/** Whether Go reads a number, which the lexer has found to look like one. */
export function isNumber(text: string): boolean {
  if (text.endsWith("i")) return isFloat(text.slice(0, -1));
  return isInteger(text) || (/[.eEpP]/.test(text) && isFloat(text));
}

/** Whether Go reads a sum with an imaginary part, such as `1+2i`. */
export function isComplex(text: string): boolean {
  const middle = text.search(/(?<![eEpP]|^)[+-]/);
  return middle > 0 && isFloat(text.slice(0, middle)) && isFloat(text.slice(middle, -1));
}

const integers = /^[+-]?(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/;

function isInteger(text: string): boolean {
  if (!integers.test(text)) return false;
  const digits = text.replace(/^[+-]/, "").replaceAll("_", "");
  const [, prefix = "", rest = ""] = /^(0[xXoObB]|0(?=\d))?0*(.*)$/.exec(digits) ?? [];
  if (rest.length > 64) return false;
  const value = BigInt(`${prefix === "0" ? "0o" : prefix}${rest || "0"}`);
  if (text.startsWith("-")) return value <= 2n ** 63n;
  return value < (text.startsWith("+") ? 2n ** 63n : 2n ** 64n);
}

const decimals = /^[+-]?(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const hexadecimals = /^[+-]?0[xX](?:(?:_?[\da-fA-F])+)?(?:\.(?:[\da-fA-F](?:_?[\da-fA-F])*)?)?[pP][+-]?\d(?:_?\d)*$/;

function isFloat(text: string): boolean {
  if (hexadecimals.test(text)) return /^[+-]?0[xX][_.]?[\da-fA-F]/.test(text) && !isHuge(text);
  return decimals.test(text) && /^[+-]?\.?\d/.test(text) && Number.isFinite(Number(text.replaceAll("_", "")));
}

/** Whether a number with a binary exponent is larger than any that Go has. */
function isHuge(text: string): boolean {
  const [mantissa = "", exponent = ""] = text
    .replace(/^[+-]?0[xX]/, "")
    .replaceAll("_", "")
    .split(/[pP]/);
  const [whole = "", part = ""] = mantissa.split(".");
  const digits = BigInt(`0x${whole}${part}`);
  if (digits === 0n) return false;
  const power = Number(exponent) - 4 * part.length;
  return digits.toString(2).length + power > 1024;
}

/** The value of a text in quotes, or `undefined` where Go does not read it. */
export function stringValue(text: string): string | undefined {
  const { value, mistakes } = unquote(text);
  if (mistakes.length > 0) return undefined;
  return text.startsWith("`") ? value.replaceAll("\r", "") : value;
}

/** Whether Go reads a character in single quotes: exactly one. */
export function isCharacter(text: string): boolean {
  return Array.from(stringValue(text) ?? "").length === 1;
}
