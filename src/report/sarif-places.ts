import type { ArtifactLocation, Fix as SarifFix, PhysicalLocation, Region } from "sarif";
import type { Fix } from "../syntax/problem.js";
import type { FormatContext } from "./formats.js";
import type { Location } from "./location.js";

/** What tells the addresses of files. */
export type Places = Pick<FormatContext, "uriOf" | "root">;

/** The name of the folder that the addresses of files start from; GitHub takes it for the folder of the repository. */
export const folder = "%SRCROOT%";

/** A file below the folder by its way from there, any other one by its whole address. */
export function fileLocation(path: string, { uriOf, root }: Places): ArtifactLocation {
  const uri = uriOf(path);
  return uri.startsWith(root) ? { uri: uri.slice(root.length), uriBaseId: folder } : { uri };
}

/** A region of a file. */
export function physicalLocation(path: string, region: Region, places: Places): PhysicalLocation {
  return { artifactLocation: fileLocation(path, places), region };
}

/**
 * A place as a region, with offsets where the text is known. For SARIF a byte order mark is no part of the text.
 */
export function regionOf({ from, to, line, column, endLine, endColumn }: Location, text: string | undefined): Region {
  const lines = { startLine: line, startColumn: column, endLine, endColumn };
  if (text === undefined) return lines;
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const start = Math.max(0, from - mark);
  return { ...lines, charOffset: start, charLength: Math.max(0, to - mark) - start };
}

/** A fix of a file; whether a flag applies it is told by `safety`, as in the JSON report. */
export function fixOf({ title, safety, edits }: Fix<Location>, path: string, text: string, places: Places): SarifFix {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: fileLocation(path, places),
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(edit, text),
          insertedContent: { text: edit.insert },
        })),
      },
    ],
    properties: { safety },
  };
}
