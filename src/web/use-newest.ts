import { useEffect, useRef, useState } from "preact/hooks";
import { latest } from "./latest.js";
import type { Source } from "./server/source.js";

/**
 * Asks a server one question after another, of which the last counts. One that is open is given up when the server changes, and
 * when who asked it is shown no more.
 */
export function useNewest({ server }: Source) {
  const [isRunning, setIsRunning] = useState(false);
  const newest = useRef(latest());
  const isOpen = useRef(false);

  const end = (): void => {
    newest.current.drop();
    if (isOpen.current) server.stop();
    isOpen.current = false;
    setIsRunning(false);
  };
  useEffect(() => end, [server]);

  return {
    isRunning,
    /** Nothing where another question came meanwhile. */
    ask: <T>(question: () => Promise<T>): Promise<{ readonly value: T } | undefined> => {
      end();
      isOpen.current = true;
      setIsRunning(true);
      return newest.current.of(question(), () => {
        isOpen.current = false;
        setIsRunning(false);
      });
    },
    /** The question that is open is answered as stopped. */
    stop: () => server.stop(),
    /** No question is open any more, and none is answered. */
    end,
  };
}
