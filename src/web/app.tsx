import { useEffect, useRef, useState } from "preact/hooks";
import { lessons } from "virtual:course";
import { Course } from "./course/course.js";
import { Playground } from "./playground/playground.js";
import { hashOf, type Route, routeOf } from "./route.js";
import { SchemeChoice } from "./scheme.js";
import { demoSource } from "./server/demo-source.js";
import { ServerChoice } from "./server/server-choice.js";
import type { Source } from "./server/source.js";

const demo = demoSource();

/** The page: a header, and the course or the playground. */
export function App() {
  const route = useRoute();
  const [source, setSource] = useState<Source>(demo);
  const main = useMainOnMove(route.view);
  return (
    <>
      <a class="page-skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to the content
      </a>
      <header class="page-top">
        <a class="page-brand" href={hashOf({ view: "course" })}>
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
        <div class="page-choices">
          <ServerChoice source={source} demo={demo} onSource={setSource} />
          <SchemeChoice />
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1}>
        {route.view === "course" ? (
          <Course
            lessons={lessons}
            source={source}
            {...(route.exercise !== undefined && { exercise: route.exercise })}
          />
        ) : (
          <Playground query={route.query} source={source} {...(route.times && { times: route.times })} />
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

/** Moves the focus to the title of another view; not when the page is opened. */
function useMainOnMove(view: Route["view"]) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(view);
  useEffect(() => {
    if (view === "playground") document.title = "Playground · promql-lint";
    if (last.current === view) return;
    last.current = view;
    const title = main.current?.querySelector("h1");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  }, [view]);
  return main;
}
