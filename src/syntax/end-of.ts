/** Where a pattern with the flag `y` ends that begins at `at`; nothing where it does not. */
export function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
