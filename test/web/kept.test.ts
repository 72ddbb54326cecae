// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { kept } from "../../src/web/kept.js";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("what is written is read, below a name of this page", () => {
  expect(kept.read("a")).toBeUndefined();
  expect(kept.write("a", "text")).toBe(true);
  expect(kept.read("a")).toBe("text");
  expect(localStorage.getItem("a")).toBeNull();
});

test("a browser that refuses keeps nothing, and nothing fails", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("refused", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    clear: () => undefined,
  });
  expect(kept.read("a")).toBeUndefined();
  expect(kept.write("a", "text")).toBe(false);
});

test("other tabs are followed, for one key, until that is ended", () => {
  const changed = vi.fn();
  const end = kept.follow("a", changed);
  const tell = (key: string | null) => dispatchEvent(new StorageEvent("storage", { key }));
  tell("promql-lint/a");
  tell("promql-lint/b");
  tell(null);
  end();
  tell("promql-lint/a");
  expect(changed).toHaveBeenCalledTimes(2);
});
