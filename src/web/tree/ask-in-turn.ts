/** Asks questions one after the other. */
export interface Turns<K> {
  /** Appends questions; one that has been asked before is not asked again. */
  readonly ask: (keys: readonly K[]) => void;
  /** Asks no further question, and tells no further answer. */
  readonly stop: () => void;
}

/**
 * Does some work for each key, at most so many at once, in the order in which they were asked for. Where
 * `work` rejects, which nobody hears but the page, the next one has its turn all the same.
 */
export function inTurn<K>(atOnce: number, work: (key: K) => Promise<void>): Turns<K> {
  const known = new Set<K>();
  let queue: K[] = [];
  let running = 0;

  function goOn(): void {
    while (running < atOnce) {
      const [key] = queue.splice(0, 1);
      if (key === undefined) return;
      running++;
      void work(key).finally(() => {
        running--;
        goOn();
      });
    }
  }

  return {
    ask(keys) {
      const added = keys.filter((key) => !known.has(key));
      for (const key of added) known.add(key);
      queue.push(...added);
      goOn();
    },
    stop() {
      queue = [];
    },
  };
}
