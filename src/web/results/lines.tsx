import { useState } from "preact/hooks";
import { plural } from "../../syntax/plural.js";

/** Lines of a cell that are shown at first. */
const firstLines = 12;

/** A cell of several lines. */
export function Lines({ text }: { readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const lines = text.split("\n");
  const rest = lines.length - firstLines;
  return (
    <>
      {(isOpen ? lines : lines.slice(0, firstLines)).join("\n")}
      {rest > 0 && (
        <div>
          <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? "Show fewer" : `Show ${plural(rest, "more line")}`}
          </button>
        </div>
      )}
    </>
  );
}
