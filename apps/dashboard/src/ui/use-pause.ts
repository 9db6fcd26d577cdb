import { useEffect, useMemo, useRef } from "react";

/** Does what was asked for last, once nothing more has been asked for a while. */
export function usePause(ms: number) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const drop = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
    return {
      ask(act: () => void) {
        drop();
        timer.current = setTimeout(() => {
          timer.current = undefined;
          act();
        }, ms);
      },
      drop,
      isAsked: () => timer.current !== undefined,
    };
  }, [ms]);
}
