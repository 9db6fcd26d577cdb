import type { AppRouter } from "@soundings/api";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { isRefusal } from "../lib/auth.ts";
import { presence } from "./presence.ts";

const RETRIES = 2;

/** A refusal is an answer; only a server that could not be reached is asked again. */
function worthRetrying(failures: number, error: unknown): boolean {
  const isAnswered =
    typeof error === "object" && error !== null && "data" in error && (error.data ?? null) !== null;
  return !isAnswered && failures < RETRIES;
}

/** Any answer may be the first to say that the sign-in has ended. Before anybody is signed in, nothing is to be covered. */
function coverWhenSignedOut(error: unknown): void {
  if (isRefusal(error, "signed_out") && queryClient.getQueryData(trpc.account.me.queryKey()) !== undefined)
    presence.cover("ended");
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: coverWhenSignedOut }),
  mutationCache: new MutationCache({ onError: coverWhenSignedOut }),
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 60_000, refetchOnWindowFocus: true } },
});
export const trpcClient = createTRPCClient<AppRouter>({
  // By POST also what is only asked for: an address, which a proxy writes down, holds names of procedures and nothing else.
  links: [httpBatchLink({ url: "/trpc", methodOverride: "POST" })],
});
/** The procedures for what runs outside a component, such as the way to a page. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
