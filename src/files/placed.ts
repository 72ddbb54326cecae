import type { Fix, Problem } from "../syntax/problem.js";
import type { TextMap } from "./text-map.js";

type Places = Pick<Problem, "at" | "because" | "fixes">;

/** The places of a problem of a text, led to the file. A fix that cannot be written in the file is left out. */
export function placed({ at, because, fixes }: Places, map: TextMap): Places {
  return {
    at: map.span(at),
    ...(because && { because: because.map((cause) => ({ ...cause, at: map.span(cause.at) })) }),
    ...(fixes && { fixes: fixes.flatMap((fix) => placedFix(fix, map)) }),
  };
}

function placedFix(fix: Fix, map: TextMap): readonly Fix[] {
  const edits = map.rewrite(fix.edits);
  return edits ? [{ ...fix, edits }] : [];
}
