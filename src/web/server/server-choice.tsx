import { useEffect, useId, useRef, useState } from "preact/hooks";
import { PrometheusError } from "../../prometheus/error.js";
import { latest } from "../latest.js";
import { Sentence } from "../markdown.js";
import type { Source } from "./source.js";

/** Where queries are asked, and whom to tell of another place. */
export interface ServerChoiceProps {
  readonly source: Source;
  readonly demo: Source;
  readonly onSource: (source: Source) => void;
}

/**
 * Says where queries are asked; a press opens a form for a server of the reader. Nothing that is written there, which may
 * be a password, outlives it.
 */
export function ServerChoice({ source, demo, onSource }: ServerChoiceProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [visits, setVisits] = useState(0);
  const isDemo = source === demo;
  const close = () => dialog.current?.close();
  return (
    <div class="server-choice">
      <button type="button" class="server-choice-open" onClick={() => dialog.current?.showModal()}>
        {isDemo ? "Use my Prometheus" : <Sentence text={source.server.name} />}
      </button>
      <dialog ref={dialog} aria-labelledby={title} onClose={() => setVisits(visits + 1)}>
        <h2 id={title}>Where queries are asked</h2>
        <p>
          {isDemo
            ? "Now: a small cluster that is simulated in this browser."
            : `Now: ${source.server.name}. It is asked by this browser, and by nobody else.`}
        </p>
        <ServerForm
          key={visits}
          demo={demo}
          onSource={(chosen) => {
            onSource(chosen);
            close();
          }}
        />
        <div class="server-choice-buttons">
          {!isDemo && (
            <button
              type="button"
              onClick={() => {
                source.server.stop();
                onSource(demo);
                close();
              }}
            >
              Back to the demo cluster
            </button>
          )}
          <button type="button" onClick={close}>
            Close
          </button>
        </div>
      </dialog>
    </div>
  );
}

function ServerForm({ demo, onSource }: Pick<ServerChoiceProps, "demo" | "onSource">) {
  const [url, setUrl] = useState("");
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<PrometheusError>();
  const newest = useRef(latest());
  const mistake = useId();
  useEffect(() => () => newest.current.drop(), []);

  const connect = async () => {
    setIsAsking(true);
    setFailure(undefined);
    const answered = await newest.current.of(sourceOrFailure(url, demo), () => setIsAsking(false));
    if (!answered) return;
    if (answered.value instanceof PrometheusError) {
      setFailure(answered.value);
    } else {
      onSource(answered.value);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAsking) void connect();
      }}
    >
      <label>
        The address of your Prometheus
        <input
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="http://localhost:9090"
          value={url}
          aria-describedby={mistake}
          aria-invalid={failure !== undefined}
          onInput={({ currentTarget }) => setUrl(currentTarget.value)}
        />
      </label>
      <button type="submit" class="page-button-main" aria-disabled={isAsking}>
        {isAsking ? "Asking …" : "Use it"}
      </button>
      <div id={mistake} role="status" class="server-choice-failure">
        {failure && <FailureText failure={failure} />}
      </div>
    </form>
  );
}

function FailureText({ failure: { kind, message } }: { readonly failure: PrometheusError }) {
  return (
    <>
      <p>
        <strong>No connection:</strong> <Sentence text={message} />
      </p>
      {kind === "unreachable" && (
        <ul>
          <li>Open the address in another tab of this browser: does Prometheus answer there?</li>
          <li>
            Prometheus lets every page ask, unless it runs with <code>--web.cors.origin</code>. A proxy before it has to
            answer with <code>Access-Control-Allow-Origin: {location.origin}</code>.
          </li>
          <li>A server that asks for a password cannot be asked from a page, unless a proxy lets the page through.</li>
        </ul>
      )}
    </>
  );
}

async function sourceOrFailure(url: string, { rules }: Source): Promise<Source | PrometheusError> {
  const loaded = await import("./own-source.js").catch(() => undefined);
  if (!loaded) return new PrometheusError("unavailable", "the page could not load what asks servers; try again");
  try {
    return await loaded.ownSource(url, rules, location.protocol);
  } catch (error) {
    if (error instanceof PrometheusError) return error;
    throw error;
  }
}
