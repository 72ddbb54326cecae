import fc, { type Arbitrary } from "fast-check";

/** A job with the labels of its targets and the rules that they go through, as a configuration holds them. */
export interface RandomJob {
  readonly targets: readonly Readonly<Record<string, string>>[];
  readonly rules: readonly object[];
}

const names = ["a", "b", "__meta_c", "__meta_d_e", "__tmp_f", "instance"];
const source = fc.constantFrom(...names, "job", "__address__", "missing");
const target = fc.constantFrom("a", "b", "__tmp_f", "new", "instance");
const value = fc.constantFrom("", "x", "y", "X;y", "xy", "true", "Ünïß", "x1", "true;x", "10.0.0.1:80", "x\ny");
const regex = fc.constantFrom(
  ...["x", "y|x", "(.*)", "(.+)", "", ".*", "x.*", "(x)(.*)", "(?P<first>x)?(y?)", "[a-z]+", ".+;.*", "(x|y);true"],
  ...["\\w+", "true", "(?i:X).*", "([^:]+)(?::\\d+)?", "(.*);(.*)", "[^;]*"],
);
const replacement = fc.constantFrom(
  "$1",
  "${1}",
  "$2-$1",
  "",
  "z",
  "$first",
  "${first}_",
  "$1x",
  "$$1",
  "$0",
  "${1",
  "$01",
);
const separator = fc.constantFrom(";", "", "/", "--");
const sources = fc.array(source, { maxLength: 3 });

const rule: Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      {
        source_labels: sources,
        separator,
        regex,
        replacement,
        target_label: fc.oneof(
          { weight: 5, arbitrary: target },
          { weight: 1, arbitrary: fc.constantFrom("${1}", "n_$1") },
        ),
        action: fc.constant("replace"),
      },
      { requiredKeys: ["target_label"] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ source_labels: sources, separator, regex, action: fc.constantFrom("keep", "drop", "DROP") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      source_labels: sources,
      target_label: target,
      action: fc.constantFrom("keepequal", "dropequal", "lowercase", "uppercase"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      source_labels: sources,
      separator,
      target_label: target,
      modulus: fc.constantFrom(1, 2, 7, 1000, 2 ** 40),
      action: fc.constant("hashmod"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { action: "labelmap", regex: "__meta_(.+)" },
      { action: "labelmap", regex: "(a|b)", replacement: "m_$1" },
      { action: "labelmap", regex: "__meta_(c|d)(.*)", replacement: "${1}${2}_x" },
      { action: "labeldrop", regex: "a|__meta_.*" },
      { action: "labeldrop", regex: "__.*c|b" },
      { action: "labelkeep", regex: "__.*|a|job" },
    ),
  },
);

const labels = fc.dictionary(fc.constantFrom(...names.filter((name) => name !== "instance"), "job"), value, {
  maxKeys: 5,
});

/** Any job; each of its targets has an address of its own. */
export const randomJob: Arbitrary<RandomJob> = fc.record({
  targets: fc.array(labels, { minLength: 3, maxLength: 6 }),
  rules: fc.array(rule, { minLength: 1, maxLength: 6 }),
});
