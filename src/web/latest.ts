/** Hands on what the last of several questions gives: what an earlier one gives later is lost. */
export interface Latest {
  /** Nothing where another question was asked meanwhile, or none is wanted any more. */
  readonly of: <T>(asked: Promise<T>) => Promise<{ readonly value: T } | undefined>;
  /** Nothing that is asked is wanted any more. */
  readonly drop: () => void;
}

/** No question has been asked yet. */
export function latest(): Latest {
  let count = 0;
  return {
    async of(asked) {
      const own = ++count;
      const value = await asked;
      return own === count ? { value } : undefined;
    },
    drop() {
      count++;
    },
  };
}
