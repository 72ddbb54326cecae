/** What was found for the latest keys. */
export interface Recent<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => void;
  /** Forgets what was not asked for lately, when there is much. Not for the middle of a computation that needs it. */
  readonly trim: () => void;
}

/**
 * Remembers at least the latest `size` results, up to the next `trim` all of them. A WeakMap would do too, but then every
 * query keeps its facts until the old generation is collected, and linting takes half as long again.
 */
export function recent<K, V>(size: number): Recent<K, V> {
  let latest = new Map<K, V>();
  let before = new Map<K, V>();
  return {
    get(key) {
      const found = latest.get(key);
      if (found !== undefined) return found;
      const kept = before.get(key);
      if (kept !== undefined) latest.set(key, kept);
      return kept;
    },
    set(key, value) {
      latest.set(key, value);
    },
    trim() {
      if (latest.size < Math.max(size, before.size / 2)) return;
      before = latest;
      latest = new Map();
    },
  };
}
