/** The decimal digits of a number, without its sign: `digits` with a point after `point` of them. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** The fewest digits that read back as the same number; it is finite. */
export function shortestDigits(value: number): Digits {
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}

/** All digits of a number, which is finite: a float is a whole number times a power of two. */
function exactDigits(value: number): Digits {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const raw = bits.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const fraction = raw & ((1n << 52n) - 1n);
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = Math.max(biased, 1) - 1075;
  if (mantissa === 0n) return { digits: "0", point: 1 };
  if (exponent >= 0) {
    const digits = (mantissa << BigInt(exponent)).toString();
    return { digits, point: digits.length };
  }
  const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
  return { digits, point: digits.length + exponent };
}

/** The digits of a number with so many of them after the first, as `%e` writes them. Halves go to the even digit. */
export function significantDigits(value: number, count: number): Digits {
  return padded(rounded(exactDigits(value), count), count);
}

/** The digits of a number with so many of them after the point, as `%f` writes them. Halves go to the even digit. */
export function fixedDigits(value: number, decimals: number): Digits {
  const exact = exactDigits(value);
  return rounded(exact, exact.point + decimals);
}

function rounded({ digits, point }: Digits, count: number): Digits {
  if (count < 0) return { digits: "", point };
  if (count >= digits.length) return { digits, point };
  const kept = digits.slice(0, count);
  const next = digits.charAt(count);
  const isHalf = next === "5" && /^0*$/.test(digits.slice(count + 1));
  const isOdd = Number(kept.at(-1) ?? "0") % 2 === 1;
  if (!(isHalf ? isOdd : next >= "5")) return { digits: kept, point };
  const raised = (BigInt(kept || "0") + 1n).toString();
  return raised.length > kept.length
    ? { digits: raised, point: point + 1 }
    : { digits: raised.padStart(count, "0"), point };
}

function padded({ digits, point }: Digits, count: number): Digits {
  return { digits: digits.slice(0, count).padEnd(count, "0"), point };
}
