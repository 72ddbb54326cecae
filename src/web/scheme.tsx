import { useEffect, useState } from "preact/hooks";
import { kept } from "./kept.js";

/** The colours of the page: those of the system, or always the same. */
const schemes = ["system", "light", "dark"] as const;
type Scheme = (typeof schemes)[number];

const key = "scheme";

/** Chooses between light and dark; the choice is kept. */
export function SchemeChoice() {
  const [scheme, setScheme] = useState(() => schemeCalled(kept.read(key)));
  useEffect(() => {
    // `color-scheme` decides which half of each `light-dark()` counts.
    document.documentElement.style.colorScheme = scheme === "system" ? "" : scheme;
  }, [scheme]);
  const choose = (chosen: Scheme) => {
    setScheme(chosen);
    kept.write(key, chosen);
  };
  return (
    <label class="page-scheme">
      <span>Colours</span>
      <select value={scheme} onChange={({ currentTarget }) => choose(schemeCalled(currentTarget.value))}>
        {schemes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function schemeCalled(name: string | undefined): Scheme {
  return schemes.find((scheme) => scheme === name) ?? "system";
}
