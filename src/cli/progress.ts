/** What a line of progress is drawn on. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line that tells how far a run is. */
export interface Progress {
  /** One more of them is done. */
  step(): void;
  /** Takes the line away. */
  end(): void;
}

/** In milliseconds: how long a run is silent, and how long a line stands at least. */
const silence = 500;
const interval = 100;

/** Takes the line away that stands on the terminal, so that another text can be written there. */
let clear: () => void = () => undefined;

/** Takes the line of progress away, if one stands on the terminal; the next step may draw it again. */
export function hideProgress(): void {
  clear();
}

/**
 * Counts things on one line that is drawn anew, such as `12/340 files`: only on a long run, at most ten times a second. It
 * is gone when the run ends.
 */
export function startProgress(
  total: number,
  what: string,
  stream: ProgressStream,
  now: () => number = Date.now,
): Progress {
  const start = now();
  let done = 0;
  let drawn = start + silence - interval;
  let stands = false;
  const hide = (): void => {
    if (stands) stream.write("\r\x1b[K");
    stands = false;
  };
  clear = hide;
  process.once("exit", hide);
  return {
    step() {
      done++;
      if (now() - drawn < interval) return;
      drawn = now();
      stands = true;
      stream.write(`\r\x1b[K${done}/${total} ${what}`);
    },
    end() {
      hide();
      process.removeListener("exit", hide);
      clear = () => undefined;
    },
  };
}

/** What decides whether progress is shown. */
export interface ProgressChoice {
  /** What is counted, in the plural: `files`. */
  readonly what: string;
  readonly quiet: boolean;
  /** Whether the report is for people. */
  readonly forPeople: boolean;
}

/** The streams and the environment of a process. */
export interface Surroundings {
  readonly stdout: ProgressStream;
  readonly stderr: ProgressStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Shows progress on standard error, or nothing: see {@link wantsProgress}. */
export function progressFor(choice: ProgressChoice, surroundings: Surroundings = process): (total: number) => Progress {
  if (!wantsProgress(choice, surroundings)) return () => silent;
  return (total) => startProgress(total, choice.what, surroundings.stderr);
}

const silent: Progress = { step: () => undefined, end: () => undefined };

/** Whether somebody sees standard error, wants to, and does not read a report for programs on the same terminal. */
export function wantsProgress(
  { quiet, forPeople }: Pick<ProgressChoice, "quiet" | "forPeople">,
  { stdout, stderr, env }: Surroundings,
): boolean {
  const isWatched = stderr.isTTY === true && (env["CI"] ?? "") === "" && env["TERM"] !== "dumb";
  return isWatched && !quiet && (forPeople || stdout.isTTY !== true);
}
