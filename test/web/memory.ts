import type { Kept } from "../../src/web/kept.js";

/** A storage for tabs that share it, and what it holds. Writing tells the other tabs, as browsers do. */
export function sharedMemory() {
  const texts = new Map<string, string>();
  const tabs: { readonly key: string; readonly changed: () => void; readonly tab: Kept }[] = [];
  const openTab = (): Kept => {
    const tab: Kept = {
      read: (key) => texts.get(key),
      write(key, text) {
        texts.set(key, text);
        for (const other of tabs) if (other.tab !== tab && other.key === key) other.changed();
        return true;
      },
      follow(key, changed) {
        const entry = { key, changed, tab };
        tabs.push(entry);
        return () => void tabs.splice(tabs.indexOf(entry), 1);
      },
    };
    return tab;
  };
  return { texts, openTab };
}

/** A storage that the browser refuses. */
export const refused: Kept = { read: () => undefined, write: () => false, follow: () => () => undefined };
