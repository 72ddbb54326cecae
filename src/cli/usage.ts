/** How the command is used: what its help begins with, and what it says where nothing is given. */
export const usage = `promql-lint [options] [files...]
       promql-lint <command> [options]`;

/** Where somebody begins who has not used the command, or PromQL, before. */
export const firstSteps = `\`promql-lint lint --help\` lists the options for files and queries.
New to PromQL? \`promql-lint learn\` teaches it by doing, on a small cluster that is built in.`;

/** The end of the help of a command: what its exit status says. */
export function exitHelp(ok: string, findings?: string): string {
  return `
Exit status:
  0  ${ok}${findings === undefined ? "" : `\n  1  ${findings}`}
  2  wrong use
  3  something could not be read, reached or written`;
}
