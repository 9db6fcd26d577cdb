import { useLocation } from "@tanstack/react-router";
import { filterAt, pageAt, type ViewFilter, type ViewPage } from "./view-address.ts";

/** The page that is shown and what it asks, as a view keeps it. */
export function useShown(): { readonly page: ViewPage | null; readonly filter: ViewFilter } {
  const pathname = useLocation({ select: ({ pathname: path }) => path });
  const search: Record<string, unknown> = useLocation({ select: ({ search: asked }) => asked });
  return { page: pageAt(pathname), filter: filterAt(search) };
}
