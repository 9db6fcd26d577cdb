import { addDays, type CalendarDate } from "@soundings/clinical";
import type { Folder } from "./command.ts";

/** Somebody whom a story brings into the demo clinic, with a therapist of the own, so that no other story sees it. */
export interface Newcomer {
  readonly patientId: string;
  readonly therapistId: string;
  readonly name: string;
  readonly folder: Folder;
}

const PROGRAM = "compass";

/** Answers of a PHQ-9 by item. */
export function phq9(id: string, patientId: string, on: CalendarDate, items: readonly (number | null)[]) {
  const answers = Object.fromEntries(items.map((item, place) => [`item_${place + 1}`, item]));
  return { assessment_id: id, patient_id: patientId, instrument: "phq-9", administered_on: on, ...answers };
}

/** Admitted 20 days ago, with two PHQ-9s of 14 and 12 on days 0 and 10. */
export function newcomer(tag: string, today: CalendarDate): Newcomer {
  const patientId = `E2E-${tag}`;
  const therapistId = `E2E-T-${tag}`;
  const admitted = addDays(today, -20);
  return {
    patientId,
    therapistId,
    name: `Hyacinth ${tag}rudder`,
    folder: {
      "staff.csv": [
        { staff_id: therapistId, name: `Therapist of ${tag}`, role: "therapist", program_ids: PROGRAM },
      ],
      "patients.csv": [
        {
          patient_id: patientId,
          given_name: "Hyacinth",
          family_name: `${tag}rudder`,
          birth_date: "1988-05-17",
        },
      ],
      "episodes.csv": [
        {
          episode_id: `E2E-E-${tag}`,
          patient_id: patientId,
          program_id: PROGRAM,
          admitted_on: admitted,
          therapist_id: therapistId,
        },
      ],
      "placements.csv": [{ episode_id: `E2E-E-${tag}`, level_of_care: "iop", started_on: admitted }],
      "assessments.csv": [
        phq9(`E2E-A-${tag}-1`, patientId, admitted, [2, 2, 2, 2, 2, 2, 1, 1, 0]),
        phq9(`E2E-A-${tag}-2`, patientId, addDays(today, -10), [2, 2, 2, 1, 1, 2, 1, 1, 0]),
      ],
    },
  };
}
