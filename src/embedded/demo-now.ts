/**
 * The moment of the demo cluster where none is given, in milliseconds since 1970: the same query has the same result
 * today and tomorrow.
 */
export const demoNow = Date.UTC(2026, 2, 2, 12);
