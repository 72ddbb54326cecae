import { collect } from "../files/embedded.js";
import { DocumentReader } from "../files/document-reader.js";
import { parseDocuments } from "../files/documents.js";
import { maxFileSize } from "../files/limits.js";
import { yamlProblem } from "../files/yaml/problem.js";

/** The first document of a YAML file, the only one that Prometheus reads, with what YAML has against it. */
export function openDocument(path: string, text: string): DocumentReader {
  const collected = collect(path, text);
  if (text.length > maxFileSize) {
    const message = `The file is longer than ${maxFileSize / 1024 / 1024} MiB`;
    collected.problems.push({ code: "too-large", severity: "error", at: { from: 0, to: 0 }, message });
    return new DocumentReader(collected, { root: undefined, errors: [] });
  }
  const { documents, limit } = parseDocuments(text);
  const document = documents[0] ?? { root: undefined, errors: [] };
  const [error] = document.errors;
  if (error) collected.problems.push(yamlProblem(error, text));
  if (document.problem) collected.problems.push(document.problem);
  if (limit) collected.problems.push(limit);
  return new DocumentReader(collected, document);
}
