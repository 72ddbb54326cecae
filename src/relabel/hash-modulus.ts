import { md5 } from "./md5.js";

/**
 * The rest of the hash of a text, in decimal: the last eight bytes of its MD5, the first of them the highest.
 * Source: https://github.com/prometheus/prometheus/blob/main/model/relabel/relabel.go
 */
export function hashModulus(text: string, modulus: number): string {
  const bytes = md5(new TextEncoder().encode(text)).subarray(8);
  const hash = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
  return String(hash % BigInt(modulus));
}
