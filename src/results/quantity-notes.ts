import type { Sample } from "../prometheus/result.js";
import { quantityText, scaleFor } from "./quantity.js";

/** What stands beside values that are hard to read: bytes as KiB, seconds as hours. Nothing where that says no more. */
export function quantityNotes(samples: readonly Sample[], unit: string | undefined): readonly string[] | undefined {
  if (!/^(?:bytes|seconds)(?: per second)?$/.test(unit ?? "")) return undefined;
  const texts = samples.map((sample) => {
    if (!("value" in sample) || !Number.isFinite(sample.value)) return "";
    const scale = scaleFor(unit, sample.value);
    return scale.factor === 1 ? "" : quantityText(sample.value, scale);
  });
  return texts.every((text) => text === "") ? undefined : texts;
}
