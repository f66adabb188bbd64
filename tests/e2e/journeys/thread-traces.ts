import { manager } from "../roles/applicant.ts";

/** Those who apply on the thread: the first is admitted, the second waits. */
type Applicants = Record<"first" | "second", { readonly email: string }>;
/** By the number of a step, sentences of what it is to leave: `what who`. */
type Steps = Readonly<Record<string, readonly string[]>>;

const staffs = "staff@komponent.example";
const teacher = "facilitator4@komponent.example";
export const assessors = ["assessor@copi.example", "assessor2@copi.example"] as const;
const [decides, recommends] = ["certifier@copi.example", "certifier2@copi.example"];

/** The event that each step leaves, and whose it is; a manager answers without an account. */
export const eventsOf = ({ first, second }: Applicants): Steps => ({
  1: [
    "programme.created",
    "programmeVersion.saved",
    "programmeVersion.published",
    "cohort.created",
    "cohort.open",
  ].map((what) => `${what} ${staffs}`),
  2: [`application.drafted ${first.email}`, `application.submitted ${first.email}`],
  3: [
    `approval.asked ${first.email}`,
    "approval.approved",
    `application.admitted ${staffs}`,
    `enrolment.created ${staffs}`,
    `application.submitted ${second.email}`,
    `application.waitlisted ${staffs}`,
    `waitlist.joined ${staffs}`,
    `session.cancelled ${staffs}`,
    `cohort.running ${staffs}`,
    `attendance.recorded ${teacher}`,
    `project.proposed ${first.email}`,
    `project.agreed ${teacher}`,
    `project.concluded ${first.email}`,
  ],
  4: assessors.flatMap((who) => [
    `visit.booked ${who}`,
    `observation.started ${who}`,
    `observation.submitted ${who}`,
    `observation.shared ${who}`,
    `observation.locked ${first.email}`,
  ]),
  5: [
    `case.becameReady ${first.email}`,
    `case.recommended ${recommends}`,
    `case.decided ${decides}`,
    `case.released ${decides}`,
  ],
  6: [
    `certificate.issued ${decides}`,
    `certificate.revocationProposed ${decides}`,
    `certificate.revoked ${recommends}`,
  ],
});

/** The mails that each step sends. */
export const mailsOf = ({ first, second }: Applicants): Steps => ({
  2: [`application-received ${first.email}`, `approval-asked ${manager.email}`],
  3: [
    `approval-answered ${first.email}`,
    `application-admitted ${first.email}`,
    `application-waitlisted ${second.email}`,
  ],
  4: [`visit-booked ${first.email}`, `observation-shared ${first.email}`],
  5: [`case-released ${first.email}`],
  6: [`certificate-issued ${first.email}`, `certificate-revoked ${first.email}`],
});
