import type { ActorRole } from "../../permissions";

/** The areas of the site that belong to a role, in the order in which they are shown. */
const areas = [
  { key: "my", href: "/my", role: "person" },
  { key: "facilitate", href: "/facilitate", role: "facilitator" },
  { key: "assess", href: "/assess", role: "assessor" },
  { key: "certify", href: "/certify", role: "certifier" },
  { key: "staff", href: "/staff", role: "staff" },
  { key: "organisation", href: "/organisation", role: "coordinator" },
  { key: "admin", href: "/admin", role: "admin" },
] as const satisfies readonly { key: string; href: string; role: ActorRole }[];

export type Area = (typeof areas)[number];

/** The areas that somebody with `roles` may enter. */
export function areasFor(roles: readonly ActorRole[]): Area[] {
  return areas.filter((area) => roles.includes(area.role));
}

/**
 * Where somebody lands who signs in without having been on the way somewhere: a participant at their own programme, otherwise
 * in the first area that a role of theirs gives them.
 */
export function homeFor(roles: readonly ActorRole[]): string {
  if (roles.includes("participant")) return "/my";
  return areasFor(roles).find((area) => area.key !== "my")?.href ?? "/my";
}
