import { visibleLines } from "../visible-lines.js";

/** A sentence with code in backticks, which has no other marks. */
export function Sentence({ text }: { readonly text: string }) {
  const parts = text.split("`").map(visibleLines);
  return <>{parts.map((part, k) => (k % 2 === 1 && k < parts.length - 1 ? <code>{part}</code> : part))}</>;
}
