/** Whether a query runs, and what the button does. */
export interface RunButtonProps {
  readonly isRunning: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** Runs a query, or stops the one that runs. */
export function RunButton({ isRunning, onRun, onStop }: RunButtonProps) {
  return (
    <button type="button" class="page-button-main" onClick={isRunning ? onStop : onRun}>
      {isRunning ? "Stop" : "Run"}
    </button>
  );
}
