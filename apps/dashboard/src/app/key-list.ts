/** Every key of every page, as the list behind `?` shows them. */
export const KEYS = [
  {
    where: "Everywhere",
    keys: [
      [["?"], "Show this list"],
      [["Esc"], "Close, or leave the row"],
    ],
  },
  {
    where: "Caseload",
    keys: [
      [["/"], "Search by name or record number"],
      [["j", "↓"], "Next patient"],
      [["k", "↑"], "Patient before"],
      [["Enter"], "Open the patient"],
    ],
  },
  {
    where: "Symptom trends",
    keys: [
      [["/"], "Find a medication"],
      [["j", "↓"], "Next patient"],
      [["k", "↑"], "Patient before"],
      [["Enter"], "Open the patient"],
    ],
  },
  {
    where: "Program outcomes",
    keys: [
      [["←", "→"], "From mark to mark of a plot, once there"],
      [["Enter"], "Open the people of a mark, or the patient of a row"],
      [["j", "↓"], "Next patient of a list"],
      [["k", "↑"], "Patient before"],
    ],
  },
  {
    where: "Patient",
    keys: [
      [["n"], "Enter something new"],
      [["u"], "Undo what was entered just now"],
      [["j"], "Next finding, marked in the timeline"],
      [["k"], "Finding before"],
      [["Esc"], "Mark nothing"],
      [["←", "→"], "Step through the days of the timeline or the cells of the answers, once there"],
      [["PgDn", "PgUp"], "A week back or on, on the timeline"],
      [["Home", "End"], "First or last day of the timeline"],
      [["+", "−"], "Fewer or more days on the timeline, around its line"],
      [["0"], "The whole stay on the timeline"],
    ],
  },
] as const;
