import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { colorCount, lookOf } from "../../../src/web/results/looks.js";

const styles = ["colors", "results"].map((name) => readFileSync(`src/web/style/${name}.css`, "utf8")).join("");
const colors = new Map(
  [...styles.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, [light, dark] as const],
  ),
);

test.each(Array.from({ length: colorCount }, (_, k) => `results-${k + 1}`))(
  "a line in %s can be seen on the page, light and dark",
  (name) => {
    const contrasts = [0, 1].map((scheme) => contrast(colors.get(name)?.[scheme], colors.get("page")?.[scheme]));
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
  },
);

test("fifty series look different, the first seven also without their colours", () => {
  const looks = Array.from({ length: 50 }, (_, k) => lookOf(k));
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(50);
  expect(new Set(looks.slice(0, 7).map(({ dash }) => JSON.stringify(dash))).size).toBe(7);
});

/** Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a = "", b = ""): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((from) => {
    const share = parseInt(color.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
