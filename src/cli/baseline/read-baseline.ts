import { existsSync } from "node:fs";
import { placed, readData, type DataProblem } from "../../schema/read-data.js";
import { validateData } from "../../schema/validate.js";
import { CommandError, exitStatus } from "../exit.js";
import { readInput } from "../inputs.js";
import { baselineSchema, type BaselineFile } from "./baseline-schema.js";
import { addFindings, type KnownFindings } from "./known-findings.js";

/** The findings of a baseline; none where there is no such file. Ends the command where the file is no baseline. */
export async function readBaseline(file: string): Promise<KnownFindings> {
  if (!existsSync(file)) return new Map();
  const input = await readInput({ path: file });
  if ("reason" in input) throw new CommandError(exitStatus.failure, `${file}: ${input.reason}`);
  const read = parseJson(input.text) ?? (await readData(file, input.text));
  if (!("data" in read)) throw refused(read);
  const checked = await validateData<BaselineFile>(read.data, baselineSchema);
  if ("value" in checked) return addFindings(new Map(), checked.value.findings);

  const again = await readData(file, input.text);
  if (!("places" in again)) throw refused(again);
  const [first] = placed(checked.faults.slice(0, 1), again.places);
  throw first ? refused(first) : noBaseline(file, "it does not fit its schema");
}

/** The quick way; places are only worked out for a file that is wrong. */
function parseJson(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function refused({ at: { path, line, column }, message }: DataProblem): CommandError {
  return noBaseline(`${path}:${line}:${column}`, message);
}

function noBaseline(place: string, reason: string): CommandError {
  const help = "name a baseline, or remove the file and write it anew with --write-baseline behind the files";
  return new CommandError(exitStatus.usage, `${place}: is no baseline: ${reason}`, help);
}
