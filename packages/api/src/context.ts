import type { Services } from "./services.ts";

/** What a procedure reads of the request that calls it. */
export interface ApiContext extends Services {
  readonly requestId: string;
}

export function createContext(services: Services, requestId: string): ApiContext {
  return { ...services, requestId };
}
