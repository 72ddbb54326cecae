/** Numbers that somebody may write as a word, and how PromQL writes them. */
const numbers: Readonly<Record<string, string>> = {
  zero: "0",
  half: "0.5",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  fifteen: "15",
  twenty: "20",
  thirty: "30",
  forty: "40",
  fifty: "50",
  sixty: "60",
  seventy: "70",
  eighty: "80",
  ninety: "90",
  hundred: "100",
  thousand: "1000",
  million: "1e6",
  billion: "1e9",
};

/** The number that a word of English stands for, as PromQL writes it: `3` for `three`; nothing for any other word. */
export function numberInWords(word: string): string | undefined {
  const lower = word.toLowerCase();
  return Object.hasOwn(numbers, lower) ? numbers[lower] : undefined;
}
