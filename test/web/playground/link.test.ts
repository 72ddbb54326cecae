import { expect, test } from "vitest";
import { hashOf } from "../../../src/web/route.js";
import { linkTo } from "../../../src/web/playground/link.js";

test.each<[string, string, string | undefined]>([
  ["http://a/", "#/playground", "http://a/#/playground"],
  ["http://a/b/?c=d#/old?query=x", "#/playground?query=up", "http://a/b/?c=d#/playground?query=up"],
  ["http://a/", hashOf({ view: "playground", query: "x".repeat(10_000) }), undefined],
])("from %j", (page, hash, link) => {
  expect(linkTo(page, hash)).toBe(link);
});
