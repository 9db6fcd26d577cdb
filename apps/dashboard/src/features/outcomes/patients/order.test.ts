import { parseCalendarDate } from "@soundings/clinical";
import type { OutcomePatient } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { inOrder, nextOrder, orderOf } from "./order.ts";

const day = (text: string) => parseCalendarDate(text) ?? expect.fail(text);

function row(episodeId: string, name: string, admitted: string, discharged: string | null): OutcomePatient {
  const [givenName = "", familyName = ""] = name.split(" ");
  return {
    episodeId,
    patientId: `p-${episodeId}`,
    givenName,
    familyName,
    programId: "iop",
    programName: "Evening",
    therapistName: null,
    admittedOn: day(admitted),
    dischargedOn: discharged === null ? null : day(discharged),
    dischargeReason: null,
    pre: { "phq-9": null, "gad-7": null },
    post: { "phq-9": null, "gad-7": null },
    why: null,
    problems: [],
  };
}

const ROWS = [
  row("2", "Ada Moss", "2026-02-01", "2026-05-01"),
  row("1", "Ada Moss", "2026-02-01", null),
  row("3", "Bo Ash", "2026-03-01", "2026-04-01"),
];
const ids = (asked: Parameters<typeof inOrder>[1]) => inOrder(ROWS, asked).map(({ episodeId }) => episodeId);

describe("the order of the patients behind a number", () => {
  it("is by family name, then by stay", () => {
    expect(ids({})).toEqual(["3", "1", "2"]);
    expect(ids({ dir: "desc" })).toEqual(["1", "2", "3"]);
  });

  it("by day begins with the latest; a stay that goes on comes last", () => {
    expect(ids({ sort: "admitted" })).toEqual(["3", "1", "2"]);
    expect(ids({ sort: "ended" })).toEqual(["2", "3", "1"]);
  });

  it("turns around when its heading is chosen again, and one order has one address", () => {
    expect(nextOrder({}, "name")).toEqual({ sort: undefined, dir: "desc" });
    expect(nextOrder({ dir: "desc" }, "name")).toEqual({ sort: undefined, dir: undefined });
    expect(nextOrder({}, "ended")).toEqual({ sort: "ended", dir: undefined });
    expect(nextOrder({ sort: "ended" }, "ended")).toEqual({ sort: "ended", dir: "asc" });
    expect(orderOf({ sort: "admitted" })).toEqual({ sort: "admitted", dir: "desc" });
  });
});
