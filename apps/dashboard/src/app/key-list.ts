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
] as const;
