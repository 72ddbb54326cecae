import type { Edit, Fix, FixSafety, Problem } from "../problem.js";

/** The only fix of a problem, and its title as the help. */
export function mending(
  title: string,
  edits: readonly Edit[],
  safety: FixSafety = "safe",
): Required<Pick<Problem, "help">> & { readonly fixes: readonly Fix[] } {
  return { help: title.charAt(0).toLowerCase() + title.slice(1), fixes: [{ title, safety, edits }] };
}
