import { useEffect, useState } from "preact/hooks";
import { lessons } from "virtual:course";
import { hashOf, routeOf } from "./route.js";
import { demoWorker } from "./server/demo-worker.js";

const demo = demoWorker(
  () => new Worker(new URL("./server/worker.ts", import.meta.url), { type: "module", name: "demo-cluster" }),
);

/** The page: a header, and the course or the playground. */
export function App() {
  const route = useRoute();
  const [up, setUp] = useState<number>();
  useEffect(() => {
    void demo.instantQuery("count(up)").then(({ result }) => {
      const [first] = result.type === "vector" ? result.series : [];
      if (first && "value" in first.sample) setUp(first.sample.value);
    });
  }, []);
  return (
    <>
      <header class="top">
        <a class="brand" href={hashOf({ view: "course" })}>
          promql-lint
        </a>
        <nav aria-label="Views">
          <a href={hashOf({ view: "course" })} aria-current={route.view === "course" ? "page" : undefined}>
            Lessons
          </a>
          <a
            href={hashOf({ view: "playground", query: "" })}
            aria-current={route.view === "playground" ? "page" : undefined}
          >
            Playground
          </a>
        </nav>
      </header>
      <main>
        <h1>{route.view === "course" ? `${lessons.length} lessons` : "Playground"}</h1>
        <output>{up}</output>
      </main>
    </>
  );
}

function useRoute() {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
