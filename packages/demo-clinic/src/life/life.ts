import type { CalendarDate, Chart } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import { STORIES } from "../stories/stories.ts";
import { consentsOf } from "./consents.ts";
import { contactsOf } from "./contacts.ts";
import { disclosuresOf } from "./disclosures.ts";
import { outcomesOfDemo } from "./outcomes.ts";
import { ownRecordsOf } from "./own.ts";
import { practicesOf } from "./practices.ts";
import { coversOf, meetingsOf, openingOf } from "./team.ts";
import type { DemoLife, Scene, Treated } from "./types.ts";

const TOLD = new Set(STORIES.map(({ recordNumber }) => recordNumber));

function treatedIn(charts: readonly Chart[], dayOf: (date: CalendarDate) => Day): Treated[] {
  return charts.flatMap(({ patient, episodes }) => {
    const episode = episodes.find(({ dischargedOn }) => dischargedOn === null);
    if (episode === undefined || TOLD.has(patient.patientId)) return [];
    const { patientId, givenName, familyName, sex } = patient;
    return [
      {
        patientId,
        givenName,
        familyName,
        sex,
        programId: episode.programId,
        admitted: dayOf(episode.admittedOn),
      },
    ];
  });
}

/** The life of the clinic of these charts: the same seed and day give the same. */
export function lifeOf(
  charts: readonly Chart[],
  { seed, days, dayOf }: { readonly seed: number; readonly days: Days; dayOf(date: CalendarDate): Day },
): DemoLife {
  const scene: Scene = { seed, days, dayOf, treated: treatedIn(charts, dayOf) };
  const consents = consentsOf(scene);
  return {
    practices: practicesOf(scene),
    covers: coversOf(scene),
    meetings: meetingsOf(scene),
    contacts: contactsOf(scene),
    consents,
    disclosures: disclosuresOf(scene, consents),
    opening: openingOf(scene),
    own: ownRecordsOf(scene, charts),
    outcomes: outcomesOfDemo(days),
  };
}
