import { floatOf, type GoValue, intOf } from "./go-value.js";
import { stringValue } from "./literals.js";
import { TemplateError } from "./template-error.js";

/**
 * The value of a number or a character of a template, which has been read before: whole numbers are integers.
 * Source: https://pkg.go.dev/text/template#hdr-Arguments
 */
export function literalValue(text: string): GoValue {
  if (text.startsWith("'")) return intOf(stringValue(text)?.codePointAt(0) ?? 0);
  if (text.endsWith("i")) throw new TemplateError(`the complex number ${text} is not known`, "unsupported");
  const digits = text.replaceAll("_", "");
  const isHex = /^[+-]?0x/i.test(digits);
  if (isHex && /p/i.test(digits)) return floatOf(hexFloat(digits));
  if (!isHex && /[.e]/i.test(digits)) return floatOf(Number(digits));
  const [, sign = "", size = ""] = /^([+-]?)(.*)$/.exec(digits) ?? [];
  const whole = BigInt(/^0\d/.test(size) ? `0o${size.slice(1)}` : size);
  const value = sign === "-" ? -whole : whole;
  if (value >= 2n ** 63n) throw new TemplateError(`${text} overflows int`);
  return intOf(value);
}

function hexFloat(text: string): number {
  const [, sign = "", whole = "", fraction = "", power = "0"] =
    /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i.exec(text) ?? [];
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  return mantissa * 2 ** (Number(power) - 4 * fraction.length) * (sign === "-" ? -1 : 1);
}
