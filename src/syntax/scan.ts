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

/** What Prometheus' lexer takes digits for, and where it stops reading them. */
export interface ScannedNumber {
  readonly type: "number" | "duration" | "neither";
  readonly to: number;
}

/**
 * Reads the number or duration that begins at `from`. What is found may still be wrong: a hexadecimal `0x1e+5` and
 * `1.5s` are taken as one piece each.
 */
export function scanNumber(text: string, from: number): ScannedNumber {
  const { to, complete } = scanDigits(text, from);
  return complete ? { type: "number", to } : scanUnits(text, to);
}

function scanDigits(text: string, from: number): { to: number; complete: boolean } {
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
      take(".");
      if (dot || take("_.") || digits === hexDigits) return { to: at, complete: false };
      dot = true;
    } else if (has("eE")) {
      take("eE");
      if (exponent) return { to: at, complete: false };
      exponent = true;
      take("+-");
      if (take("._eE") || at === text.length) return { to: at, complete: false };
    } else if (take("_")) {
      if (take("._eE") || at === text.length) return { to: at, complete: false };
    } else {
      while (take(digits));
    }
  }
  return { to: at, complete: !isAlphaNumeric(text.charAt(at)) };
}

function scanUnits(text: string, from: number): ScannedNumber {
  let at = from;
  const take = (chars: string) => at < text.length && chars.includes(text.charAt(at)) && ++at > 0;
  if (!take("smhdwy")) return { type: "neither", to: at };
  take("s");
  while (take(decimalDigits)) {
    while (take(decimalDigits));
    if (!take("smhdw")) return { type: "neither", to: at };
    take("s");
  }
  return isAlphaNumeric(text.charAt(at)) ? { type: "neither", to: at + 1 } : { type: "duration", to: at };
}

function isAlphaNumeric(char: string): boolean {
  return isAlpha(char) || isDigit(char);
}

/** Where the string that begins at `from` ends, and whether a quote closes it. Only backticks span lines. */
export function scanString(text: string, from: number): { to: number; closed: boolean } {
  const quote = text.charAt(from);
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

/** A text of the same length with a word in place of each Grafana variable. */
export function maskVariables(text: string): string {
  let masked = "";
  for (let at = 0; at < text.length; at = masked.length) {
    const char = text.charAt(at);
    const to = char === "$" || char === "[" ? scanVariable(text, at) : undefined;
    masked += to === undefined ? char : "x".repeat(to - at);
  }
  return masked;
}
