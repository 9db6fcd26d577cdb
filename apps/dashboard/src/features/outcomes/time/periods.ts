const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export type Every = "month" | "quarter";

function partsOf(date: string): { year: string; month: number } {
  const [year = "", month] = date.split("-");
  return { year, month: Number(month) };
}

/** The period that begins on a day: `March 2026`, `1st quarter of 2026`. */
export function periodWords(from: string, every: Every): string {
  const { year, month } = partsOf(from);
  if (every === "quarter") return `${ORDINALS[Math.floor((month - 1) / 3)] ?? ""} quarter of ${year}`;
  return `${MONTHS[month - 1] ?? ""} ${year}`;
}

const ORDINALS = ["1st", "2nd", "3rd", "4th"] as const;

/** The same where there is little room: `Mar 2026`, `Q1 2026`. */
export function shortPeriod(from: string, every: Every): string {
  const { year, month } = partsOf(from);
  if (every === "quarter") return `Q${Math.floor((month - 1) / 3) + 1} ${year}`;
  return `${(MONTHS[month - 1] ?? "").slice(0, 3)} ${year}`;
}
