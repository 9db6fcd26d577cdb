import type { Me } from "@soundings/contract";
import { Link, useLocation } from "@tanstack/react-router";
import { mayOpen, trendsStart } from "./places.ts";
import classes from "./Shell.module.css";

/** `rest`: the end of a word, which is left out where there is little room: what is heard is what is seen. */
const PAGES: readonly { readonly path: string; readonly name: string; readonly rest?: string }[] = [
  { path: "/caseload", name: "Caseload" },
  { path: "/trends", name: "Trends" },
  { path: "/outcomes", name: "Outcomes" },
  { path: "/schedule", name: "Sessions" },
  { path: "/due", name: "Due" },
  { path: "/imports", name: "Imports" },
  { path: "/admin", name: "Admin", rest: "istration" },
];

/** The pages that the roles include, and no others. */
export function Navigation({ me }: { me: Me }) {
  const pathname = useLocation({ select: (location) => location.pathname });
  const isHere = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const may = me.secondFactor === "needed" ? [] : PAGES.filter(({ path }) => mayOpen(path, me));
  return (
    <nav className={classes.nav} aria-label="Pages">
      {may.map(({ path, name, rest }) => (
        <Link
          key={path}
          to={path === "/caseload" ? "/" : path}
          search={path === "/trends" ? trendsStart(me) : {}}
          activeOptions={{ exact: true }}
          aria-current={isHere(path) ? "page" : undefined}
        >
          {name}
          {rest === undefined ? null : <span className={classes.rest}>{rest}</span>}
        </Link>
      ))}
    </nav>
  );
}
