import {
  type EpisodeFacts,
  INSTRUMENT_IDS,
  type Member,
  membersOf,
  NOT_RECORDED,
  setNamed,
} from "@soundings/clinical";
import type { OutcomePatient, OutcomePatients } from "@soundings/contract";
import { type EpisodeNames, readEpisodeNames } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Posed } from "./questions.types.ts";

/** Rows of one answer: as many as a page lists and the audit enters at a time. */
const ROWS_AT_ONCE = 500;

interface Named {
  readonly member: Member;
  readonly names: EpisodeNames;
}

function byName(a: Named, b: Named): number {
  const [one, other] = [a.names.foldedName, b.names.foldedName];
  if (one !== other) return one < other ? -1 : 1;
  return a.names.episodeId < b.names.episodeId ? -1 : 1;
}

function scores(by: EpisodeFacts["pre"]): OutcomePatient["pre"] {
  const entries = INSTRUMENT_IDS.map((id) => {
    const dated = by[id];
    return [id, dated === null ? null : { on: dated.on, score: dated.score }] as const;
  });
  return Object.fromEntries(entries) as OutcomePatient["pre"];
}

/**
 * The episodes behind a number, by name: those in scope, of whom there are names to show.
 * @throws AppError no_such_set.
 */
export function patientsOf({ store, holding, question, ask }: Posed<"patients">): OutcomePatients {
  const set = setNamed(ask.set);
  if (set === null) throw new AppError("no_such_set");
  const { facts: all, site, wanted } = holding;
  const members = membersOf(all, site, question, set);
  const ids = members.map(({ facts }) => facts.episodeId);
  const names = readEpisodeNames(store.reader, wanted.scope, ids);
  const named = members.flatMap((member) => {
    const known = names.get(member.facts.episodeId);
    return known === undefined ? [] : [{ member, names: known }];
  });
  const rows = named.sort(byName).slice(ask.offset, ask.offset + ROWS_AT_ONCE);
  return {
    question,
    set: ask.set,
    total: named.length,
    offset: ask.offset,
    rows: rows.map(({ member: { facts, why }, names: { givenName, familyName, therapistName } }) => ({
      episodeId: facts.episodeId,
      patientId: facts.patientId,
      givenName,
      familyName,
      programId: facts.programId,
      programName: site.programs.get(facts.programId)?.name ?? NOT_RECORDED,
      therapistName,
      admittedOn: facts.admittedOn,
      dischargedOn: facts.dischargedOn,
      dischargeReason: facts.dischargeReason,
      pre: scores(facts.pre),
      post: scores(facts.post),
      why,
      problems: set.of === "quality" ? facts.quality.filter(({ check }) => check === set.check) : [],
    })),
  };
}
