import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { leadHome } from "../app/guard.ts";
import { listAt, parseCaseloadAddress, parseCaseloadFilter } from "../features/caseload/search.ts";
import { parseSearch, stringifySearch } from "../lib/search-text.ts";
import { rootRoute } from "./root.tsx";

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: leadHome,
});

export const caseloadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/caseload",
  validateSearch: parseCaseloadAddress,
  // The search is given to the page with its list: the location is already the next one while the page is being left.
  beforeLoad: ({ location }) => {
    const { searched } = location.state;
    // An old link may still hold a search. It is read once, and leaves the address.
    const asked = parseCaseloadFilter({ q: searched, ...parseSearch(location.searchStr) });
    const list = listAt(asked);
    if (stringifySearch({ ...list.search }) !== location.searchStr)
      throw redirect({ ...list, replace: true });
    return { searched: asked.q };
  },
  component: lazyRouteComponent(() => import("../features/caseload/CaseloadPage.tsx"), "CaseloadPage"),
});
