import { WINDOW } from "../../findings/belonging.ts";
import { CONTROL } from "../../statistics/control-chart.ts";
import { TOGETHER } from "../group-moves/group-moves.ts";
import { NEAR_DAYS } from "../levels/path.ts";
import { RETURN_DAYS } from "../levels/returns.ts";
import { OURS, type StatisticalMethod } from "./define.ts";

const RETURNS = RETURN_DAYS.join(" and ");
const [PART, WHOLE] = TOGETHER.part;

/** How change over time, of groups and between levels is shown. */
export const OVER_TIME = [
  {
    id: "p-chart",
    version: 1,
    name: "Share by month or quarter (p chart)",
    words: `Shares by month or quarter of discharge, with limits within which a steady program moves by chance; few discharges make them wide. Only whole months or quarters inside the period asked for are shown; one that is not over is marked open and takes no part in limits and marks. A period without anyone is a gap, not a zero. One that ended less than ${WINDOW.daysAfter} days ago may still gain scores given after discharge, and a form recorded late changes any period. With fewer than ${CONTROL.leastForGood} points limits are provisional. With fewer than about five events a period they are rough.`,
    formula: `p̄ ± ${CONTROL.errors} √(p̄(1 − p̄)/n), p̄ the share of all closed periods together, held to 0 and 1; none when p̄ is 0 or 1`,
    source: "Shewhart 1931; Mohammed 2008, Quality and Safety in Health Care 17:137",
  },
  {
    id: "xmr-chart",
    version: 1,
    name: "Means by month or quarter (XmR chart)",
    words:
      "Means of months or quarters, and weekly measurement, whose weeks of one stay are alike: each period is one value, and the limits come from how much neighbors differ. Large moving ranges are not taken out. No range is taken across a gap.",
    formula: `mean ± ${CONTROL.ranges} × mean moving range; a share is held to 0 and 1; none when all values are the same`,
    source: "NHS England, Making Data Count (NHSRplotthedots); Wheeler and Chambers 1992",
  },
  {
    id: "run-chart",
    version: 1,
    name: "Few periods (run chart)",
    words: `With fewer than ${CONTROL.leastForLimits} closed periods that have a value there are no limits: only the values around their median.`,
    formula: "the median of the closed periods",
    source: `Perla 2011, BMJ Quality and Safety 20:46; the number ${CONTROL.leastForLimits} is ours`,
  },
  {
    id: "rule-marks",
    version: 1,
    name: "Marks on charts over time",
    words: `A mark says that chance alone would seldom show this, not why: outside a limit; ${CONTROL.run} points running on one side of the center; ${CONTROL.run} points running up or down; two of three points running beyond two thirds of the way to the same limit. A value on the center, an equal neighbor, and a gap end a run. A mark on one point in a long chart is expected now and then.`,
    formula: `outside: beyond a limit; one side: ${CONTROL.run} in a row above or below the center; in a row: ${CONTROL.run - 1} rises or falls; two of three: beyond center + ${CONTROL.near === 2 / 3 ? "⅔" : CONTROL.near} (limit − center), outside a limit included`,
    source: "NHS England, Making Data Count (NHSRplotthedots)",
  },
  {
    id: "group-moves",
    version: 1,
    name: "A whole track moving together",
    words: `By program, track and calendar week, Monday to Sunday: how far each patient's last score of the week lies from the last of the week before, of those with both from admission to discharge. A week is marked when ${TOGETHER.patients} or more patients have both, the 95 % interval of their mean change leaves out 0, and at least ${PART} of ${WHOLE} moved the same way. Patients in treatment mostly fall a little; a rise of the whole track is what to ask about. Among many weeks some are marked by chance.`,
    formula:
      "mean change ± t × SD / √n; a rise is worse. When all moved by the same, the mean stands for the interval.",
    source: OURS,
  },
  {
    id: "levels",
    version: 1,
    name: "Flow through levels of care",
    words: `From where patients came, through the levels of their stay, to where they went. They came from another stay when one ended no more than ${NEAR_DAYS} days before, else from the community; they went on to the next stay when one began no more than ${NEAR_DAYS} days after discharge, else out as the reason of discharge says: planned (completed, moved to a lower level), unplanned (against advice, lost contact), moved up, other (administrative, incarcerated, died), or unknown. Links hold those discharged in the period and those admitted in it who are still here; days and ends are of those discharged. Without a placement the level of the program counts.`,
    formula:
      "Days at a level: from the day it began to the day the next began, or of discharge; median and quartiles by type 7",
    source: `${OURS}; quantiles: Hyndman and Fan 1996`,
  },
  {
    id: "returns",
    version: 1,
    name: "Returns",
    words: `Of those discharged alive whose ${RETURNS} days since are over, the share admitted again within them to the level at which the stay ended or to a higher one, or to one not on record; a move up right after discharge counts. A step down to a lower level is no return. Only programs on record here are seen: a patient admitted elsewhere has not returned.`,
    formula: `patients' stays with an admission from 0 to ${RETURNS} days after discharge / stays followed so long, with the Wilson interval`,
    source: OURS,
  },
] as const satisfies readonly StatisticalMethod[];
