import { numberText } from "../promql/numbers.js";
import { quantityText, type Scale, scaleFor } from "./quantity.js";

/** Where something stands on an axis, from 0 to 1, and what is written there. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** An axis of values. */
export interface ValueAxis {
  /** Where a value stands, from 0 to 1; beyond them for one that lies outside. */
  readonly position: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** An axis for finite values between two of them, with about so many round ticks. Zero is on it where it is near. */
export function valueAxis(least: number, greatest: number, unit: string | undefined, wanted: number): ValueAxis {
  const [low, high] = domain(least, greatest);
  const scale = scaleFor(unit, Math.max(Math.abs(low), Math.abs(high)));
  const step = roundStep(high / scale.factor / wanted - low / scale.factor / wanted);
  const [from, to] = [Math.floor(low / scale.factor / step), Math.ceil(high / scale.factor / step)];
  if (!(step > 0) || !Number.isSafeInteger(from) || !Number.isSafeInteger(to) || to - from > 100) {
    return coarseAxis(low, high, scale);
  }
  const ends = [from, to].map((count) => count * step * scale.factor);
  if (!ends.every(Number.isFinite)) return coarseAxis(low, high, scale);
  const position = positionBetween(ends[0] ?? low, ends[1] ?? high);
  const texts = Array.from({ length: to - from + 1 }, (_, k) => tickText((from + k) * step, step, scale));
  if (new Set(texts).size < texts.length) return coarseAxis(low, high, scale);
  return { position, ticks: texts.map((text, k) => ({ at: k / (to - from), text })) };
}

/** What the axis shows: room around a single value, and zero where most of the way to it is shown anyway. */
function domain(least: number, greatest: number): readonly [number, number] {
  if (least === greatest) {
    if (least === 0) return [0, 1];
    return least > 0 ? [0, clampFinite(least * 2)] : [clampFinite(least * 2), 0];
  }
  if (least > 0 && least < greatest * 0.6) return [0, greatest];
  if (greatest < 0 && greatest > least * 0.6) return [least, 0];
  return [least, greatest];
}

function clampFinite(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

/** For values of which no round ones can be told apart: only the ends are named. */
function coarseAxis(low: number, high: number, scale: Scale): ValueAxis {
  const position = positionBetween(low, high);
  const texts = [low, high].map((value) => quantityText(value, scale, 5));
  const exact = texts[0] === texts[1] ? [low, high].map(numberText) : texts;
  return { position, ticks: exact.map((text, at) => ({ at, text })) };
}

/** Halves keep the difference of the greatest numbers finite; a subnormal one loses nothing that could be drawn. */
function positionBetween(low: number, high: number): (value: number) => number {
  const size = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const span = high / size - low / size;
  return (value) => (span === 0 ? 0.5 : (value / size - low / size) / span);
}

/** The least of 1, 2 and 5 with any number of zeros that is not below a number. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-9)) ?? least;
}

function tickText(value: number, step: number, { suffix }: Scale): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const isPlain = decimals <= 6 && Math.abs(value) < 1e7;
  const text = isPlain ? value.toFixed(decimals) : quantityText(value, { factor: 1, suffix: "" }, 6);
  return (/^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text) + suffix;
}
