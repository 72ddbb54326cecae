import { useEffect, useState } from "preact/hooks";
import { lessons } from "virtual:course";
import { Course } from "./course/course.js";
import { Playground } from "./playground/playground.js";
import { hashOf, type Route, routeOf } from "./route.js";
import { demoSource } from "./server/demo-source.js";

const demo = demoSource();

/** The page: a header, and the course or the playground. */
export function App() {
  const route = useRoute();
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
        {route.view === "course" ? (
          <Course lessons={lessons} source={demo} {...(route.exercise !== undefined && { exercise: route.exercise })} />
        ) : (
          <Playground query={route.query} source={demo} />
        )}
      </main>
    </>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
