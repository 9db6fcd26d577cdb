import { describe, expect, test } from "vitest";
import { DEFAULT_ZONE } from "../calendar/zone.ts";
import { problemOf } from "../records/problems.ts";
import { programFromTemplate } from "./from-template.ts";
import type { ProgramTemplate } from "./template.ts";
import { PROGRAM_TEMPLATES, type ProgramTemplateId } from "./templates.ts";

const IDS = Object.keys(PROGRAM_TEMPLATES) as ProgramTemplateId[];

test("there are five templates, A to E", () => {
  expect(IDS).toEqual(["A", "B", "C", "D", "E"]);
});

describe.each(IDS)("template %s", (id) => {
  const template: ProgramTemplate = PROGRAM_TEMPLATES[id];

  test("becomes a sound program", () => {
    const program = programFromTemplate(id, { programId: `program-${id}`, timeZone: DEFAULT_ZONE });
    expect(problemOf("program", program)).toBeNull();
    expect(program).toMatchObject({
      programId: `program-${id}`,
      name: template.title,
      timeZone: DEFAULT_ZONE,
      levelOfCare: "iop",
      daysPerWeekMin: 3,
      daysPerWeekMax: 5,
    });
  });

  test("takes a name of its own", () => {
    expect(programFromTemplate(id, { programId: "p", name: "North", timeZone: null }).name).toBe("North");
  });

  test("does not contradict itself", () => {
    for (const range of [template.hoursPerWeek, template.sessionHours, template.plannedDays]) {
      if (range.min !== null && range.max !== null) expect(range.min).toBeLessThanOrEqual(range.max);
    }
    const { hoursPerWeekMin, plannedWeeksMax, modalities } = template.program;
    if (hoursPerWeekMin !== null) expect(hoursPerWeekMin).toBe(template.hoursPerWeek.min);
    if (plannedWeeksMax !== null && template.plannedDays.max !== null) {
      expect(plannedWeeksMax * 7).toBeGreaterThanOrEqual(template.plannedDays.max);
    }
    expect(modalities).toEqual(template.modalities);
    expect(template.screening.random && template.screening.specimen === null).toBe(false);
    expect(template.services.length).toBeGreaterThan(0);
  });
});

test("templates say what sets them apart", () => {
  const { A, B, C, D, E } = PROGRAM_TEMPLATES;
  expect([A.program.plannedWeeksMin, A.program.plannedWeeksMax]).toEqual([8, 12]);
  expect(A.schedule).toMatchObject({ followsRisk: true, fitsShiftWork: true });
  expect(B.feeders).toEqual(["php"]);
  expect(C.sessionHours).toEqual({ min: 2, max: 4 });
  expect(D.feeders).toEqual(["inpatient"]);
  expect(E.plannedDays).toEqual({ min: 30, max: 60 });
  expect([E.schedule.tapers, E.screening.random]).toEqual([true, true]);
});
