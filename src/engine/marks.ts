/**
 * What may stand in place of a number: `stale` ends a series, `native` is a native histogram, which the engine
 * does not read.
 */
export type Mark = "stale" | "native";

/**
 * Marks are signalling NaNs, which arithmetic never gives. The one for `stale` is Prometheus' own.
 * Source: https://github.com/prometheus/prometheus/blob/main/model/value/value.go
 */
const bitsOf: Readonly<Record<Mark, bigint>> = { stale: 0x7ff0000000000002n, native: 0x7ff0000000000003n };

/** Writes a mark in place of a number. */
export function writeMark(values: Float64Array, index: number, mark: Mark): void {
  new DataView(values.buffer, values.byteOffset).setBigUint64(index * 8, bitsOf[mark], littleEndian);
}

/** The mark in place of a number, where there is one. */
export function markAt(values: Float64Array, index: number): Mark | undefined {
  if (!Number.isNaN(values[index])) return undefined;
  const bits = new DataView(values.buffer, values.byteOffset).getBigUint64(index * 8, littleEndian);
  return bits === bitsOf.stale ? "stale" : bits === bitsOf.native ? "native" : undefined;
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
