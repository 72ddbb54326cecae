import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MatrixSeries } from "../../prometheus/index.js";
import type { ChartRange } from "../../results/chart.js";
import { greatestSeries } from "../../results/greatest-series.js";
import { nameText } from "../../results/series-labels.js";
import { type GraphData, graphData, hasHistograms } from "./graph-data.js";
import { graphText, keyedCursor, momentOf, readingText } from "./graph-text.js";
import { roomFor } from "./room.js";
import { seriesNames } from "./series-names.js";
import { Legend } from "./legend.js";
import { createPlot, type Plot } from "./plot.js";

/** Series over a range of time, and the unit of their values where it is known. */
export interface GraphProps {
  readonly series: readonly MatrixSeries[];
  readonly range: ChartRange;
  readonly unit: string | undefined;
}

/** Series that are drawn; of more than these the eye tells none apart. */
const mostDrawn = 50;

/** UTF-16 units of a name that is read at a glance. */
const longestName = 60;

const none: ReadonlySet<number> = new Set();

/** Series as lines over time, with a legend that hides them, and a cursor that reads their values. */
export function Graph({ series, range, unit }: GraphProps) {
  const drawn = useMemo(() => greatestSeries(series, mostDrawn), [series]);
  const data = useMemo(() => graphData(drawn, range.step), [drawn, range.step]);
  const { names, left } = useMemo(() => seriesNames(drawn, Math.min(longestName, roomFor(innerWidth))), [drawn]);
  const [hidden, setHidden] = useState({ of: drawn, places: none });
  const { target, plot, cursor } = usePlot(data, range, unit);
  const isHidden = hidden.of === drawn ? hidden.places : none;

  useEffect(() => plot?.show((place) => !isHidden.has(place)), [plot, isHidden]);

  const moment = momentOf(data, cursor, unit);
  const rest = series.length - drawn.length;
  return (
    <div class="results-graph">
      <div
        class="results-plot"
        role="slider"
        tabIndex={0}
        aria-label={graphText(data, isHidden, unit)}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, data.times.length - 1)}
        aria-valuenow={cursor ?? Math.max(0, data.times.length - 1)}
        aria-valuetext={readingText(moment, names, isHidden)}
        ref={target}
        onKeyDown={(event) => {
          const moved = keyedCursor(event.key, cursor, data.times.length);
          if (!moved) return;
          event.preventDefault();
          plot?.moveCursor(moved.place);
        }}
      />
      {rest > 0 && (
        <p class="results-quiet">
          {mostDrawn} of {series.length} series are drawn, the greatest on average. The table has all.
        </p>
      )}
      {hasHistograms(drawn) && (
        <p class="results-quiet">Native histograms are not drawn: histogram_quantile() makes numbers of them.</p>
      )}
      <Legend
        names={names}
        moment={moment}
        hidden={isHidden}
        onHidden={(places) => setHidden({ of: drawn, places })}
        onPoint={(place) => plot?.point(place)}
      />
      {left.length > 0 && (
        <p class="results-quiet">Not shown, since the others tell the series apart: {left.map(nameText).join(", ")}</p>
      )}
    </div>
  );
}

/** Draws data into an element; where the cursor stands is read from the plot. */
function usePlot(data: GraphData, range: ChartRange, unit: string | undefined) {
  const target = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<Plot>();
  const [cursor, setCursor] = useState<number>();
  useEffect(() => {
    if (!target.current) return;
    const made = createPlot(target.current, { data, range, unit, onCursor: setCursor });
    setPlot(made);
    return () => {
      made.remove();
      setPlot(undefined);
      setCursor(undefined);
    };
  }, [data, range.start, range.end, range.step, unit]);
  return { target, plot, cursor };
}
