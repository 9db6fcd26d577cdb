import type { Me } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc.ts";

/** Names of programs, where the roles let one read them; otherwise their ids. */
export function usePrograms({ actions, secondFactor }: Me): (programId: string) => string {
  const trpc = useTRPC();
  const mayRead = secondFactor !== "needed" && actions.includes("caseload.view");
  const options = useQuery({ ...trpc.caseload.options.queryOptions(), enabled: mayRead }).data;
  return (id) => options?.programs.find(({ programId }) => programId === id)?.name ?? id;
}
