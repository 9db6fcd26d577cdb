import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { lookWhoIsIn } from "./enter.ts";

/** Asks who is signed in, once and whenever it is asked for again. */
export function useWhoIsIn(personId: string) {
  const { mutate, error } = useMutation({ mutationFn: lookWhoIsIn });
  useEffect(() => mutate(personId), [mutate, personId]);
  return { error, again: () => mutate(personId) };
}
