import { validateData } from "../schema/validate.js";
import type { Progress } from "./session.js";

const text = { type: "string", maxLength: 20_000 };

const progressSchema = {
  type: "object",
  required: ["version", "exercise", "solved", "hints", "answers"],
  properties: {
    version: { const: 1 },
    exercise: text,
    solved: { type: "object", additionalProperties: text },
    hints: { type: "object", additionalProperties: { type: "integer", minimum: 0 } },
    answers: { type: "array", items: text },
  },
};

/** Progress as it is kept; ends with a line break. */
export function progressText(progress: Progress): string {
  return `${JSON.stringify(progress, null, 2)}\n`;
}

/** Reads kept progress; nothing where the text is none. */
export async function readProgress(kept: string): Promise<Progress | undefined> {
  const validated = await validateData<Progress>(parsed(kept), progressSchema);
  return "value" in validated ? validated.value : undefined;
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}
