import fc from "fast-check";

/** A piece of a query: words, blanks, and what YAML, JSON or PromQL writes in a way of its own. */
export const queryPiece = fc.constantFrom(
  ...["up", "sum(", ")", " ", "  ", "\n", "\n  ", '"', "'", "\\", "#", ": ", ",", "😀", "é", "\t", "{", "}"],
);
