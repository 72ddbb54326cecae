import type { DocumentReader, Node } from "../document-reader.js";
import type { Entry } from "../mapping.js";

/** What the layout of a dashboard tells beside places on the screen. */
export interface Layout {
  /** The variables by which each element repeats, by its name: its own and those of the rows and tabs around it. */
  readonly repeats: ReadonlyMap<string, readonly string[]>;
  /** All variables by which something repeats. */
  readonly repeatedBy: readonly string[];
  /** The lists of variables that rows and tabs have for themselves, and the ways to them. */
  readonly variables: readonly { readonly list: Entry; readonly path: string }[];
}

interface Item {
  readonly node: Node | undefined;
  readonly path: string;
  readonly repeatedBy: readonly string[];
}

/** Reads a layout, to which `field` leads. */
export function readLayout(reader: DocumentReader, layout: Entry | undefined, field: string): Layout {
  const repeats = new Map<string, readonly string[]>();
  const all: string[] = [];
  const variables: { list: Entry; path: string }[] = [];
  const open: Item[] = [{ node: layout?.value, path: field, repeatedBy: [] }];
  for (let item = open.pop(); item; item = open.pop()) {
    const spec = reader.peek(reader.peek(item.node)?.get("spec")?.value);
    if (!spec) continue;
    const path = `${item.path}.spec`;
    const repeat = reader.peekText(reader.peek(spec.get("repeat")?.value)?.get("value")) ?? "";
    if (repeat !== "") all.push(repeat);
    const repeatedBy = repeat === "" ? item.repeatedBy : [...item.repeatedBy, repeat];
    const name = reader.peekText(reader.peek(spec.get("element")?.value)?.get("name"));
    if (name !== undefined) repeats.set(name, repeatedBy);
    const list = spec.get("variables");
    if (list) variables.push({ list, path: `${path}.variables` });
    for (const key of ["items", "rows", "tabs"]) {
      for (const [k, node] of reader.peekItems(spec.get(key)).entries()) {
        open.push({ node, path: `${path}.${key}[${k}]`, repeatedBy });
      }
    }
    open.push({ node: spec.get("layout")?.value, path: `${path}.layout`, repeatedBy });
  }
  return { repeats, repeatedBy: all, variables };
}
