/** Whether a character is one of `0` to `9`. */
export function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}

/** Whether a character may begin a name; an empty one may not. */
export function isAlpha(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z") || char === "_";
}

const decimalDigits = "0123456789";
const hexDigits = "0123456789abcdefABCDEF";

/**
 * Where the number that begins at `from` ends, or `undefined` where Prometheus' lexer finds none. What it finds
 * may still be no number: a hexadecimal `0x1e+5` is taken as one piece.
 */
export function scanNumber(text: string, from: number): number | undefined {
  let at = from;
  const has = (chars: string) => at < text.length && chars.includes(text.charAt(at));
  const take = (chars: string) => has(chars) && ++at > 0;
  let digits = decimalDigits;
  if (take("0") && take("xX")) {
    take("_");
    digits = hexDigits;
  }
  take(".");
  take(digits);
  let dot = false;
  let exponent = false;
  while (has(`${digits}._eE`)) {
    if (has(".")) {
      if (dot || digits === hexDigits) return undefined;
      dot = take(".");
      if (has("_.")) return undefined;
    } else if (has("eE")) {
      if (exponent) return undefined;
      exponent = take("eE");
      take("+-");
      if (at === text.length || has("._eE")) return undefined;
    } else if (take("_")) {
      if (at === text.length || has("._eE")) return undefined;
    } else {
      while (take(digits));
    }
  }
  const next = text.charAt(at);
  return at === from || isAlpha(next) || isDigit(next) ? undefined : at;
}

/** Where the string that begins at `from` ends, and whether a quote closes it. Only backticks span lines. */
export function scanString(text: string, from: number, quote: '"' | "'" | "`"): { to: number; closed: boolean } {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === quote) return { to: at + 1, closed: true };
    if (quote === "`") continue;
    if (char === "\n") return { to: at, closed: false };
    if (char === "\\" && text.charAt(at + 1) !== "\n") at++;
  }
  return { to: text.length, closed: false };
}

const variable = /\$[A-Za-z_]\w*|\$\{[^{}$\n"'`]*\}|\[\[\w+(?::\w+)?\]\]/y;

/** Where the Grafana variable that begins at `from` ends: `$x`, `${x:format}`, `[[x]]`. */
export function scanVariable(text: string, from: number): number | undefined {
  variable.lastIndex = from;
  return variable.test(text) ? variable.lastIndex : undefined;
}

/** Whether a text holds a Grafana variable. */
export function holdsVariable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if ((char === "$" || char === "[") && scanVariable(text, at) !== undefined) return true;
  }
  return false;
}
