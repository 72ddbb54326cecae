import picocolors from "picocolors";
import type { Colors } from "../report/colors.js";
import { visible } from "../report/visible.js";
import { hideProgress } from "./progress.js";

/** Colours for a stream; `choice` is that of `--color` and `--no-color`, which beats the environment. */
export function colorsFor(stream: { readonly isTTY?: boolean }, choice: boolean | undefined): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const asked = FORCE_COLOR !== undefined && FORCE_COLOR !== "0";
  const refused = (NO_COLOR ?? "") !== "" || FORCE_COLOR === "0" || TERM === "dumb";
  return picocolors.createColors(choice ?? (asked || (stream.isTTY ? !refused : false)));
}

/** The columns of the terminal, or enough where there is none. */
export function widthOf(stream: NodeJS.WriteStream, otherwise = 120): number {
  return Math.max(40, stream.columns || otherwise);
}

/** Whether a terminal shows more than ASCII, as far as the environment tells; what is no terminal takes UTF-8. */
export function showsUnicode(stream: { readonly isTTY?: boolean }): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM } = process.env;
  if (!stream.isTTY) return true;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== "");
  return TERM !== "linux" && TERM !== "dumb" && (locale === undefined || /utf-?8/i.test(locale));
}

/** Writes a text and waits until it has left, so that nothing is lost when the process ends. */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === "") resolve();
    else stream.write(text, () => resolve());
  });
}

/** A line about the run itself, on standard error, and one with what to do. */
export function note(text: string, help?: string): void {
  hideProgress();
  process.stderr.write(`promql-lint: ${visible(text)}\n${help === undefined ? "" : `help: ${visible(help)}\n`}`);
}
