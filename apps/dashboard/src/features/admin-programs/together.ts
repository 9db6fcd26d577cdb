import { parseZone } from "@soundings/clinical";
import { list, number, type ProgramDraft } from "./typed.ts";

type Problems = Readonly<Record<string, string>>;

const PAIRS = [
  ["plannedWeeksMin", "plannedWeeksMax"],
  ["daysPerWeekMin", "daysPerWeekMax"],
  ["sessionHoursMin", "sessionHoursMax"],
] as const;

function ranges(draft: ProgramDraft): Problems {
  const wrong = PAIRS.filter(([min, max]) => {
    const [least, most] = [number(draft[min]), number(draft[max])];
    return least !== null && most !== null && least > most;
  });
  return Object.fromEntries(wrong.map(([, max]) => [max, "The most is below the least."]));
}

function hours({ workingHours }: ProgramDraft): Problems {
  const wrong = workingHours.flatMap(({ open, from, until }, day) =>
    open && from !== "" && until !== "" && until <= from ? [day] : [],
  );
  return Object.fromEntries(
    wrong.map((day) => [`workingHours.${day}`, "The program closes before it opens."]),
  );
}

function days({ holidays, onCall }: ProgramDraft): Problems {
  const twice = holidays.flatMap(({ on }, place) =>
    on !== "" && holidays.findIndex((other) => other.on === on) < place ? [place] : [],
  );
  const turned = onCall.flatMap(({ from, until }, place) => (until !== "" && until < from ? [place] : []));
  return {
    ...Object.fromEntries(twice.map((place) => [`holidays.${place}`, "This day is a holiday already."])),
    ...Object.fromEntries(turned.map((place) => [`onCall.${place}`, "The last day is before the first."])),
  };
}

function texts({ tracks, random, specimen, timeZone }: ProgramDraft): Problems {
  const named = list(tracks);
  const isTwice = new Set(named).size < named.length;
  const zone = timeZone.trim();
  return {
    ...(isTwice ? { tracks: "A track is named twice." } : {}),
    ...(tracks.includes(";") ? { tracks: "Write each track on its own line, without a semicolon." } : {}),
    ...(random && specimen === "" ? { specimen: "Choose the specimen of the random screens." } : {}),
    ...(zone !== "" && parseZone(zone) === null
      ? { timeZone: "There is no such time zone. Write it as America/Los_Angeles." }
      : {}),
  };
}

/** What each field holds may fit and still not fit together: what is wrong, at the field where it is mended. */
export function together(draft: ProgramDraft): Problems {
  return { ...ranges(draft), ...hours(draft), ...days(draft), ...texts(draft) };
}
