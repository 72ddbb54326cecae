import { numberText } from "../../promql/numbers.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import { visible } from "../../report/visible.js";
import { quantityNotes } from "../../results/quantity-notes.js";
import { CopyButtons } from "./copy-buttons.js";

/** An answer that is one value, and its unit where it is known. */
export interface SingleProps {
  readonly answer: QueryAnswer;
  readonly unit: string | undefined;
}

/** A number or a text without labels. */
export function Single({ answer, unit }: SingleProps) {
  const { result } = answer;
  if (result.type !== "scalar" && result.type !== "string") return null;
  const text = result.type === "scalar" ? numberText(result.sample.value) : visible(JSON.stringify(result.text));
  const [note] = (result.type === "scalar" && quantityNotes([result.sample], unit)) || [];
  return (
    <>
      <p class="results-single">
        {text} {note !== undefined && <span class="results-note">{note}</span>}
      </p>
      <CopyButtons answer={answer} />
    </>
  );
}
