import type { Labels } from "./labels.js";

/**
 * Where a series stands between 0 and 1, by the xxHash of its labels: what `limit_ratio` compares with the ratio.
 * Sources: https://github.com/prometheus/prometheus/blob/main/promql/engine.go (`RatioSampler`),
 * https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */
export function seriesHash(labels: Labels): number {
  return Number(xxHash64(encoded(labels))) / 2 ** 64;
}

/** Each text with its length before it: a byte, or 255 and three bytes. */
function encoded({ pairs }: Labels): Uint8Array {
  const bytes: number[] = [];
  for (const text of pairs.flat()) {
    const utf8 = new TextEncoder().encode(text);
    const { length } = utf8;
    if (length < 255) bytes.push(length);
    else bytes.push(255, length & 255, (length >> 8) & 255, (length >> 16) & 255);
    for (const byte of utf8) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const primes = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
] as const;
const [prime1, prime2, prime3, prime4, prime5] = primes;

function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function rotate(value: bigint, bits: bigint): bigint {
  return word((value << bits) | (value >> (64n - bits)));
}

function round(lane: bigint, input: bigint): bigint {
  return word(rotate(word(lane + input * prime2), 31n) * prime1);
}

function xxHash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer);
  const { length } = bytes;
  let at = 0;
  let hash: bigint = prime5;
  if (length >= 32) {
    const lanes = [word(prime1 + prime2), prime2, 0n, word(-prime1)];
    for (; at + 32 <= length; at += 32) {
      for (let lane = 0; lane < 4; lane++) {
        lanes[lane] = round(lanes[lane] ?? 0n, view.getBigUint64(at + lane * 8, true));
      }
    }
    const turns = [1n, 7n, 12n, 18n];
    hash = word(lanes.reduce((sum, lane, k) => sum + rotate(lane, turns[k] ?? 0n), 0n));
    for (const lane of lanes) hash = word((hash ^ round(0n, lane)) * prime1 + prime4);
  }
  hash = word(hash + BigInt(length));
  for (; at + 8 <= length; at += 8) {
    hash = word(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * prime1 + prime4);
  }
  for (; at + 4 <= length; at += 4) {
    hash = word(rotate(hash ^ word(BigInt(view.getUint32(at, true)) * prime1), 23n) * prime2 + prime3);
  }
  for (; at < length; at++) hash = word(rotate(hash ^ word(BigInt(view.getUint8(at)) * prime5), 11n) * prime1);
  hash = word((hash ^ (hash >> 33n)) * prime2);
  hash = word((hash ^ (hash >> 29n)) * prime3);
  return hash ^ (hash >> 32n);
}
