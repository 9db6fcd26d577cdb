import { adminHomeRoute, adminRoute } from "./admin.tsx";
import { adminAuditRoute } from "./admin-audit.tsx";
import { adminCoversRoute } from "./admin-covers.tsx";
import { adminMeetingsRoute } from "./admin-meetings.tsx";
import { adminOpenedRoute } from "./admin-opened.tsx";
import { adminPeopleRoute } from "./admin-people.tsx";
import { adminNewProgramRoute, adminProgramRoute, adminProgramsRoute } from "./admin-programs.tsx";
import { adminRunningRoute } from "./admin-running.tsx";

export const adminTree = adminRoute.addChildren([
  adminHomeRoute,
  adminPeopleRoute,
  adminCoversRoute,
  adminMeetingsRoute,
  adminProgramsRoute,
  adminProgramRoute,
  adminNewProgramRoute,
  adminAuditRoute,
  adminOpenedRoute,
  adminRunningRoute,
]);
