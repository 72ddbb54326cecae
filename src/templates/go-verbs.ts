/** A format of Go's `Sprintf` in which each verb is replaced by what `write` makes of it, in time linear in the text. */
export function withVerbs(format: string, write: (verb: RegExpExecArray) => string): string {
  const lastClosed = format.lastIndexOf("]");
  let text = "";
  let at = 0;
  for (;;) {
    const pattern = at > lastClosed ? lastVerbs : verbs;
    pattern.lastIndex = at;
    const verb = pattern.exec(format);
    if (!verb) return text + format.slice(at);
    text += format.slice(at, verb.index) + write(verb);
    at = verb.index + verb[0].length;
  }
}

const verbs = verbsWith(String.raw`\[[^\]]*\]`);
/** Those behind the last `]`: Go passes over a bracket that is never closed. */
const lastVerbs = verbsWith(String.raw`\[`);

/** Verbs, where the number of an argument is written like `index`. */
function verbsWith(index: string): RegExp {
  const precision = String.raw`(?:\.(${index})?(\*|\d*))?`;
  return new RegExp(String.raw`%([-+# 0]*)(${index})?(\*|\d+)?${precision}(${index})?([^]|$)`, "gu");
}
