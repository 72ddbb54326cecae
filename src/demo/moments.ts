/**
 * How many of some times, in order, are not after another. With `every`, the last of them comes again and again, so many
 * milliseconds apart.
 */
export function countUpTo(times: readonly number[], time: number, every?: number): number {
  let count = 0;
  while (count < times.length && (times[count] ?? 0) <= time) count++;
  const last = times.at(-1);
  if (every === undefined || last === undefined || count < times.length) return count;
  return count + Math.floor((time - last) / every);
}

/** The last of some times, in order, that is not after another: see {@link countUpTo}. */
export function lastUpTo(times: readonly number[], time: number, every?: number): number | undefined {
  const count = countUpTo(times, time, every);
  const last = times.at(-1);
  if (last === undefined || count <= times.length) return times[count - 1];
  return last + (count - times.length) * (every ?? 0);
}
