import { createTheme, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { TRPCProvider } from "../lib/trpc.ts";
import { Cover } from "./Cover.tsx";
import { queryClient, trpcClient } from "./clients.ts";
import { router } from "./router.ts";

const theme = createTheme({ respectReducedMotion: true, cursorType: "pointer", focusRing: "auto" });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <Cover>
            <RouterProvider router={router} />
          </Cover>
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
