import type { Moment } from "./graph-text.js";
import { lookOf } from "./looks.js";

/** The series of a graph by their places, with their values at a moment, and whom to tell what the reader wants to see. */
export interface LegendProps {
  readonly names: readonly string[];
  readonly moment: Moment;
  readonly hidden: ReadonlySet<number>;
  readonly onHidden: (hidden: ReadonlySet<number>) => void;
  /** Given the series that is pointed at, or nothing. */
  readonly onPoint: (series: number | undefined) => void;
}

/** A button for each series, which hides it and shows it again. */
export function Legend({ names, moment: { when, values }, hidden, onHidden, onPoint }: LegendProps) {
  return (
    <div class="results-legend">
      <p class="results-legend-head">
        <span>{when}</span>
        {names.length > 1 && (
          <button
            type="button"
            onClick={() => onHidden(hidden.size > 0 ? new Set() : new Set(names.map((_, series) => series)))}
          >
            {hidden.size > 0 ? "Show all" : "Hide all"}
          </button>
        )}
      </p>
      <ul>
        {names.map((name, series) => (
          <li key={series}>
            <button
              type="button"
              aria-pressed={!hidden.has(series)}
              onClick={() => onHidden(toggled(hidden, series))}
              onMouseEnter={() => onPoint(series)}
              onMouseLeave={() => onPoint(undefined)}
              onFocus={() => onPoint(series)}
              onBlur={() => onPoint(undefined)}
            >
              <Swatch series={series} isAlone={names.length === 1} />
              <span class="results-name">{name}</span>
              <span class="results-reading">{values[series]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function toggled(hidden: ReadonlySet<number>, series: number): ReadonlySet<number> {
  const changed = new Set(hidden);
  if (!changed.delete(series)) changed.add(series);
  return changed;
}

/** A piece of the line of a series. */
function Swatch({ series, isAlone }: { readonly series: number; readonly isAlone: boolean }) {
  const { color, dash } = lookOf(series);
  return (
    <svg width="36" height="8" aria-hidden="true" style={{ color: `var(--results-${color})` }}>
      <line
        x1="0"
        y1="4"
        x2="36"
        y2="4"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-dasharray={isAlone ? "" : dash.join(" ")}
      />
    </svg>
  );
}
