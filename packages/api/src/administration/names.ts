import { compareText } from "@soundings/clinical";
import { type Store, siteOf } from "@soundings/records";

/** Programs to choose from, by name. */
export function programsToChoose(
  store: Store,
  reach: (programId: string) => boolean = () => true,
): readonly { readonly programId: string; readonly name: string }[] {
  return [...siteOf(store).programs.values()]
    .filter(({ programId }) => reach(programId))
    .map(({ programId, name }) => ({ programId, name }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.programId, b.programId));
}
