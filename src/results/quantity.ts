import { numberText } from "../promql/numbers.js";

/** How numbers near another one are written for people: divided by `factor`, and followed by `suffix`. */
export interface Scale {
  readonly factor: number;
  readonly suffix: string;
}

const plain: Scale = { factor: 1, suffix: "" };

/** A scale for values of a unit, such as `bytes`, of which the greatest is given. */
export function scaleFor(unit: string | undefined, greatest: number): Scale {
  const size = Math.abs(greatest);
  const [, base, perSecond] = /^(bytes|seconds)( per second)?$/.exec(unit ?? "") ?? [];
  if (base === "bytes") return fitting(size, bytes, perSecond ? "/s" : "");
  // A time since 1970 is no span of time.
  if (base === "seconds" && !perSecond && size < 1e9) return fitting(size, spans, "");
  return fitting(size, thousands, "");
}

const bytes = steps(1024, ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]);
const thousands = steps(1000, ["", "k", "M", "G", "T", "P", "E"]);
const spans: readonly Scale[] = [
  { factor: 1e-6, suffix: " µs" },
  { factor: 1e-3, suffix: " ms" },
  { factor: 1, suffix: " s" },
  { factor: 60, suffix: " min" },
  { factor: 3600, suffix: " h" },
  { factor: 86_400, suffix: " d" },
];

function steps(base: number, names: readonly string[]): readonly Scale[] {
  return names.map((name, k) => ({ factor: base ** k, suffix: name === "" ? "" : ` ${name}` }));
}

/** The scale in which a number has two digits or is more than 1; of numbers without a unit those up to 9,999 are plain. */
function fitting(size: number, scales: readonly Scale[], ending: string): Scale {
  if (scales === thousands && size < 10_000) return plain;
  const least = scales === spans ? 2 : 1;
  const found = scales.findLast(({ factor }) => size >= (factor > 1 ? least * factor : factor)) ?? scales[0] ?? plain;
  const scale = size === 0 && scales === spans ? { factor: 1, suffix: " s" } : found;
  return { factor: scale.factor, suffix: scale.suffix + ending };
}

/** A number with so many digits, and no more than it has: `1.235 GiB`. */
export function quantityText(value: number, { factor, suffix }: Scale, digits = 4): string {
  if (!Number.isFinite(value)) return numberText(value);
  return withDigits(value / factor, digits) + suffix;
}

function withDigits(value: number, digits: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return shortExponent(value.toExponential(digits - 1));
  const decimals = size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return withoutZeros(value.toFixed(decimals));
}

function shortExponent(text: string): string {
  const [mantissa = "", exponent = ""] = text.split("e");
  return `${withoutZeros(mantissa)}e${exponent.replace("+", "")}`;
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}
