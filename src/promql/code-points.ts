/**
 * Which of two texts stands first by its code points, as Go sorts texts by their bytes. JavaScript compares UTF-16 units, and
 * so puts what takes two of them before U+E000 to U+FFFF.
 */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const [first, other] = [a.charCodeAt(0), b.charCodeAt(0)];
  if (first !== other && first < surrogates && other < surrogates) return first - other;
  if (surrogate.test(a) || surrogate.test(b)) return compareSlowly(a, b);
  return a < b ? -1 : 1;
}

/** The first of the units that stand for a code point in pairs. */
const surrogates = 0xd800;
const surrogate = /[\ud800-\udfff]/;

function compareSlowly(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) {
    const [left, right] = [rankOf(a.charCodeAt(k)), rankOf(b.charCodeAt(k))];
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}

/** A place of a unit among all, with those that come in pairs behind the others. */
function rankOf(unit: number): number {
  return unit >= surrogates && unit <= 0xdfff ? unit + 0x10000 : unit;
}
