// Browsers have no MD5 of their own, and Node has it in a module that this layer may not import.
const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

const sines = Uint32Array.from({ length: 64 }, (_, k) => Math.floor(Math.abs(Math.sin(k + 1)) * 2 ** 32));

/** The 16 bytes of the MD5 of some bytes. Source: https://www.rfc-editor.org/rfc/rfc1321 */
export function md5(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, true);

  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < padded.length; at += 64) addBlock(state, view, at);

  const result = new DataView(new ArrayBuffer(16));
  for (const [k, word] of state.entries()) result.setUint32(4 * k, word, true);
  return new Uint8Array(result.buffer);
}

function addBlock(state: Uint32Array, view: DataView, at: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let k = 0; k < 64; k++) {
    const [mixed, word] = mix(k, b, c, d);
    const sum = (a + mixed + (sines[k] ?? 0) + view.getUint32(at + 4 * word, true)) >>> 0;
    const shift = shifts[k >> 4]?.[k & 3] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) >>> 0];
  }
  for (const [k, word] of [a, b, c, d].entries()) state[k] = (state[k] ?? 0) + word;
}

/** The value of the round's function, and which word of the block it goes with. */
function mix(k: number, b: number, c: number, d: number): readonly [number, number] {
  switch (k >> 4) {
    case 0:
      return [(b & c) | (~b & d), k];
    case 1:
      return [(d & b) | (~d & c), (5 * k + 1) & 15];
    case 2:
      return [b ^ c ^ d, (3 * k + 5) & 15];
    default:
      return [c ^ (b | ~d), (7 * k) & 15];
  }
}
