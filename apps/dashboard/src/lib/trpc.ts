import type { AppRouter } from "@soundings/api";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/** Server state lives in React Query under the keys of these procedures. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();
