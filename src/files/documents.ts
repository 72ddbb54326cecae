import type { Problem, Span } from "../syntax/problem.js";
import { parseJson } from "./json-documents.js";
import type { Node } from "./node.js";
import { parseYaml } from "./yaml/package.js";
import { readPlainYaml } from "./yaml/reader.js";

/** Why a document is no YAML. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Where it begins and ends in the file. */
  readonly pos: readonly [number, number];
}

/** A document of a file. It has a root where it is sound, and a mapping or a list. */
export interface TextDocument {
  readonly root: Node | undefined;
  /** What YAML itself has against it. */
  readonly errors: readonly YamlError[];
  /** What is wrong with its aliases. */
  readonly problem?: Problem;
  /** Where it begins; missing where it is sound for certain. */
  readonly from?: number;
}

/** The documents of a file. */
export interface TextDocuments {
  readonly documents: readonly TextDocument[];
  readonly comments: readonly Span[];
  /** The limit at which reading has ended. */
  readonly limit?: Problem;
}

/**
 * The documents of a JSON or YAML text. The two fast readers answer only where they are sure; the `yaml` package reads
 * everything else, and it alone finds mistakes. Never throws, and takes time linear in the text.
 */
export function parseDocuments(text: string): TextDocuments {
  const json = parseJson(text);
  if (json) return json;
  const plain = readPlainYaml(text);
  if (!plain) return parseYaml(text);
  return { documents: plain.roots.map((root) => ({ root, errors: [] })), comments: plain.comments };
}
