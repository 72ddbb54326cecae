import { describe, expect, test } from "vitest";
import type { Config, ConfigLayer } from "../../src/config/config.js";
import { mergeLayers, mergeRuleSettings } from "../../src/config/merge.js";

/** Layers in folders of their own, `/0`, `/1`, … */
function layers(...configs: readonly Config[]): readonly ConfigLayer[] {
  return configs.map((config, k) => ({ name: `layer ${k}`, folder: `/${k}`, config }));
}

const at = (file: string) => () => file;

describe("mergeLayers", () => {
  test("what stands later wins, key by key; metrics add up, the winning ones first", async () => {
    const merged = await mergeLayers(
      layers(
        { rules: { a: "error", b: "off" }, prometheus: { version: "2.53" }, scrapeInterval: "1m", metrics: ["x"] },
        { rules: { b: "on" }, prometheus: { features: ["promql-duration-expr"] }, metrics: ["y", "z"] },
      ),
    );
    expect(merged).toEqual({
      rules: { a: "error", b: "on" },
      prometheus: { version: "2.53", features: ["promql-duration-expr"] },
      scrapeInterval: "1m",
      metrics: [
        { folder: "/1", path: "y", layer: "layer 1", keys: ["metrics", "0"] },
        { folder: "/1", path: "z", layer: "layer 1", keys: ["metrics", "1"] },
        { folder: "/0", path: "x", layer: "layer 0", keys: ["metrics", "0"] },
      ],
    });
  });

  test("an override beats its own layer, and a later layer beats the override", async () => {
    const overridden: Config = {
      rules: { a: "error", b: "error" },
      overrides: [{ files: "*.yaml", rules: { a: "off", b: "off" } }],
    };
    const { rules } = await mergeLayers(layers(overridden, { rules: { b: "info" } }), at("x/a.yaml"));
    expect(rules).toEqual({ a: "off", b: "info" });
  });

  test("without a file no override holds", async () => {
    const { rules } = await mergeLayers(layers({ overrides: [{ files: "**", rules: { a: "off" } }] }));
    expect(rules).toEqual({});
  });

  test.each<[string | string[], string | undefined, string, boolean]>([
    ["*.yaml", undefined, "a.yaml", true],
    ["*.yaml", undefined, "deep/er/a.yaml", true],
    ["*.yaml", undefined, "a.yml", false],
    ["rules/*.yaml", undefined, "rules/a.yaml", true],
    ["rules/*.yaml", undefined, "rules/deep/a.yaml", false],
    ["rules/*.yaml", undefined, "other/rules/a.yaml", false],
    ["rules/**", undefined, "rules/deep/a.yaml", true],
    ["./rules/**", undefined, "rules/a.yaml", true],
    ["**/.github/**", undefined, ".github/a.yaml", true],
    ["rules/**", "*.test.yaml", "rules/a.test.yaml", false],
    ["rules/**", "*.test.yaml", "rules/a.yaml", true],
    [["a.yaml", "b.yaml"], undefined, "b.yaml", true],
    ["rules/[[]x[]].yaml", undefined, "rules/[x].yaml", true],
    ["größe ✓/*", undefined, "größe ✓/a b.yaml", true],
    ["**/*.yaml", undefined, "../a.yaml", false],
    ["../others/*.yaml", undefined, "../others/a.yaml", true],
  ])("files %j but not %j, and %s: %s", async (files, excludedFiles, file, expected) => {
    const override = { files, ...(excludedFiles !== undefined && { excludedFiles }), rules: { a: "off" as const } };
    const { rules } = await mergeLayers(layers({ overrides: [override] }), at(file));
    expect("a" in rules).toBe(expected);
  });
});

describe("mergeRuleSettings", () => {
  test.each([
    ["error", "off", "off"],
    ["off", "on", "on"],
    [["error", { x: 1 }], "info", ["info", { x: 1 }]],
    [["error", { x: 1 }], "on", ["on", { x: 1 }]],
    [["error", { x: 1 }], "off", "off"],
    [
      ["error", { x: 1 }],
      ["info", { y: 2 }],
      ["info", { y: 2 }],
    ],
  ] as const)("%j below %j is %j", (below, above, expected) => {
    expect(mergeRuleSettings({ a: below, b: "info" }, { a: above })).toEqual({ a: expected, b: "info" });
  });
});
