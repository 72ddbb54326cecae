/** What a version is made of: the numbers of `v1.29.8-eks-a737599` are 1, 29, 8. */
function numbersOf(version: string): readonly number[] | undefined {
  const [, numbers] = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})/.exec(version) ?? [];
  return numbers?.split(".").map(Number);
}

/**
 * Whether a version is within a range such as `>= 1.0.0 < 2`; nothing where it is no version. Missing parts are 0, and what
 * follows the numbers is ignored.
 */
export function isWithin(version: string, range: string): boolean | undefined {
  const have = numbersOf(version);
  if (!have) return undefined;
  return Array.from(range.matchAll(/(>=|<=|>|<|=) ?([\d.]+)/g)).every(([, operator = "=", bound = ""]) => {
    const order = compare(have, numbersOf(bound) ?? []);
    return orders[operator]?.includes(Math.sign(order)) ?? false;
  });
}

/** What the comparison of a version with a bound gives where it is within: below, equal, above. */
const orders: Readonly<Record<string, readonly number[]>> = {
  ">=": [0, 1],
  "<=": [-1, 0],
  ">": [1],
  "<": [-1],
  "=": [0],
};

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
