/** What the page shows. */
export type Route =
  { readonly view: "course"; readonly exercise?: string } | { readonly view: "playground"; readonly query: string };

/** Reads the part of the address behind `#`, which no server is told. What it does not know is the course. */
export function routeOf(hash: string): Route {
  const [path = "", rest = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  if (path === "playground") return { view: "playground", query: new URLSearchParams(rest).get("query") ?? "" };
  const [, exercise] = /^exercise\/([a-z\d-]{1,100})$/.exec(path) ?? [];
  return { view: "course", ...(exercise !== undefined && { exercise }) };
}

/** The part of the address that shows it again. */
export function hashOf(route: Route): string {
  if (route.view === "course") return route.exercise === undefined ? "#/" : `#/exercise/${route.exercise}`;
  return `#/playground${route.query === "" ? "" : `?${new URLSearchParams({ query: route.query }).toString()}`}`;
}
