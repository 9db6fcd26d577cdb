import { listed } from "../../findings/wording.ts";
import { Z_95 } from "../../statistics/wilson.ts";
import { RETENTION_DAYS } from "../retention.ts";
import type { StatisticalMethod } from "./define.ts";

const Z = Z_95.toFixed(6);
const DAYS = listed(RETENTION_DAYS.map(String));

/** How one figure of one group is made. */
export const SINGLE_FIGURES = [
  {
    id: "wilson",
    version: 1,
    name: "Interval of a share (Wilson)",
    words:
      "Every share stands with its numerator, its denominator and a 95 % interval: the true shares with which what was seen would not be surprising. Few patients make it wide. It stays between 0 and 1 and is there for 0 of n too. It covers chance only, not who is missing. Stays are taken as separate: weeks of one stay and sessions of one patient are alike, so that the truth about weekly measurement and attendance is less certain than their intervals show.",
    formula: `(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), p the share of n, z = ${Z}`,
    source: "Wilson 1927, Journal of the American Statistical Association 22:209",
  },
  {
    id: "bounds",
    version: 1,
    name: "Bounds for missing outcomes",
    words:
      "Beside a rate of those measured twice stand the rates if every patient without a later score had had the event, and if none had: the truth about everyone with a baseline lies between them, whatever became of those who were not measured again. A patient without the baseline that the measure needs is in neither.",
    formula:
      "x / (n + u) to (x + u) / (n + u): x events of n paired, u unpaired whose baseline fits the measure",
    source: "Worst-case bounds, after Manski 1990, American Economic Review 80:319",
  },
  {
    id: "effect-size",
    version: 1,
    name: "Effect size before to after (d and g)",
    words:
      "How far the mean score fell, in standard deviations of the baseline, of those with both scores; g takes away the small excess of d in small groups. It is not the paired effect size that divides by the SD of the changes, and is to be compared only with effect sizes made the same way. Without a control group it does not say what treatment did: scores that begin high fall on their own.",
    formula: `d = (mean before − mean after) / SD before; g = d (1 − 3 / (4(n − 1) − 1)); SE = √(2(1 − r)/n + d²/2n); g ± ${Z} SE; n pairs, r their correlation, SD by n − 1`,
    source:
      "Becker 1988, British Journal of Mathematical and Statistical Psychology 41:257; Hedges 1981, Journal of Educational Statistics 6:107",
  },
  {
    id: "kaplan-meier",
    version: 1,
    name: "Still in treatment or ended as planned (Kaplan–Meier)",
    words: `Of those admitted, the estimated share who have not left against advice or lost contact by a day of stay, at ${DAYS} days and as a curve: what it would be if no stay ended before for another reason. Whoever ended otherwise or is still here counts as followed to that day, and no further. Discharges without a reason are counted beside the curve. Where many complete early, the later curve speaks of the few who stayed on, and lies below the share of all admitted who never left early.`,
    formula:
      "S(t) = Π (1 − d/n) over days up to t; variance by Greenwood, interval on the scale of log(−log S); median: the first day with S ≤ ½",
    source: "Kaplan and Meier 1958, Journal of the American Statistical Association 53:457; Greenwood 1926",
  },
  {
    id: "newcombe",
    version: 1,
    name: "Difference of two shares (Newcombe)",
    words:
      "Between two periods, or a program and all programs: the difference of the two shares, and its 95 % interval made from the two Wilson intervals. An interval that holds 0 shows no difference beyond chance. It is for separate groups: there is none where the same stays may be on both sides (against all programs, and between periods that overlap), and none of weekly measurement, whose weeks of one stay are alike. A difference between two periods says that, not why.",
    formula:
      "p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²) to p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²), l and u the Wilson limits",
    source: "Newcombe 1998, Statistics in Medicine 17:873, method 10",
  },
  {
    id: "mean",
    version: 1,
    name: "Interval of a mean (t)",
    words:
      "A mean fall of a score stands with its n and the 95 % interval of Student's t. There is none of one patient, and none when all moved by the same.",
    formula: "mean ± t × SD / √n, t of n − 1 degrees of freedom, SD by n − 1",
    source: "Student 1908, Biometrika 6:1",
  },
] as const satisfies readonly StatisticalMethod[];
