import type { CalendarDate } from "../calendar/types.ts";
import { administrationsOf } from "../course/administrations.ts";
import { clusterSeries } from "../course/clusters.ts";
import { presentDose } from "../medications/history.ts";
import { ingredientsOf } from "../medications/recognize.ts";
import type { Chart, Site } from "../records/types.ts";
import { comparisons } from "./comparisons.ts";
import { latestChangeOf, lensContext } from "./context.ts";
import { injectionViews } from "./injections.ts";
import { medicationViews } from "./medication-views.ts";
import { lensNotices } from "./notices.ts";
import { screenStatistics } from "./screen-statistics.ts";
import type { MedicationLens } from "./types.ts";
import { unchecked } from "./unchecked.ts";
import { youngAdultWatches } from "./watches.ts";

/** What the prescriber reads of one episode as of a date. Pure; throws `RangeError` without such an episode. */
export function medicationLens(
  chart: Chart,
  site: Site,
  episodeId: string,
  asOf: CalendarDate,
): MedicationLens {
  const context = lensContext(chart, site, episodeId, asOf);
  const { known, view, histories } = context;
  const clusters = clusterSeries({
    "phq-9": administrationsOf(known, view, "phq-9"),
    "gad-7": administrationsOf(known, view, "gad-7"),
  });
  const injections = injectionViews(context);
  const watches = youngAdultWatches(context);
  const unrecognized = histories
    .filter((history) => presentDose(history) !== null)
    .map(({ medication }) => medication)
    .filter((medication) => ingredientsOf(medication).length === 0);
  return {
    medications: medicationViews(context),
    comparisons: comparisons(view, clusters, latestChangeOf(context)),
    injections,
    unrecognized,
    unchecked: unchecked(context, unrecognized),
    watches,
    notices: lensNotices(context, { injections, watches }),
    screens: screenStatistics(view),
  };
}
