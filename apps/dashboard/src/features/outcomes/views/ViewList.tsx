import type { OutcomeView } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import buttons from "../../../ui/buttons.module.css";
import { isShown, PAGE_NAMES, pathOf, type ViewFilter, type ViewPage } from "./view-address.ts";
import classes from "./views.module.css";

interface ViewListProps {
  readonly views: readonly OutcomeView[];
  readonly page: ViewPage | null;
  readonly filter: ViewFilter;
  readonly mayRemove: boolean;
  readonly onOpen: () => void;
  readonly onRemove: (view: OutcomeView) => void;
}

function about({ page, shared, mine, by }: OutcomeView): string {
  const whose = mine ? "shared" : `by ${by}`;
  return shared ? `${PAGE_NAMES[page]}, ${whose}` : PAGE_NAMES[page];
}

/** The views, own ones first, each with the way to open it. */
export function ViewList({ views, page, filter, mayRemove, onOpen, onRemove }: ViewListProps) {
  const ordered = views.toSorted(
    (a, b) => Number(b.mine) - Number(a.mine) || a.name.localeCompare(b.name, "en"),
  );
  return (
    <ul className={classes.list}>
      {ordered.map((view) => (
        <li key={view.viewId} className={classes.view}>
          <Link
            to={pathOf(view.page)}
            search={view.filter}
            className={classes.open}
            activeProps={{}}
            aria-current={page !== null && isShown(view, page, filter) ? "page" : undefined}
            onClick={onOpen}
          >
            {view.name}
            <span className={classes.about}>{about(view)}</span>
          </Link>
          {view.mine && mayRemove ? (
            <button type="button" className={buttons.link} onClick={() => onRemove(view)}>
              Remove<span className="visually-hidden"> the view {view.name}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
