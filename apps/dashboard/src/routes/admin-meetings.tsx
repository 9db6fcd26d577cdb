import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { adminRoute } from "./admin.tsx";

export const adminMeetingsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/meetings",
  component: lazyRouteComponent(() => import("../features/admin-meetings/MeetingsPage.tsx"), "MeetingsPage"),
});
