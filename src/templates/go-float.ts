import { type Digits, fixedDigits, shortestDigits, significantDigits } from "./go-digits.js";

/** How a number is written: as `%e`, `%f` or whichever of them is shorter. */
export type FloatVerb = "e" | "f" | "g";

/**
 * A number as Go's `strconv.FormatFloat` writes it. Without a precision it has as many digits as it takes to read it back.
 * Source: https://pkg.go.dev/strconv#FormatFloat
 */
export function formatFloat(value: number, verb: FloatVerb, precision?: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + unsigned(value, verb, precision);
}

function unsigned(value: number, verb: FloatVerb, precision: number | undefined): string {
  switch (verb) {
    case "f": {
      const digits = precision === undefined ? shortestDigits(value) : fixedDigits(value, precision);
      return withPoint(digits, precision ?? Math.max(0, digits.digits.length - digits.point));
    }
    case "e": {
      const digits = precision === undefined ? shortestDigits(value) : significantDigits(value, precision + 1);
      return withExponent(digits);
    }
    case "g": {
      const count = precision === undefined ? undefined : Math.max(precision, 1);
      const { digits, point } = count === undefined ? shortestDigits(value) : significantDigits(value, count);
      const short: Digits = { digits: digits.replace(/0+$/, "") || "0", point };
      const exponent = point - 1;
      const isLong = exponent < -4 || exponent >= (count ?? longFrom);
      return isLong ? withExponent(short) : withPoint(short, Math.max(0, short.digits.length - point));
    }
  }
}

/** The exponent from which on a number is written with it, where no precision is given. */
const longFrom = 6;

function withPoint({ digits, point }: Digits, decimals: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const leading = "0".repeat(Math.max(0, -point));
  const fraction = (leading + digits.slice(Math.max(0, point))).slice(0, decimals).padEnd(decimals, "0");
  return decimals > 0 ? `${whole}.${fraction}` : whole;
}

function withExponent({ digits, point }: Digits): string {
  const exponent = point - 1;
  const fraction = digits.slice(1);
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits.charAt(0)}${fraction === "" ? "" : `.${fraction}`}e${exponent < 0 ? "-" : "+"}${power}`;
}
