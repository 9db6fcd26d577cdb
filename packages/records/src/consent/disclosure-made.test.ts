import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../audit/audit.types.ts";
import { CLINIC, day, NOW, newStore, take } from "../example-clinic.fixture.ts";
import type { Store } from "../store/store.ts";
import { consentsAndDisclosures } from "./consent.reads.ts";
import type { Disclosing, DisclosureWanted } from "./consent.types.ts";
import { endConsent, recordConsent } from "./consent.writes.ts";
import { discloseMade } from "./disclosure.writes.ts";
import { RecordChanged } from "./record-changed.ts";

const ACTOR: Actor = { personId: null, name: "Therapist One", signInId: null, requestId: "request-1" };
const BY = { by: "Therapist One", at: NOW };

let store: Store;
let consentId: string;

beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
  const consent = recordConsent(
    store.writer,
    {
      patientId: "P-1",
      discloser: "Day IOP",
      recipient: "Dr. Example",
      recipientKind: "name",
      what: ["measures"],
      purpose: "Care",
      purposeKind: "treatment_payment_operations",
      ends: { by: "day", on: day("2026-12-31") },
      signedOn: day("2026-03-01"),
      signedBy: "the patient",
    },
    BY,
  );
  if (typeof consent === "string") throw new Error(consent);
  consentId = consent.consentId;
});

afterEach(() => store.close());

function wanted(): DisclosureWanted {
  return {
    patientId: "P-1",
    form: "summary",
    what: ["measures"],
    recipient: "Dr. Example",
    purpose: "Care",
    notice: "part-2-statement@2024-02-16",
    basis: { by: "consent", consentId },
  };
}

function bytesOf({ chart }: Disclosing): Uint8Array {
  return new TextEncoder().encode(chart.patient.familyName);
}

function rename(name: string): void {
  store.writer.exec(`update patients set family_name = '${name}' where patient_id = 'P-1'`);
}

/** Makes a document; `meanwhile` happens while the first, second … is being made. */
function make(...meanwhile: readonly (() => void)[]) {
  let made = 0;
  const left = discloseMade(store.writer, ACTOR, { wanted: wanted(), at: NOW }, async (disclosing) => {
    await Promise.resolve();
    meanwhile[made]?.();
    made += 1;
    return bytesOf(disclosing);
  });
  return left.then((disclosed) => ({ disclosed, made }));
}

const onRecord = () => consentsAndDisclosures(store, "P-1").disclosures;

describe("a document that takes its time", () => {
  it("leaves as it was made when nothing changed, with its digest on record", async () => {
    rename("Still");
    const { disclosed, made } = await make();
    expect(made).toBe(1);
    expect(new TextDecoder().decode(disclosed?.bytes)).toBe("Still");
    const digest = createHash("sha256").update("Still").digest("hex");
    expect(onRecord()).toMatchObject([{ disclosureId: disclosed?.disclosureId, digest, form: "summary" }]);
  });

  it("is made again when the record changed meanwhile: what leaves is the record of the moment", async () => {
    const { disclosed, made } = await make(() => rename("Later"));
    expect(made).toBe(2);
    expect(new TextDecoder().decode(disclosed?.bytes)).toBe("Later");
    expect(onRecord()).toHaveLength(1);
  });

  it("does not leave when the consent was revoked meanwhile", async () => {
    const { disclosed } = await make(() => {
      endConsent(store.writer, consentId, { how: "revoked", on: day("2026-03-16"), why: "Asked to" }, BY);
    });
    expect(disclosed).toBeNull();
    expect(onRecord()).toEqual([]);
  });

  it("does not leave when the record never stands still", async () => {
    let count = 0;
    const again = () => {
      count += 1;
      rename(`Name ${count}`);
    };
    await expect(make(...Array.from({ length: 20 }, () => again))).rejects.toBeInstanceOf(RecordChanged);
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(10);
    expect(onRecord()).toEqual([]);
  });

  it("does not leave when it cannot be made", async () => {
    const broken = () => {
      throw new Error("no ink");
    };
    await expect(make(broken)).rejects.toThrow("no ink");
    expect(onRecord()).toEqual([]);
  });
});
