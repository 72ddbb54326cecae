import type { Problem } from "../syntax/problem.js";

/** The longest file that is read, in UTF-16 units: 16 Mi. */
export const maxFileSize = 16 * 1024 * 1024;

/** How many mappings and lists may stand within each other. */
export const maxNesting = 500;

/** Says that a text is nested too deep from here. */
export function tooDeep(from: number): Problem {
  return limitProblem("too-deep", from, `more than ${maxNesting} lists and mappings stand within each other`);
}

/** Says that a text is not read from here. */
export function limitProblem(code: string, from: number, why: string): Problem {
  return { code, severity: "error", at: { from, to: from + 1 }, message: `The file is not checked from here: ${why}` };
}
