/** Hands on what the last of several questions gives: what an earlier one gives later is lost. */
export interface Latest {
  /**
   * Nothing where another question was asked meanwhile, or none is wanted any more. Else `settled` is called first, also where
   * the question fails.
   */
  readonly of: <T>(asked: Promise<T>, settled?: () => void) => Promise<{ readonly value: T } | undefined>;
  /** Nothing that is asked is wanted any more. */
  readonly drop: () => void;
}

/** No question has been asked yet. */
export function latest(): Latest {
  let count = 0;
  return {
    async of(asked, settled) {
      const own = ++count;
      try {
        const value = await asked;
        return own === count ? { value } : undefined;
      } finally {
        if (own === count) settled?.();
      }
    },
    drop() {
      count++;
    },
  };
}
