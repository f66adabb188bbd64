import type { ParticipantRole } from "@/lib/db/generated/enums";

/** The roles one can apply in; a guest is invited by staff. */
export const applicantRoles = [
  "manager",
  "project_manager",
  "consultant",
  "innovation_leader",
  "key_person",
  "employee",
  "politician",
] as const satisfies readonly ParticipantRole[];
