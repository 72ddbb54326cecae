import { useState } from "preact/hooks";
import type { QueryAnswer } from "../../prometheus/index.js";
import { resultCsv } from "../../results/csv.js";
import { answerJson } from "../../results/json.js";

const formats = [
  { name: "CSV", write: ({ result }: QueryAnswer) => resultCsv(result) },
  { name: "JSON", write: answerJson },
] as const;

/** Buttons that copy an answer with all its digits. */
export function CopyButtons({ answer }: { readonly answer: QueryAnswer }) {
  const [said, setSaid] = useState<{ readonly of: QueryAnswer; readonly text: string }>();
  const copy = async (name: string, text: string) => {
    const isCopied = await writeText(text);
    setSaid({ of: answer, text: isCopied ? `Copied as ${name}` : "The browser does not let this page copy" });
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

/** Whether the browser allows it: without https it has no clipboard. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
