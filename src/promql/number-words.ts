const upToTwelve = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const others: Readonly<Record<string, string>> = {
  half: "0.5",
  hundred: "100",
  thousand: "1000",
  million: "1e6",
  billion: "1e9",
};

/** The number that a word of English stands for, as PromQL writes it: `3` for `three`; nothing for any other word. */
export function numberInWords(word: string): string | undefined {
  const lower = word.toLowerCase();
  const [small, round] = [upToTwelve.indexOf(lower), tens.indexOf(lower)];
  if (small !== -1) return String(small);
  if (round !== -1) return String(20 + 10 * round);
  return Object.hasOwn(others, lower) ? others[lower] : undefined;
}
