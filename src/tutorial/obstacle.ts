import type { Difference } from "./help/difference.js";
import type { Words } from "./help/words.js";

/** What keeps a query from passing. */
export type Obstacle =
  /** A server rejects it: the errors among the diagnostics say why. */
  | { readonly kind: "rejected"; readonly codes: readonly string[]; readonly help?: string }
  /** It is no query, but words of everyday language. */
  | ({ readonly kind: "words" } & Words)
  /** It cannot be evaluated. */
  | ({ readonly kind: "failed" } & Words)
  /** It has a warning or an error. */
  | ({ readonly kind: "finding"; readonly code: string } & Words)
  /** It lacks a construct that the exercise is about, or has one that it must not have. */
  | { readonly kind: "construct"; readonly needs: boolean; readonly name: string; readonly why?: string }
  | ({ readonly kind: "difference"; readonly difference: Difference } & Words)
  /** What its tree says of the result, and is not wanted; `start`: it is the query to start from. */
  | ({ readonly kind: "type" | "labels" | "start" } & Words)
  /** It is a number, where series are to be read. */
  | ({ readonly kind: "number" } & Words);

/** Whether an obstacle is the one with this code, or a difference of this kind. */
export function isObstacle(obstacle: Obstacle, code: string): boolean {
  switch (obstacle.kind) {
    case "rejected":
      return obstacle.codes.includes(code);
    case "finding":
      return obstacle.code === code;
    case "difference":
      return obstacle.difference.kind === code;
    case "failed":
    case "construct":
    case "type":
    case "labels":
    case "start":
    case "words":
    case "number":
      return obstacle.kind === code;
  }
}
