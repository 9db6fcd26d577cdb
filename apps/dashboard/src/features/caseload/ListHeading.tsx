import type { CaseloadPage } from "@soundings/contract";
import { InternalCopy } from "../../ui/InternalCopy.tsx";
import { counted } from "../../ui/numbers.ts";
import { OpenOutsideButton } from "../../ui/OpenOutsideButton.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import classes from "./ListHeading.module.css";

interface ListHeadingProps {
  readonly page: CaseloadPage;
  /** The filter as a person would say it. */
  readonly words: readonly string[];
}

/** The place of the heading while the list is on its way. */
export function ListHeadingSkeleton() {
  return (
    <p className={classes.heading}>
      <Bar width={10} />
    </p>
  );
}

/** How many rows the filter holds; on paper also the filter itself. */
export function ListHeading({ page, words }: ListHeadingProps) {
  const shown = page.rows.length;
  const around = page.rows.filter(({ phase }) => phase === "window").length;
  return (
    <div className={classes.heading}>
      <p role="status">
        {counted(page.total, "patient")}
        {around > 0 ? `, ${around} of them just before admission or after discharge` : ""}
        {shown < page.total ? `, the first ${shown} shown: narrow the list to see the others` : ""}
      </p>
      {/* An empty list offers it among the ways on. */}
      {shown > 0 ? <OpenOutsideButton isQuiet /> : null}
      <InternalCopy />
      <p className={classes.paper}>{words.length > 0 ? words.join(" · ") : "All patients"}.</p>
    </div>
  );
}
