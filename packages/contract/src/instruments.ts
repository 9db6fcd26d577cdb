import { INSTRUMENT_IDS, type Instrument } from "@soundings/clinical";
import { z } from "zod";

const band = z.object({ name: z.string(), from: z.int(), to: z.int() });
const scaledQuestion = z.object({ question: z.string(), answers: z.array(z.string()).readonly() });

const instrumentText = z.object({
  stem: z.string(),
  items: z.array(z.string()).readonly(),
  answers: z.array(z.string()).readonly(),
  difficulty: scaledQuestion,
});

/** An instrument's definition with its wording, so that no page words an item or a band itself. */
export const instrument = z.object({
  id: z.enum(INSTRUMENT_IDS),
  version: z.int(),
  name: z.string(),
  title: z.string(),
  measures: z.string(),
  recallDays: z.int(),
  items: z.array(z.object({ number: z.int(), topic: z.string(), loinc: z.string() })).readonly(),
  answerMaximum: z.int(),
  maximum: z.int(),
  proratedFrom: z.int(),
  bands: z.array(band).readonly(),
  caseness: z.int(),
  reliableChange: z.int(),
  minimalImportantChange: z.int(),
  safetyItem: z.int().nullable(),
  difficulty: z.object({ number: z.int(), loinc: z.string().nullable() }),
  loinc: z.object({ panel: z.string(), total: z.string(), answers: z.array(z.string()).readonly() }),
  texts: z.object({ en: instrumentText, es: instrumentText }),
  credit: z.string(),
  textSource: z.string(),
  sources: z.object({
    bands: z.string(),
    caseness: z.string(),
    reliableChange: z.string(),
    minimalImportantChange: z.string(),
    prorating: z.string(),
  }),
  reviewedOn: z.string(),
}) satisfies z.ZodType<Instrument>;

export const instrumentListing = z.object({ instruments: z.array(instrument).readonly() });
