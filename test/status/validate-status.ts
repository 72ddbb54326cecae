import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const schema: unknown = JSON.parse(readFileSync("docs/schemas/status.schema.json", "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as object);

/** What a status as JSON has otherwise than its schema says; nothing is an empty list. */
export function statusFaults(text: string): readonly string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
