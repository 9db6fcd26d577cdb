import { LEAST_CLOSED, type QualityAnswer } from "@soundings/clinical";
import { useId } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { valueLabel } from "../parts/question-words.ts";
import { useOptions } from "../parts/use-options.ts";
import classes from "./quality.module.css";
import { weeksTogether } from "./words.ts";

type Group = QualityAnswer["byTherapist"][number];

function inOrderOfNames(groups: readonly Group[], nameOf: (id: string) => string) {
  const named = groups.map((group) => ({
    group,
    name: group.therapistId === null ? "No therapist recorded" : nameOf(group.therapistId),
  }));
  return named.toSorted(
    (a, b) =>
      Number(a.group.therapistId === null) - Number(b.group.therapistId === null) ||
      a.name.localeCompare(b.name, "en"),
  );
}

function NotShown({ of: { groups, episodes } }: { of: QualityAnswer["notShown"] }) {
  if (groups === 0) return null;
  return (
    <p className={classes.quiet}>
      Not shown one by one: {groups === 1 ? "1 therapist" : `${groups} therapists`} with fewer than
      {LEAST_CLOSED} discharged patients each, {episodes.toLocaleString("en-US")} together.
    </p>
  );
}

/** Weekly measurement by therapist: in the order of names, with intervals. */
export function ByTherapist({ answer }: { answer: QualityAnswer }) {
  const id = useId();
  const options = useOptions();
  const { expected, measured } = weeksTogether(answer.byWeek);
  const rows = inOrderOfNames(answer.byTherapist, (value) => valueLabel("therapist", value, options));
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        Weekly measurement by therapist
      </h2>
      <p className={classes.lead}>
        In the order of names: this is no ranking. A therapist's share depends on the program, on the hours
        and on who stays away; where the intervals overlap, the difference may be chance. Weeks of one stay
        are alike, so that less is known than the intervals show. Read it to see where help with measuring is
        needed.
      </p>
      {rows.length === 0 ? null : (
        <FigureView
          figure={{
            kind: "intervals",
            title: "Weeks with a scored PHQ-9, by therapist",
            unit: "percent",
            axis: { from: 0, to: 1 },
            reference: expected === 0 ? null : { value: measured / expected, label: "All" },
            rows: rows.map(({ group: { therapistId, rate }, name }) => ({
              key: therapistId ?? "not-recorded",
              label: name,
              n: rate.denominator,
              value: rate.rate,
              low: rate.low,
              high: rate.high,
            })),
          }}
          label="Weekly measurement by therapist"
          widest={960}
        />
      )}
      <p className={classes.quiet}>
        n: whole program weeks of the patients discharged. Bars: 95 % intervals.
      </p>
      <NotShown of={answer.notShown} />
    </section>
  );
}
