import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../../lib/trpc.ts";
import { usePrintEntry } from "../../../lib/use-print-entry.ts";
import { useShown } from "../views/use-shown.ts";

/** Has it entered in the audit that a page of figures or of patients goes to a printer. Definitions and reports name nobody. */
export function usePrintedEntry(): void {
  const trpc = useTRPC();
  const { page, filter } = useShown();
  const { mutate } = useMutation(trpc.outcomes.printed.mutationOptions());
  usePrintEntry(() => {
    if (page !== null) mutate({ page, filter });
  });
}
