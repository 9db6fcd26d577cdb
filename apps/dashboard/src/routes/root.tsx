import { createRootRoute, Outlet, useLocation } from "@tanstack/react-router";
import { admit } from "../app/guard.ts";
import { PublicFrame } from "../app/PublicFrame.tsx";
import { isPublic } from "../app/places.ts";
import { Shell } from "../app/Shell.tsx";

function Root() {
  const outside = useLocation({ select: ({ pathname }) => isPublic(pathname) });
  const Frame = outside ? PublicFrame : Shell;
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export const rootRoute = createRootRoute({
  beforeLoad: ({ location }) => admit(location),
  component: Root,
});
