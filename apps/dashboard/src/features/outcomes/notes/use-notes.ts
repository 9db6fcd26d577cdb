import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../lib/trpc.ts";
import { useQuestion } from "../parts/use-question.ts";

/** The notes of the program that is asked about, or of every one: newest first, those taken back included. */
export function useNotes() {
  const trpc = useTRPC();
  const { program } = useQuestion();
  const list = useQuery(trpc.outcomeNotes.list.queryOptions());
  const notes = list.data?.notes.filter(({ programId }) => program === undefined || programId === program);
  return { list, notes, programs: list.data?.programs ?? [] };
}
