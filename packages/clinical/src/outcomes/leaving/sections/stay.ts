import { DISCHARGE_REASONS } from "../../../records/codes.ts";
import { wilson } from "../../../statistics/wilson.ts";
import type { OutcomesJson } from "../../json.ts";
import { RETURN_DAYS } from "../../levels/returns.ts";
import { endedOf } from "../../overview-parts.ts";
import { count, note, number, paragraph, rateCells, share, shareInterval, table, words } from "../cells.ts";
import { retentionFigure, weeksFigure } from "../figures.ts";
import { roundedAt } from "../leaving-json.ts";
import { returnRate } from "../levels.ts";
import type { Plan } from "../plan.ts";
import type { ReportBlock, ReportCell, ReportSection } from "../report.types.ts";
import { REASON_WORDS } from "../words.ts";

function retentionRows({ json, may }: Plan): readonly (readonly ReportCell[])[] {
  return json.all.retention.at.map((at, place) => {
    const before = json.yearBefore.retention.at[place];
    const told = may(`now/retention/${at.day}`);
    const { survival, low, high } = roundedAt(at);
    return [
      words(`Day ${at.day}`),
      share(told, survival),
      shareInterval(told, { low, high }),
      count(told, at.at_risk),
      share(may(`before/retention/${at.day}`), before === undefined ? null : roundedAt(before).survival),
    ];
  });
}

function sumRows({ all, yearBefore }: Plan["json"], may: Plan["may"]): readonly (readonly ReportCell[])[] {
  const rows = (year: string, json: OutcomesJson, key: string) => {
    const { negative, submitted, scheduled } = json.screens;
    const screens = may(`${key}/screens`);
    return [
      [
        words("Sessions attended, of those held and not excused"),
        words(year),
        ...rateCells(
          may(`${key}/attendance`),
          wilson(json.attendance.attended, json.attendance.countable),
        ).slice(0, 3),
      ],
      [
        words("Drug screens negative, of those submitted"),
        words(year),
        ...rateCells(screens, wilson(negative, submitted)).slice(0, 3),
      ],
      [
        words("Drug screens negative, of those scheduled"),
        words(year),
        ...rateCells(screens, wilson(negative, scheduled)).slice(0, 3),
      ],
    ];
  };
  return [...rows("This period", all, "now"), ...rows("Year before", yearBefore, "before")].toSorted(
    (a, b) => rowPlace(a) - rowPlace(b),
  );
}

const ORDER = [
  "Sessions attended, of those held and not excused",
  "Drug screens negative, of those submitted",
];

function rowPlace([what]: readonly ReportCell[]): number {
  const place = ORDER.indexOf(what?.text ?? "");
  return place === -1 ? ORDER.length : place;
}

function endRows({ now, may }: Plan): readonly (readonly ReportCell[])[] {
  const ended = new Map(endedOf(now.discharged).map(({ reason, count: held }) => [reason, held]));
  return [...DISCHARGE_REASONS, null].map((reason) => {
    const held = ended.get(reason) ?? 0;
    const told = may(`now/ended/${reason ?? "unknown"}`);
    return [
      words(REASON_WORDS[reason ?? "unknown"]),
      count(told, held),
      share(told && may("now/discharged"), now.discharged.length === 0 ? null : held / now.discharged.length),
    ];
  });
}

function returnRows(plan: Plan): readonly (readonly ReportCell[])[] {
  const leveled = { ...plan, discharged: plan.now.discharged };
  return RETURN_DAYS.map((days) => {
    const rate = returnRate(leveled, days, plan.may);
    return [words(`Came back within ${days} days`), ...rateCells(rate !== null, rate ?? wilson(0, 0))];
  });
}

function reasonUnknown({ json, may }: Plan): ReportBlock {
  const held = json.all.retention.reason_unknown;
  const told = may("now/retention/reason_unknown");
  return note(
    `The share has neither left against advice nor lost contact: it is still in treatment, or its stay ended as planned or for another reason. Stays whose reason is not recorded (${number(told, held, 0).text}) count as followed until their last day. The whole curve is not shown in a report, because each of its steps tells of single people.`,
  );
}

/** How long people stayed, whether they came, and how weekly measurement went. */
export function staySection(plan: Plan): ReportSection {
  const { json, may } = plan;
  return {
    id: "stay",
    heading: "Staying in treatment",
    blocks: [
      paragraph(
        "Of those admitted in the period, the share still in treatment or ended as planned, as estimated after Kaplan and Meier: everybody counts for as long as the stay goes on. At later days the curve is of those who stayed so long, and where many complete early it lies below the share of all admitted who never left early.",
      ),
      {
        kind: "figure",
        caption: "Still in treatment or ended as planned, with 95\u00a0% intervals",
        figure: retentionFigure(plan),
      },
      {
        kind: "figure",
        caption: "Weeks of stay in which a PHQ-9 was answered: measured of expected",
        figure: weeksFigure(plan),
      },
      table(
        "By day of stay",
        ["", "Share", "95\u00a0% interval", "Still followed", "Year before"],
        retentionRows(plan),
      ),
      reasonUnknown(plan),
      table("How stays ended, of all discharged", ["", "Stays", "Share"], endRows(plan)),
      table(
        "Coming back to the same or a more intensive level, of those followed so long",
        ["", "Of", "Number", "Share", "95\u00a0% interval"],
        returnRows(plan),
      ),
      table(
        "Attendance and drug screens: numbers of sessions and screens, not of people",
        ["", "Year", "Of", "Number", "Share"],
        sumRows(json, may),
      ),
    ],
  };
}
