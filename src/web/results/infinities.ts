import type uPlot from "uplot";
import type { GraphData } from "./graph-data.js";

/** Draws a triangle at the edge for each value that lies beyond every other. Series without a colour are left out. */
export function drawInfinities(
  plot: uPlot,
  { times, values }: GraphData,
  colorOf: (series: number) => string | undefined,
): void {
  const { ctx, bbox } = plot;
  const size = 5 * devicePixelRatio;
  for (const [series, own] of values.entries()) {
    const color = colorOf(series);
    if (color === undefined) continue;
    ctx.fillStyle = color;
    for (const [k, value] of own.entries()) {
      if (value !== Infinity && value !== -Infinity) continue;
      const x = plot.valToPos(times[k] ?? 0, "x", true);
      const [edge, inwards] = value > 0 ? [bbox.top, size] : [bbox.top + bbox.height, -size];
      ctx.beginPath();
      ctx.moveTo(x, edge);
      ctx.lineTo(x - size, edge + 1.6 * inwards);
      ctx.lineTo(x + size, edge + 1.6 * inwards);
      ctx.fill();
    }
  }
}
