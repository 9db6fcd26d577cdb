import type { AppRouter } from "@soundings/api";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";

const RETRIES = 2;

/** A refusal is an answer; only a server that could not be reached is asked again. */
function worthRetrying(failures: number, error: unknown): boolean {
  const answered = error instanceof TRPCClientError && error.data !== null && error.data !== undefined;
  return !answered && failures < RETRIES;
}

export function createClients() {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 60_000, refetchOnWindowFocus: true } },
  });
  const trpcClient = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "/trpc" })] });
  return { queryClient, trpcClient };
}
