import { describe, expect, test } from "vitest";
import { chart as chartOf, day, medicationChange } from "../records/example-chart.ts";
import { NO_OWN_RECORDS } from "../records/own.ts";
import type { Chart } from "../records/types.ts";
import { negative, on, positive, screenOn } from "../rules/example-rules.ts";
import { injection, lensOf } from "./example-lens.ts";

const notices = (chart: Partial<Chart>, dayOfEpisode: number) =>
  lensOf({ chart, day: dayOfEpisode }).notices.map(({ kind, text }) => [kind, text]);
const taking = (medication: string, dayOfEpisode = -20) =>
  medicationChange(medication, on(dayOfEpisode), { medication });

test("nothing that needs a look is no notice", () => {
  const own = { ...NO_OWN_RECORDS, injections: [injection(0)] };
  expect(notices({}, 10)).toEqual([]);
  expect(notices({ own }, 30)).toEqual([]);
});

test.each([
  [31, `Injection late: Vivitrol, 3 days past its due date of ${on(28)}`],
  [35, `Injection overdue: Vivitrol, 7 days past its due date of ${on(28)}`],
])("an injection on day %i", (dayOfEpisode, text) => {
  const own = { ...NO_OWN_RECORDS, injections: [injection(0)] };
  expect(notices({ own }, dayOfEpisode)).toEqual([["injection", text]]);
  const medicationChanges = [
    taking("Vivitrol"),
    medicationChange("s", on(5), { medication: "Vivitrol", change: "stop" }),
  ];
  expect(notices({ own, medicationChanges }, dayOfEpisode)).toEqual([]);
});

test("a watch over a younger adult, in its words", () => {
  const patient = { ...chartOf({}).patient, birthDate: day("2004-05-01") };
  const chart = { patient, medicationChanges: [taking("Sertraline", 5)] };
  const lens = lensOf({ chart, day: 20 });
  expect(lens.watches).toHaveLength(1);
  expect(lens.notices).toEqual([{ kind: "young_adult_watch", text: lens.watches[0]?.text }]);
});

describe("a prescribed drug that the latest screen lacks", () => {
  const lacking = (analyte: string, dayOfEpisode: number) => screenOn(dayOfEpisode, [negative(analyte)]);

  test("is left to the finding where there is one", () => {
    const chart = {
      medicationChanges: [taking("Suboxone"), taking("Adderall XR")],
      screens: [screenOn(10, [negative("buprenorphine"), negative("amphetamine")])],
    };
    expect(notices(chart, 12)).toEqual([
      ["expected_absent", `Amphetamine negative though prescribed on ${on(10)}`],
    ]);
    expect(notices(chart, 40)).toEqual([
      ["expected_absent", `Amphetamine and buprenorphine negative though prescribed on ${on(10)}`],
    ]);
  });

  test("is one only of the latest valid screen, and while it is prescribed", () => {
    const medicationChanges = [taking("Adderall XR")];
    const first = lacking("amphetamine", 10);
    expect(
      notices({ medicationChanges, screens: [first, screenOn(12, [positive("amphetamine")])] }, 15),
    ).toEqual([]);
    const dilute = screenOn(12, [positive("amphetamine")], { validity: "dilute" });
    expect(notices({ medicationChanges, screens: [first, dilute] }, 15)).toHaveLength(1);
    const stopped = medicationChange("s", on(13), { medication: "adderall xr", change: "stop" });
    expect(notices({ medicationChanges: [...medicationChanges, stopped], screens: [first] }, 15)).toEqual([]);
  });
});
