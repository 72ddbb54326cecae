/**
 * A replacement with `$1`, `$name` and `${name}` filled in from the groups of a pattern; `$$` is one `$`, and what no
 * group has is empty. Source: https://pkg.go.dev/regexp#Regexp.Expand
 */
export function expandReplacement(replacement: string, groups: ReadonlyMap<string, string>): string {
  return replacement.replace(
    /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu,
    (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      return name === undefined ? whole.slice(1) : (groups.get(name) ?? "");
    },
  );
}
