/** A group that is being read, from the outside in. */
interface Group {
  /** Whether an alternative before the one being read matches the empty text. */
  before: boolean;
  /** Whether all that stands before the last piece does. */
  sofar: boolean;
  /** Whether the last piece does, to which a repetition may still belong. */
  last: boolean;
}

/**
 * Whether a regular expression of RE2 matches the empty text, and so a series without the label. It is read once from
 * left to right; what is said of a pattern that RE2 rejects means nothing.
 * Source: https://github.com/google/re2/wiki/Syntax
 */
export function matchesEmptyText(pattern: string): boolean {
  const outer: Group[] = [];
  let group: Group = { before: false, sofar: true, last: true };
  const add = (last: boolean) => {
    group.sofar &&= group.last;
    group.last = last;
  };

  for (let at = 0; at < pattern.length;) {
    piece.lastIndex = at;
    const { groups = {}, 0: text = "" } = piece.exec(pattern) ?? {};
    at += Math.max(1, text.length);
    if (groups["repeat"] !== undefined) group.last ||= /^(?:[*?]|\{0)/.test(text);
    else if (groups["open"] !== undefined) {
      add(true);
      outer.push(group);
      group = { before: false, sofar: true, last: true };
    } else if (text === ")") {
      const whole = group.before || (group.sofar && group.last);
      group = outer.pop() ?? group;
      group.last = whole;
    } else if (text === "|") {
      group = { before: group.before || (group.sofar && group.last), sofar: true, last: true };
    } else if (groups["quoted"] !== undefined) {
      // A repetition belongs to the last character alone, and after an empty quotation to what stands before it.
      if (/../su.test(groups["quoted"])) add(false);
      if (groups["quoted"] !== "") add(false);
    } else if (groups["flags"] === undefined) {
      add(groups["assertion"] !== undefined);
    }
  }
  return group.before || (group.sofar && group.last);
}

/** The next piece of a pattern, to its end where it is never closed; anything else is a character that stands for itself. */
const piece = new RegExp(
  [
    /(?<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})\??)/,
    /(?<assertion>\\[AzB]|[\^$])/,
    /(?<flags>\(\?[a-zA-Z-]+\)|\\E)/,
    /(?<open>\((?:\?(?:P?<\w+>|[a-zA-Z-]*:))?)/,
    /[)|]/,
    /\\Q(?<quoted>.*?)(?:\\E|$)/,
    /\\[pP](?:\{[^}]*(?:\}|$)|.)|\\x(?:\{[^}]*(?:\}|$)|[\da-fA-F]{2})|\\[0-7]{1,3}/,
    /\\./,
    /\[\^?\]?(?:\[:\^?\w+:\]|\\.?|[^\]\\])*(?:\]|$)/,
    /./,
  ]
    .map(({ source }) => source)
    .join("|"),
  "suy",
);

/** The texts that a pattern matches, where it lists them: `GET|POST`; nothing for any other pattern. */
export function listedTexts(pattern: string): readonly string[] | undefined {
  return /[\\^$.?*+()[\]{}]/.test(pattern) ? undefined : pattern.split("|");
}
