/** The roles of domain.md, with the two that need no grant: whoever is not signed in, and whoever is. */
export type ActorRole =
  | "anonymous"
  | "person"
  | "participant"
  | "facilitator"
  | "staff"
  | "assessor"
  | "certifier"
  | "coordinator"
  | "admin";

/** Every role, in the order in which it is shown. */
export const actorRoles = [
  "anonymous",
  "person",
  "participant",
  "facilitator",
  "staff",
  "assessor",
  "certifier",
  "coordinator",
  "admin",
] as const satisfies readonly ActorRole[];

/**
 * Who may do what: the one table, for actions, queries and what the screens show. `person` is everybody who is signed in;
 * what of it they may reach is narrowed by lib/auth/scope.ts and the policies. Nothing that is not here is allowed.
 * The provider trains and the certifying body certifies (ISO/IEC 17024 5.2): no role has permissions of both.
 */
export const permissions = {
  // Anybody
  "catalogue.view": ["anonymous", "person"],
  "certificate.verify": ["anonymous", "person"],
  "signIn.request": ["anonymous", "person"],
  "enquiry.send": ["anonymous", "person"],
  /** Holding a valid signed link is the authority. */
  "approval.answer": ["anonymous", "person"],
  /** As above: the link in the invitation is signed for one person and one session or visit. */
  "invitation.answer": ["anonymous", "person"],
  /** As above: whoever has the address of a private calendar may read it. */
  "calendar.read": ["anonymous", "person"],
  // Whoever is signed in, for themself
  "account.manage": ["person"],
  "my.view": ["person"],
  "calendar.manage": ["person"],
  "application.write": ["person"],
  "offer.answer": ["person"],
  "enrolment.leave": ["person"],
  "certificate.hold": ["person"],
  /** As the participant of a case, or as who represents them: lib/auth/scope.ts and the policy say whose. */
  "hearing.answer": ["person"],
  "appeal.file": ["person"],
  "complaint.file": ["person"],
  "case.represent": ["person"],
  // Participants
  "project.write": ["participant"],
  "observation.respond": ["participant"],
  "visit.prepare": ["participant"],
  // The provider trains
  "facilitation.view": ["facilitator"],
  /** To say when one cannot. */
  "unavailability.manage": ["facilitator"],
  "attendance.record": ["facilitator", "staff"],
  "project.agree": ["facilitator"],
  /** With a session: whoever teaches the cohort, and the provider's staff. */
  "material.handOut": ["facilitator", "staff"],
  "staff.view": ["staff"],
  "programme.manage": ["staff"],
  "agreement.manage": ["staff"],
  "cohort.manage": ["staff"],
  "session.manage": ["staff"],
  "application.decide": ["staff"],
  "waitlist.manage": ["staff"],
  "enrolment.manage": ["staff"],
  /** Who takes over a seat: its provider's staff, and the organisation whose seat it is. */
  "enrolment.substitute": ["staff", "coordinator"],
  "billing.manage": ["staff"],
  "message.view": ["staff"],
  "message.send": ["staff"],
  "list.export": ["staff"],
  "list.print": ["staff", "facilitator"],
  "list.import": ["staff"],
  /** Whoever is asked for sparring: the provider or the certifying body. */
  "enquiry.answer": ["staff", "certifier"],
  // The certifying body certifies
  "assessment.view": ["assessor"],
  "conflict.declare": ["assessor"],
  "visit.book": ["assessor"],
  "observation.write": ["assessor"],
  "observation.share": ["assessor"],
  /** Back to its assessor before it is shared: by themself, or by a certifier of the body who read it. */
  "observation.return": ["assessor", "certifier"],
  "certification.view": ["certifier"],
  "case.recommend": ["assessor", "certifier"],
  "case.decide": ["certifier"],
  "case.except": ["certifier"],
  "case.release": ["certifier"],
  "certificate.issue": ["certifier"],
  "certificate.revoke": ["certifier"],
  "framework.view": ["assessor", "certifier"],
  /** To write, approve, take into use and retire the versions of the body's frameworks. */
  "framework.manage": ["certifier"],
  /** Who may assess by which version, until when; and what was done by those who are barred since. */
  "assessor.authorise": ["certifier"],
  /** To draw decided cases for a second look, and to say who takes it. */
  "case.sample": ["certifier"],
  "case.review": ["certifier"],
  "calibration.run": ["certifier"],
  "calibration.rate": ["assessor"],
  // An organisation looks after its own
  "organisation.view": ["coordinator"],
  "approval.decideAsCoordinator": ["coordinator"],
  /** To apply for one's people, and to name them for the seats of an agreement. */
  "organisation.enrol": ["coordinator"],
  // The installation
  "installation.view": ["admin"],
  "installation.manage": ["admin"],
  "role.manage": ["admin"],
  "organisation.manage": ["admin"],
  "audit.view": ["admin"],
} as const satisfies Record<string, readonly ActorRole[]>;

export type Permission = keyof typeof permissions;

/** Whether somebody who has `role` has `permission`. */
export function roleHas(role: ActorRole, permission: Permission): boolean {
  return (permissions[permission] as readonly ActorRole[]).includes(role);
}
