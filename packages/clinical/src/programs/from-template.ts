import type { ZoneName } from "../calendar/types.ts";
import type { Program } from "../records/types.ts";
import { PROGRAM_TEMPLATES, type ProgramTemplateId } from "./templates.ts";

/** What a template leaves open; without a name the template's title stands. */
export interface ProgramNaming {
  readonly programId: string;
  readonly name?: string;
  readonly timeZone: ZoneName | null;
}

/** A program that runs as the template says, as the clinic export holds it. */
export function programFromTemplate(templateId: ProgramTemplateId, naming: ProgramNaming): Program {
  const template = PROGRAM_TEMPLATES[templateId];
  return {
    programId: naming.programId,
    name: naming.name ?? template.title,
    timeZone: naming.timeZone,
    ...template.program,
  };
}
