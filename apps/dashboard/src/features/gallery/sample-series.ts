import {
  addDays,
  type CalendarDate,
  type ControlFigure,
  type FunnelFigure,
  type TracksFigure,
  type WeeksFigure,
} from "@soundings/clinical";

const day = (text: string): CalendarDate => text as CalendarDate;

const THETA = 0.58;

function limitsAt(n: number) {
  const z = (by: number, sign: number) =>
    Math.sin(
      Math.max(0, Math.min(Math.PI / 2, Math.asin(Math.sqrt(THETA)) + (sign * by) / (2 * Math.sqrt(n)))),
    ) ** 2;
  return { n, low95: z(1.96, -1), high95: z(1.96, 1), low998: z(3.09, -1), high998: z(3.09, 1) };
}

export const FUNNEL: FunnelFigure = {
  kind: "funnel",
  theta: THETA,
  thetaLabel: "All therapists",
  limits: Array.from({ length: 44 }, (_, place) => limitsAt(10 + place * 5)),
  points: [
    { key: "t-01", label: "Therapist 1", n: 24, value: 0.5, place: "within" },
    { key: "t-02", label: "Therapist 2", n: 61, value: 0.62, place: "within" },
    { key: "t-03", label: "Therapist 3", n: 88, value: 0.44, place: "outside_95" },
    { key: "t-04", label: "Therapist 4", n: 132, value: 0.6, place: "within" },
    { key: "t-05", label: "Therapist 5", n: 150, value: 0.75, place: "outside_998" },
    { key: "t-06", label: "Therapist 6", n: 205, value: 0.56, place: "within" },
  ],
};

const SHARES = [
  0.55,
  0.61,
  0.58,
  0.52,
  0.6,
  null,
  0.63,
  0.66,
  0.64,
  0.68,
  0.65,
  0.7,
  0.67,
  0.9,
  0.62,
  0.4,
] as const;

export const CONTROL: ControlFigure = {
  kind: "control",
  chart: "p",
  unit: "percent",
  center: 0.61,
  trial: false,
  points: SHARES.map((value, place) => {
    const n = value === null ? 0 : 18 + ((place * 7) % 13);
    const half = n === 0 ? null : 3 * Math.sqrt((0.61 * 0.39) / n);
    const month = String((place % 12) + 1).padStart(2, "0");
    return {
      from: day(`${2025 + Math.floor(place / 12)}-${month}-01`),
      label:
        `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][place % 12]} ${place % 12 === 0 ? 2025 + place / 12 : ""}`.trim(),
      open: place === SHARES.length - 1,
      n,
      value,
      low: half === null ? null : Math.max(0, 0.61 - half),
      high: half === null ? null : Math.min(1, 0.61 + half),
      marks:
        place === 13 ? ["outside", "seven_one_side"] : place >= 6 && place < 13 ? ["seven_one_side"] : [],
    };
  }),
  notes: [
    { on: day("2025-07-14"), text: "Evening track opened" },
    { on: day("2026-02-02"), text: "New intake form" },
  ],
};

export const WEEKS: WeeksFigure = {
  kind: "weeks",
  weeks: Array.from({ length: 12 }, (_, place) => {
    const expected = Math.round(180 * 0.9 ** place);
    return {
      week: place,
      expected,
      measured: place === 11 ? null : Math.round(expected * (0.94 - place * 0.03)),
    };
  }),
};

const MOVES = [0.2, -0.4, -0.9, -0.3, null, 0.1, 2.6, 2.1, -0.6, -1.9, -0.4, 0.3] as const;

export const TRACKS: TracksFigure = {
  kind: "tracks",
  instrument: "phq-9",
  label: "Evening track",
  weeks: MOVES.map((mean, place) => ({
    from: addDays(day("2026-08-31"), place * 7),
    n: mean === null ? 1 : 9 + ((place * 5) % 7),
    mean,
    low: mean === null ? null : mean - 1.3,
    high: mean === null ? null : mean + 1.3,
    rose: mean === null ? 0 : Math.round(4 + mean * 2),
    fell: mean === null ? 1 : Math.round(5 - mean * 2),
    together: mean === null ? null : mean > 2 ? "up" : mean < -1.5 ? "down" : "no",
  })),
};
