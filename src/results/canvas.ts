/** A place on a canvas: columns from the left and rows from the top, with fractions. */
export interface Point {
  /** From 0 to 1, from the left to the right. */
  readonly x: number;
  /** From 0 to 1, from the bottom to the top. */
  readonly y: number;
}

/** A character of a canvas, and the series that it belongs to; none where nothing is drawn. */
export interface Drawn {
  readonly text: string;
  readonly series?: number;
}

/** Draws lines with characters. */
export interface Canvas {
  /** A line between two points, which may be the same. */
  readonly line: (from: Point, to: Point, series: number) => void;
  /** The cell of a point. */
  readonly cellOf: (point: Point) => { readonly column: number; readonly row: number };
  /** Puts a character over what is drawn, unless another one has been put there. Returns whether it stands there now. */
  readonly put: (column: number, row: number, text: string, series: number) => boolean;
  /** From the top to the bottom. */
  readonly rows: () => readonly (readonly Drawn[])[];
}

/** The dots of a braille character, by row and column. Source: https://www.unicode.org/charts/PDF/U2800.pdf */
const dots = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** An empty canvas. With `asciiMarks` a line consists of the mark of its series, else of braille dots. */
export function createCanvas(columns: number, rows: number, asciiMarks?: (series: number) => string): Canvas {
  const [across, down] = asciiMarks ? [1, 1] : [2, 4];
  const mask = new Uint8Array(columns * rows);
  const owner = new Int32Array(columns * rows).fill(-1);
  const put = new Map<number, string>();
  const dotOf = ({ x, y }: Point) => ({
    x: Math.round(clamp(x) * (columns * across - 1)),
    y: Math.round((1 - clamp(y)) * (rows * down - 1)),
  });

  function dot(x: number, y: number, series: number): void {
    const cell = Math.floor(y / down) * columns + Math.floor(x / across);
    mask[cell] = (mask[cell] ?? 0) | (dots[y % down]?.[x % across] ?? 1);
    if (owner[cell] === -1) owner[cell] = series;
  }

  function drawn(cell: number): Drawn {
    const series = owner[cell] ?? -1;
    const text = put.get(cell);
    if (text !== undefined) return { text, series };
    if (series === -1) return { text: " " };
    return { text: asciiMarks ? asciiMarks(series) : String.fromCharCode(0x2800 + (mask[cell] ?? 0)), series };
  }

  return {
    line(from, to, series) {
      const [a, b] = [dotOf(from), dotOf(to)];
      const steps = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y), 1);
      for (let k = 0; k <= steps; k++) {
        dot(Math.round(a.x + ((b.x - a.x) * k) / steps), Math.round(a.y + ((b.y - a.y) * k) / steps), series);
      }
    },
    cellOf(point) {
      const { x, y } = dotOf(point);
      return { column: Math.floor(x / across), row: Math.floor(y / down) };
    },
    put(column, row, text, series) {
      const cell = row * columns + column;
      if (put.has(cell)) return owner[cell] === series;
      put.set(cell, text);
      owner[cell] = series;
      return true;
    },
    rows: () =>
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, k) => drawn(row * columns + k))),
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
