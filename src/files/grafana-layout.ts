import type { DocumentReader, Node } from "./document-reader.js";
import type { Entry } from "./mapping.js";

interface Item {
  readonly node: Node | undefined;
  readonly repeatedBy: readonly string[];
}

/** The variables by which each element repeats, by its name: its own and those of the rows and tabs around it. */
export function repeatsOf(reader: DocumentReader, layout: Entry | undefined): ReadonlyMap<string, readonly string[]> {
  const repeats = new Map<string, readonly string[]>();
  const open: Item[] = [{ node: layout?.value, repeatedBy: [] }];
  for (let item = open.pop(); item; item = open.pop()) {
    const spec = reader.peek(reader.peek(item.node)?.get("spec")?.value);
    if (!spec) continue;
    const repeat = reader.peekText(reader.peek(spec.get("repeat")?.value)?.get("value"));
    const repeatedBy = repeat === undefined || repeat === "" ? item.repeatedBy : [...item.repeatedBy, repeat];
    const name = reader.peekText(reader.peek(spec.get("element")?.value)?.get("name"));
    if (name !== undefined) repeats.set(name, repeatedBy);
    for (const list of [spec.get("items"), spec.get("rows"), spec.get("tabs")]) {
      for (const node of reader.peekItems(list)) open.push({ node, repeatedBy });
    }
    open.push({ node: spec.get("layout")?.value, repeatedBy });
  }
  return repeats;
}
