import { isAttended, isCountable } from "../attendance/attendance.ts";
import { daysBetween } from "../calendar/civil.ts";
import { admissionEvidence, sessionEvidence } from "../findings/evidence.ts";
import { counted } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const noContact = defineRule({
  id: "no-contact",
  version: 1,
  title: "No contact",
  kind: "escalate",
  urgency: "same_day",
  safety: false,
  thresholds: { days: house(7, "days") },
  wording: {
    consider: "Consider reaching out today, by more than one way, and whom else the patient has agreed to.",
    clears: () => "A session attended",
  },
  source:
    "Program default without a published basis: no published attendance threshold that predicts drop-out from intensive outpatient care was found",
  reviewed: "2026-11-21",
  evaluate: (view, { days }) => {
    const { asOf, episode, sessions } = view;
    const attended = sessions.findLast(({ record }) => isAttended(record));
    const since = attended?.on ?? episode.admittedOn;
    const missed = sessions.filter(({ record, on }) => isCountable(record) && on > since);
    const silent = daysBetween(since, asOf);
    if (silent < days || missed.length === 0) return [];
    const last =
      attended === undefined
        ? `No session attended since admission on ${since}`
        : `No session attended since ${since}`;
    const absences = counted(missed.length, "session");
    return [
      {
        headline: `${last} (${counted(silent, "day")}), ${absences} missed`,
        evidence: [
          attended === undefined ? admissionEvidence(episode) : sessionEvidence(attended),
          ...missed.map(sessionEvidence),
        ],
      },
    ];
  },
});
