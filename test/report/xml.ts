import { XMLParser } from "fast-xml-parser";

/** An element as it is read: its attributes begin with `@`, its text is `#text`, what stands in it is a list by name. */
export interface Xml {
  readonly [name: string]: readonly Xml[] | string | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  htmlEntities: true,
});

/** Reads an XML document with a parser that knows nothing of ours; throws where it is none. */
export function readXml(text: string): Xml {
  // What XML 1.0 forbids, which the parser does not look for: https://www.w3.org/TR/xml/#charsets
  const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (forbidden) throw new Error(`${JSON.stringify(forbidden[0])} is forbidden`);
  // The validator of its own that it points to is another package.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return parser.parse(text, true) as Xml;
}

/** The elements of a name within another. */
export function childrenOf(parent: Xml | undefined, name: string): readonly Xml[] {
  const found = parent?.[name];
  return typeof found === "object" ? found : [];
}
