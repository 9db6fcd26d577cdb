import { createRootRoute, Outlet } from "@tanstack/react-router";
import { Shell } from "../app/Shell.tsx";

export const rootRoute = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});
