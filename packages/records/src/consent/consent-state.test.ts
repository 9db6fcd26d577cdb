import { addDays, dateOf, startOfDay } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { day, moment, ZONE } from "../example-clinic.fixture.ts";
import type { ConsentEnd, StoredConsent } from "./consent.types.ts";
import { consentStateOn, endingProblem, isInForce, termsProblem } from "./consent-state.ts";

function consent(ends: ConsentEnd, ending: Partial<StoredConsent["ending"]> = null): StoredConsent {
  const recorded = { recordedAt: moment("2026-03-05T20:00:00Z"), recordedBy: "Therapist One" };
  return {
    consentId: "C-1",
    patientId: "P-1",
    discloser: "Day IOP",
    recipient: "Dr. Example",
    recipientKind: "name",
    what: ["measures"],
    purpose: "Treatment",
    purposeKind: "treatment_payment_operations",
    ends,
    signedOn: day("2026-03-01"),
    signedBy: "the patient",
    ...recorded,
    ending:
      ending === null
        ? null
        : { how: "revoked", on: day("2026-03-05"), why: "asked", ...recorded, ...ending },
  };
}

const UNTIL_CHANGE: ConsentEnd = { by: "day", on: day("2026-03-08") };

describe("a consent that ends on a day", () => {
  it("is in force from its signature through the whole of its last day", () => {
    expect(isInForce(consent(UNTIL_CHANGE), day("2026-02-28"))).toBe(false);
    expect(isInForce(consent(UNTIL_CHANGE), day("2026-03-01"))).toBe(true);
    expect(isInForce(consent(UNTIL_CHANGE), day("2026-03-08"))).toBe(true);
    expect(isInForce(consent(UNTIL_CHANGE), day("2026-03-09"))).toBe(false);
    expect(consentStateOn(consent(UNTIL_CHANGE), day("2026-03-09"))).toBe("ended");
  });

  it("ends with the midnight of the site, also on the day of 23 hours", () => {
    const lastMinute = moment("2026-03-09T06:59:59Z");
    const midnight = startOfDay(addDays(day("2026-03-08"), 1), ZONE);
    expect(midnight).toBe("2026-03-09T07:00:00Z");
    expect(isInForce(consent(UNTIL_CHANGE), dateOf(lastMinute, ZONE))).toBe(true);
    expect(isInForce(consent(UNTIL_CHANGE), dateOf(midnight, ZONE))).toBe(false);
  });

  it("ends with the midnight of the site, also on the day of 25 hours", () => {
    const autumn = consent({ by: "day", on: day("2026-11-01") });
    expect(isInForce(autumn, dateOf(moment("2026-11-02T07:59:59Z"), ZONE))).toBe(true);
    expect(isInForce(autumn, dateOf(moment("2026-11-02T08:00:00Z"), ZONE))).toBe(false);
  });
});

describe("an ending on record", () => {
  const never: ConsentEnd = { by: "never" };

  it.each([
    ["revoked", "revoked"],
    ["event_happened", "ended"],
    ["entered_in_error", "entered_in_error"],
  ] as const)("%s: the consent is %s and carries nothing any more", (how, state) => {
    const ended = consent(never, { how });
    expect(consentStateOn(ended, day("2026-03-05"))).toBe(state);
    expect(isInForce(ended, day("2026-03-05"))).toBe(false);
  });

  it("counts whatever the clock says, so that a clock set back brings no consent to life", () => {
    expect(isInForce(consent(never, { how: "revoked" }), day("2026-03-02"))).toBe(false);
  });

  it("says that it was revoked, even when its last day has passed since", () => {
    expect(consentStateOn(consent(UNTIL_CHANGE, { how: "revoked" }), day("2026-04-01"))).toBe("revoked");
  });

  it("cannot be given twice, in the future, or before the signature", () => {
    const today = day("2026-03-16");
    expect(endingProblem(consent(never), day("2026-03-16"), today)).toBeNull();
    expect(endingProblem(consent(never), day("2026-03-01"), today)).toBeNull();
    expect(endingProblem(consent(never), day("2026-03-17"), today)).toBe("in_future");
    expect(endingProblem(consent(never), day("2026-02-28"), today)).toBe("before_signed");
    expect(endingProblem(consent(never, { how: "revoked" }), today, today)).toBe("already_ended");
  });
});

describe("the terms of a new consent", () => {
  const today = day("2026-03-16");
  const terms = { ends: UNTIL_CHANGE, signedOn: day("2026-03-01"), purposeKind: "other" as const };

  it("may end on the day of the signature, and not before", () => {
    expect(termsProblem({ ...terms, ends: { by: "day", on: day("2026-03-01") } }, today)).toBeNull();
    expect(termsProblem({ ...terms, ends: { by: "day", on: day("2026-02-28") } }, today)).toBe(
      "ends_before_signed",
    );
  });

  it("may be signed today, and not tomorrow", () => {
    const ends: ConsentEnd = { by: "event", event: "discharge" };
    expect(termsProblem({ ...terms, ends, signedOn: today }, today)).toBeNull();
    expect(termsProblem({ ...terms, ends, signedOn: day("2026-03-17") }, today)).toBe("signed_in_future");
  });

  it("may have no end only for treatment, payment and health care operations", () => {
    const ends: ConsentEnd = { by: "never" };
    expect(termsProblem({ ...terms, ends }, today)).toBe("needs_an_end");
    expect(termsProblem({ ...terms, ends, purposeKind: "treatment_payment_operations" }, today)).toBeNull();
  });
});
