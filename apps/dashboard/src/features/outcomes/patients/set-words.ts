import { type EpisodeSet, INSTRUMENTS, measureOf, QUALITY, type ReturnPart } from "@soundings/clinical";
import { dateWords } from "../../../ui/dates.ts";
import { levelName, nodeName, OTHER_ENDS } from "../levels/words.ts";
import { endWords, inSentence } from "../parts/measure-words.ts";

const SIMPLE = {
  discharged: "Discharged",
  admitted: "Admitted",
  "with-pre": "With a score at the beginning",
  "without-pre": "Without any score at the beginning",
  "paired-both": "With both questionnaires at the beginning and later",
  "not-paired-both": "Without both questionnaires at the beginning and later",
  "not-paired-with-pre":
    "With a score at the beginning, without a first or later one on one of the two questionnaires",
  "ended-otherwise": `Discharged: ${inSentence(OTHER_ENDS)}`,
  attendance: "With sessions that count",
  screens: "With scheduled drug screens",
} as const;

const RETENTION = {
  all: "Admitted",
  event: "Left against advice or lost contact",
  "planned-or-other": "Ended as planned, or for another reason",
  active: "Admitted and still in treatment",
  "reason-unknown": "Discharged without a recorded reason",
} as const;

const RETURNED: Readonly<Record<ReturnPart, string>> = {
  "within-30": "Back within 30 days of discharge",
  "within-90": "Back within 90 days of discharge",
  "followed-30": "Discharged alive and followed for 30 days",
  "followed-90": "Discharged alive and followed for 90 days",
  "not-followed-30": "Not followed for 30 days after discharge",
  "not-followed-90": "Not followed for 90 days after discharge",
};

const PARTS = {
  numerator: (name: string) => name,
  others: (name: string) => `Counted for ${inSentence(name)}, and not with it`,
  denominator: (name: string) => `Counted for ${inSentence(name)}`,
  "left-out": (name: string) => `Left out of ${inSentence(name)}`,
} as const;

function measureWords({ measure, part, among }: Extract<EpisodeSet, { of: "measure" }>): string {
  const words = PARTS[part](measureOf(measure).name);
  return among === undefined ? words : `${words}, among completers`;
}

/** Whom a set holds, as the title of their list: `Left out of symptom recovery`. */
export function setWords(set: EpisodeSet): string {
  switch (set.of) {
    case "measure":
      return measureWords(set);
    case "paired":
      return `With a ${INSTRUMENTS[set.instrument].name} at the beginning and later`;
    case "unpaired":
      return `Without a ${INSTRUMENTS[set.instrument].name} at the beginning or later`;
    case "ended":
      return `Discharged: ${endWords(set.reason)}`;
    case "retention":
      return RETENTION[set.part];
    case "returned":
      return RETURNED[set.part];
    case "quality":
      return QUALITY.find(({ id }) => id === set.check)?.name ?? "Data quality";
    case "moved":
      return `${nodeName(set.from)} → ${nodeName(set.to)}`;
    case "placed":
      return `With days at a level of care that have ended: ${levelName(set.level)}`;
    case "changed":
      return `With a ${INSTRUMENTS[set.instrument].name} in the week of ${dateWords(set.week)} and in the week before`;
    default:
      return SIMPLE[set.of];
  }
}

/** What the last column says of each person. */
export function whyWords(set: EpisodeSet): string {
  if (set.of === "quality") return "What there is to work through";
  if (set.of === "attendance") return "Sessions";
  if (set.of === "screens") return "Screens";
  return set.of === "measure" && set.part !== "left-out" ? "Weeks" : "Why";
}
