import { useEffect, useRef } from "react";

/** Has it entered in the audit that the page goes to a printer, however the browser was asked to. */
export function usePrintEntry(enter: () => void): void {
  const latest = useRef(enter);
  latest.current = enter;
  useEffect(() => {
    const before = () => latest.current();
    window.addEventListener("beforeprint", before);
    return () => window.removeEventListener("beforeprint", before);
  }, []);
}
