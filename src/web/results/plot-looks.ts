import { colorCount } from "./looks.js";

/** The colours of a graph in the scheme that the page has now. */
export interface PlotColors {
  readonly series: readonly string[];
  readonly text: string;
  readonly line: string;
}

/** Reads the colours of the style sheet: a canvas does not know its variables. */
export function plotColors(element: HTMLElement): PlotColors {
  const probe = element.ownerDocument.createElement("span");
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    series: Array.from({ length: colorCount }, (_, k) => read(`results-${k + 1}`)),
    text: read("quiet"),
    line: read("line"),
  };
  probe.remove();
  return colors;
}

/** Tells when the page may have changed its scheme: the reader's system does, or a switch sets an attribute. Returns how to stop. */
export function onSchemeChange(changed: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const attributes = new MutationObserver(changed);
  system.addEventListener("change", changed);
  attributes.observe(document.documentElement, { attributes: true });
  return () => {
    system.removeEventListener("change", changed);
    attributes.disconnect();
  };
}
