import { CommandError, exitStatus } from "../exit.js";
import { readInput } from "../inputs.js";
import { shownPath } from "../paths.js";

/** The text of a file that holds a certificate or a key; ends the command where it cannot be read. */
export async function readNamed(file: string, what: string): Promise<string> {
  const input = await readInput({ path: file });
  if ("text" in input) return input.text;
  throw new CommandError(exitStatus.failure, `${what} in ${shownPath(file)}: ${input.reason}`);
}

/** A password or a token out of a file, without the space around it. */
export async function readSecret(file: string, what: string): Promise<string> {
  const secret = (await readNamed(file, what)).trim();
  if (secret !== "") return secret;
  throw new CommandError(exitStatus.usage, `${what} in ${shownPath(file)}: the file is empty`);
}
