/** What the browser keeps of this page for later. */
export interface Kept {
  /** Nothing where nothing is kept, or where the browser refuses. */
  readonly read: (key: string) => string | undefined;
  /** Whether the browser keeps it. */
  readonly write: (key: string, text: string) => boolean;
  /** Calls when another tab has written what stands below `key`; returns what ends that. */
  readonly follow: (key: string, changed: () => void) => () => void;
}

/** The storage of the browser, which private windows and settings may refuse at any time. */
export const kept: Kept = {
  read(key) {
    try {
      return localStorage.getItem(prefix + key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key, text) {
    try {
      localStorage.setItem(prefix + key, text);
      return true;
    } catch {
      return false;
    }
  },
  follow(key, changed) {
    const listen = (event: StorageEvent) => {
      // Without a key, all was taken away.
      if (event.key === prefix + key || event.key === null) changed();
    };
    addEventListener("storage", listen);
    return () => removeEventListener("storage", listen);
  },
};

/** Other pages may live at the same host. */
const prefix = "promql-lint/";
