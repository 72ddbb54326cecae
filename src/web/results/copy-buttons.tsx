import { useState } from "preact/hooks";
import type { QueryAnswer } from "../../prometheus/index.js";
import { resultCsv } from "../../results/csv.js";
import { answerJson } from "../../results/json.js";
import { isCopied } from "../clipboard.js";

const formats = [
  { name: "CSV", write: ({ result }: QueryAnswer) => resultCsv(result) },
  { name: "JSON", write: answerJson },
] as const;

/** Buttons that copy an answer with all its digits. */
export function CopyButtons({ answer }: { readonly answer: QueryAnswer }) {
  const [said, setSaid] = useState<{ readonly of: QueryAnswer; readonly text: string }>();
  const copy = async (name: string, text: string) => {
    setSaid({
      of: answer,
      text: (await isCopied(text)) ? `Copied as ${name}` : "The browser does not let this page copy",
    });
  };
  return (
    <div class="results-copy">
      {formats.map(({ name, write }) => (
        <button key={name} type="button" onClick={() => void copy(name, write(answer))}>
          Copy {name}
        </button>
      ))}
      <span role="status">{said?.of === answer ? said.text : ""}</span>
    </div>
  );
}
