/** The least and the greatest whole number that fit in 64 bits. */
const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

/**
 * The value of a number without a sign, or `undefined` for what Prometheus rejects: digits that are none of the
 * base's, misplaced underscores, a value beyond the range of a 64-bit float. A leading `0` makes it octal: `0755` is 493.
 * Source: Go's strconv.ParseInt with base 0, then strconv.ParseFloat.
 */
export function parseNumber(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === "inf") return Infinity;
  if (lower === "nan") return NaN;
  if (!underscoresSeparateDigits(lower)) return undefined;
  const digits = lower.replaceAll("_", "");
  if (digits.startsWith("0x")) return /^0x[0-9a-f]+$/.test(digits) ? fitting(BigInt(digits)) : undefined;
  const octal = /^0[0-7]+$/.test(digits) ? fitting(BigInt(`0o${digits.slice(1)}`)) : undefined;
  if (octal !== undefined) return octal;
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/.test(digits)) return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

function fitting(value: bigint): number | undefined {
  return value <= int64.max ? Number(value) : undefined;
}

function underscoresSeparateDigits(text: string): boolean {
  if (!text.includes("_")) return true;
  const hex = text.startsWith("0x");
  const digit = hex ? "[0-9a-f]" : "[0-9]";
  return !new RegExp(`_(?!${digit})|(?<!${digit}|^0x)_`).test(text);
}

/**
 * A number as Prometheus prints it: the shortest digits that read back equal, never with an exponent below 1e21,
 * `+Inf`, `-Inf`, `NaN`.
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (Object.is(value, -0)) return "-0";
  const text = String(value);
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  return withoutExponent(mantissa, Number(exponent));
}

function withoutExponent(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A number as Prometheus writes it: all its digits, with an exponent below 1e-6 and from 1e21 on. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}

/** A number with the fewest digits, with an exponent below -4 and from 6 on, as Go's `%g` writes it. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/**
 * A number as Prometheus has it in the labels `le` and `quantile`: `1` is `1.0`.
 * Source: https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md#numbers
 */
export function metricNumber(value: number): string {
  const text = shortNumber(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
