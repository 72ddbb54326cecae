/** How many of some names a sentence names that has room for `most`: all of them, rather than all but one. */
export function namedCount(all: number, most: number): number {
  return all - most > 1 ? most : all;
}
