import { formatDuration } from "../../promql/durations.js";
import type { ChosenTimes } from "./chosen-times.js";
import { offeredRanges } from "./chosen-times.js";
import { fieldText, readField } from "./moment-field.js";

/** When a query is asked, and whom to tell of another choice. */
export interface TimesChoiceProps {
  readonly times: ChosenTimes;
  readonly onTimes: (times: ChosenTimes) => void;
}

/** Chooses between a moment and a range, and which. */
export function TimesChoice({ times, onTimes }: TimesChoiceProps) {
  const moment = times.kind === "instant" ? times.time : times.end;
  const ranges = times.kind === "range" ? [...new Set([...offeredRanges, times.last])].sort((a, b) => a - b) : [];
  const isRange = times.kind === "range";
  return (
    <fieldset class="playground-times">
      <legend class="page-unseen">When the query is asked</legend>
      <div class="playground-kinds">
        <label>
          <input
            type="radio"
            name="playground-kind"
            checked={!isRange}
            onChange={() => onTimes({ kind: "instant", ...(moment !== undefined && { time: moment }) })}
          />
          At a moment
        </label>
        <label>
          <input
            type="radio"
            name="playground-kind"
            checked={isRange}
            onChange={() => onTimes({ kind: "range", last: 3600, ...(moment !== undefined && { end: moment }) })}
          />
          Over a range
        </label>
      </div>
      {times.kind === "range" && (
        <label class="playground-field">
          Last
          <select
            value={String(times.last)}
            onChange={({ currentTarget }) => onTimes({ ...times, last: Number(currentTarget.value) })}
          >
            {ranges.map((seconds) => (
              <option key={seconds} value={String(seconds)}>
                {formatDuration(seconds)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="playground-field">
        {isRange ? "until" : "Time"} (UTC)
        <input
          type="datetime-local"
          step={1}
          value={fieldText(moment)}
          onChange={({ currentTarget }) => onTimes(withMoment(times, readField(currentTarget.value)))}
        />
      </label>
      {moment === undefined ? (
        <span class="playground-quiet">empty: now</span>
      ) : (
        <button type="button" onClick={() => onTimes(withMoment(times, undefined))}>
          Now
        </button>
      )}
    </fieldset>
  );
}

function withMoment(times: ChosenTimes, moment: number | undefined): ChosenTimes {
  if (times.kind === "instant") return { kind: "instant", ...(moment !== undefined && { time: moment }) };
  return { kind: "range", last: times.last, ...(moment !== undefined && { end: moment }) };
}
