import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * The place on the page that the address names, empty for none. It comes into sight once it is drawn: the browser looks for it
 * before the page has its content.
 */
export function useAskedPlace(isDrawn = true): string {
  const asked = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (isDrawn && asked !== "") document.getElementById(asked)?.scrollIntoView();
  }, [asked, isDrawn]);
  return asked;
}
