import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashModulus } from "../../src/relabel/hash-modulus.js";
import { md5 } from "../../src/relabel/md5.js";

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])("the MD5 of %i bytes is that of Node", (length) => {
  const bytes = Uint8Array.from({ length }, (_, k) => (k * 37) & 255);
  expect(Buffer.from(md5(bytes)).toString("hex")).toBe(createHash("md5").update(bytes).digest("hex"));
});

test("the MD5 of any bytes is that of Node", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Buffer.from(md5(bytes))).toEqual(createHash("md5").update(bytes).digest());
    }),
  );
});

test.each([
  ["", 10],
  ["10.0.0.1:9100", 3],
  ["ä", 2 ** 40],
])("%j modulo %d", (text, modulus) => {
  const hash = createHash("md5").update(text).digest().readBigUInt64BE(8);
  expect(hashModulus(text, modulus)).toBe(String(hash % BigInt(modulus)));
});
