import { staffRoutes } from "./staff-routes.ts";

/** Every page of the site with somebody it belongs to, and what of the demo's data it shows. */
export type Route = {
  /** The folder below `app`, without groups: what the page is, to whoever reads the code. */
  readonly page: string;
  /** Who opens it; nobody's page is a stranger's. */
  readonly as?: string;
  /** The path it is opened at, or a statement whose single value is the path. */
  readonly at: string;
  /** Its rows may be many: the number of statements must not follow them. */
  readonly list?: true;
};

const staff = "staff@komponent.example";
const admin = "admin@praksis.example";
const assessor = "assessor@copi.example";
const certifier = "certifier@copi.example";
const facilitator = "facilitator@komponent.example";
const participant = "participant@fjordby.example";
const coordinator = "coordinator@fjordby.example";

const cohort = (slug: string, rest = "") =>
  `SELECT '/staff/cohorts/' || id || '${rest}' FROM cohort WHERE slug = '${slug}'`;
const enrolment = (path: string, email: string, rest = "") =>
  `SELECT '${path}' || e.id || '${rest}' FROM enrolment e JOIN person p ON p.id = e.person_id
   JOIN cohort c ON c.id = e.cohort_id WHERE p.email = '${email}' AND c.slug = 'odense-igangvaerende'`;
const observation = (path: string, email: string, state: string, rest = "") =>
  `SELECT '${path}' || o.id || '${rest}' FROM observation o JOIN person a ON a.id = o.assessor_id
   WHERE a.email = '${email}' AND o.state = '${state}' LIMIT 1`;

export const routes: readonly Route[] = [
  { page: "/", at: "/", list: true },
  { page: "/programmes", at: "/programmes", list: true },
  { page: "/programmes/[slug]", at: "/programmes/odense-foraar", list: true },
  { page: "/programmes/[slug]/apply", at: "/programmes/odense-foraar/apply", as: "newcomer@aadal.example" },
  { page: "/library", at: "/library", list: true },
  { page: "/library/[slug]", at: "SELECT '/library/' || slug FROM publication ORDER BY slug LIMIT 1" },
  { page: "/events", at: "/events", list: true },
  { page: "/events/[slug]", at: "SELECT '/events/' || slug FROM event ORDER BY slug LIMIT 1" },
  { page: "/contact", at: "/contact" },
  { page: "/privacy", at: "/privacy" },
  { page: "/was", at: "/was" },
  { page: "/transparency", at: "/transparency" },
  { page: "/verify", at: "/verify" },
  { page: "/verify/register", at: "/verify/register", list: true },
  {
    page: "/verify/[publicId]",
    at: "SELECT '/verify/' || public_id FROM certificate WHERE state = 'issued' ORDER BY serial_number LIMIT 1",
  },
  {
    page: "/achievements/[id]",
    at: "SELECT '/achievements/' || framework_version_id FROM programme_version WHERE framework_version_id IS NOT NULL LIMIT 1",
  },
  { page: "/demo/mail", at: "/demo/mail", list: true },
  { page: "/offline", at: "/offline" },
  { page: "/sign-in", at: "/sign-in" },
  { page: "/sign-in/sent", at: "/sign-in/sent" },
  { page: "/sign-in/confirm", at: "/sign-in/confirm?token=spent&email=nobody@example.org" },
  { page: "/sign-in/welcome", at: "/sign-in/welcome", as: "newcomer@aadal.example" },

  { page: "/my", at: "/my", as: participant, list: true },
  { page: "/my/account", at: "/my/account", as: participant },
  {
    page: "/staff/cohorts/[cohortId]/messages",
    at: cohort("odense-igangvaerende", "/messages"),
    as: staff,
    list: true,
  },
  {
    page: "/staff/cohorts/[cohortId]/messages/templates/[templateId]",
    at: cohort("odense-igangvaerende", "/messages/templates/new"),
    as: staff,
  },
  { page: "/staff/cohorts/[cohortId]/import", at: cohort("odense-foraar", "/import"), as: staff },
  { page: "/admin/people/import", at: "/admin/people/import", as: admin },
  { page: "/my/places", at: "/my/places", as: participant, list: true },
  { page: "/my/places/[enrolmentId]", at: enrolment("/my/places/", participant), as: participant },
  { page: "/organisation/apply", at: "/organisation/apply", as: coordinator, list: true },
  {
    page: "/organisation/apply/[groupEntryId]",
    at: `SELECT '/organisation/apply/' || g.id FROM group_entry g JOIN person p ON p.id = g.created_by_id WHERE p.email = '${coordinator}' LIMIT 1`,
    as: coordinator,
    list: true,
  },
  { page: "/organisation/seats", at: "/organisation/seats", as: coordinator, list: true },
  {
    page: "/organisation/people/[enrolmentId]",
    at: `SELECT '/organisation/people/' || e.id FROM enrolment e JOIN role_grant g ON g.organisation_id = e.organisation_id
     JOIN person p ON p.id = g.person_id WHERE p.email = '${coordinator}' AND g.role = 'coordinator' LIMIT 1`,
    as: coordinator,
  },
  { page: "/staff/billing", at: "/staff/billing", as: staff },
  {
    page: "/staff/cohorts/[cohortId]/billing",
    at: cohort("odense-foraar", "/billing"),
    as: staff,
    list: true,
  },
  {
    page: "/staff/cohorts/[cohortId]/seats",
    at: cohort("odense-foraar", "/seats"),
    as: staff,
    list: true,
  },
  { page: "/my/calendar", at: "/my/calendar", as: participant, list: true },
  { page: "/my/applications", at: "/my/applications", as: participant, list: true },
  {
    page: "/my/applications/[id]",
    at: `SELECT '/my/applications/' || a.id FROM application a JOIN person p ON p.id = a.person_id WHERE p.email = 'offered@soendermark.example'`,
    as: "offered@soendermark.example",
  },
  {
    page: "/my/offers/[entryId]",
    at: "SELECT '/my/offers/' || id FROM waitlist_entry WHERE state = 'offered' ORDER BY offered_at LIMIT 1",
    as: "offered@soendermark.example",
  },
  { page: "/my/observations", at: "/my/observations", as: participant, list: true },
  {
    page: "/my/observations/[observationId]",
    at: `SELECT '/my/observations/' || o.id FROM observation o JOIN enrolment e ON e.id = o.enrolment_id JOIN person p ON p.id = e.person_id WHERE p.email = '${participant}' AND o.state = 'shared' LIMIT 1`,
    as: participant,
  },
  { page: "/my/materials", at: "/my/materials", as: participant, list: true },
  { page: "/my/projects", at: "/my/projects", as: participant },
  { page: "/my/projects/[enrolmentId]", at: enrolment("/my/projects/", participant), as: participant },
  {
    page: "/my/visits/[visitId]",
    at: `SELECT '/my/visits/' || v.id FROM observation_visit v JOIN enrolment e ON e.id = v.enrolment_id JOIN person p ON p.id = e.person_id WHERE p.email = '${participant}' AND v.state = 'booked' LIMIT 1`,
    as: participant,
  },
  { page: "/my/certification", at: "/my/certification", as: participant, list: true },
  { page: "/my/represented", at: "/my/represented", as: "ditte.halkjaer@fagforening.example", list: true },
  { page: "/my/certificates", at: "/my/certificates", as: "certified@aadal.example", list: true },

  { page: "/facilitate", at: "/facilitate", as: facilitator, list: true },
  { page: "/facilitate/cohorts", at: "/facilitate/cohorts", as: facilitator, list: true },
  {
    page: "/facilitate/cohorts/[cohortId]",
    at: "SELECT '/facilitate/cohorts/' || id FROM cohort WHERE slug = 'odense-igangvaerende'",
    as: facilitator,
    list: true,
  },
  { page: "/facilitate/unavailability", at: "/facilitate/unavailability", as: facilitator },
  { page: "/facilitate/sessions", at: "/facilitate/sessions", as: facilitator, list: true },
  {
    page: "/facilitate/sessions/[sessionId]",
    at: "SELECT '/facilitate/sessions/' || s.id FROM session s JOIN cohort c ON c.id = s.cohort_id WHERE c.slug = 'odense-igangvaerende' AND s.state = 'held' ORDER BY s.starts_at DESC LIMIT 1",
    as: facilitator,
    list: true,
  },
  {
    page: "/facilitate/projects/[enrolmentId]",
    at: enrolment("/facilitate/projects/", participant),
    as: facilitator,
  },

  { page: "/assess", at: "/assess", as: assessor, list: true },
  { page: "/assess/criteria", at: "/assess/criteria", as: assessor },
  {
    page: "/assess/pairs/[pairId]",
    at: `SELECT '/assess/pairs/' || q.id FROM observation_pair q JOIN person p ON p.id = q.lead_id WHERE p.email = '${assessor}' ORDER BY q.created_at LIMIT 1`,
    as: assessor,
  },
  { page: "/assess/calibration", at: "/assess/calibration", as: assessor, list: true },
  {
    page: "/assess/calibration/[roundId]",
    at: "SELECT '/assess/calibration/' || id FROM calibration_round WHERE state = 'open' ORDER BY opened_at LIMIT 1",
    as: assessor,
  },
  { page: "/assess/visits", at: "/assess/visits", as: assessor, list: true },
  {
    page: "/assess/visits/[visitId]",
    at: `SELECT '/assess/visits/' || v.id FROM observation_visit v JOIN person a ON a.id = v.assessor_id WHERE a.email = '${assessor}' AND v.state = 'booked' LIMIT 1`,
    as: assessor,
  },
  { page: "/assess/observations", at: "/assess/observations", as: assessor, list: true },
  {
    page: "/assess/observations/[observationId]",
    at: observation("/assess/observations/", assessor, "submitted"),
    as: assessor,
  },
  {
    page: "/assess/observations/[observationId]/write",
    at: observation("/assess/observations/", assessor, "draft", "/write"),
    as: assessor,
  },
  {
    page: "/assess/participants/[enrolmentId]",
    at: enrolment("/assess/participants/", participant),
    as: assessor,
    list: true,
  },
  {
    page: "/assess/participants/[enrolmentId]/relation",
    at: enrolment("/assess/participants/", participant, "/relation"),
    as: assessor,
  },
  {
    page: "/assess/participants/[enrolmentId]/visit",
    at: enrolment("/assess/participants/", participant, "/visit"),
    as: assessor,
  },

  { page: "/certify", at: "/certify", as: certifier, list: true },
  {
    page: "/certify/cases/[caseId]",
    at: "SELECT '/certify/cases/' || id FROM certification_case WHERE state IN ('recommended', 'decided') ORDER BY state, id LIMIT 1",
    as: certifier,
    list: true,
  },
  {
    page: "/certify/cases/[caseId]/observations/[observationId]",
    at: "SELECT '/certify/cases/' || k.id || '/observations/' || o.id FROM certification_case k JOIN observation o ON o.enrolment_id = k.enrolment_id WHERE k.state IN ('recommended', 'decided', 'released') AND o.state = 'locked' LIMIT 1",
    as: certifier,
  },
  { page: "/certify/assessors", at: "/certify/assessors", as: certifier, list: true },
  {
    page: "/certify/assessors/[personId]",
    at: `SELECT '/certify/assessors/' || id FROM person WHERE email = '${assessor}'`,
    as: certifier,
  },
  { page: "/certify/frameworks", at: "/certify/frameworks", as: certifier, list: true },
  {
    page: "/certify/frameworks/[frameworkVersionId]",
    at: "SELECT '/certify/frameworks/' || id FROM framework_version WHERE state = 'draft' AND framework_id = (SELECT id FROM framework WHERE key = 'offentlig-innovationsledelse')",
    as: certifier,
  },
  {
    page: "/certify/frameworks/[frameworkVersionId]/compare",
    at: "SELECT '/certify/frameworks/' || id || '/compare' FROM framework_version WHERE state = 'draft' AND framework_id = (SELECT id FROM framework WHERE key = 'offentlig-innovationsledelse')",
    as: certifier,
  },
  {
    page: "/certify/frameworks/[frameworkVersionId]/criteria/[criterionId]",
    at: "SELECT '/certify/frameworks/' || v.id || '/criteria/' || c.id FROM framework_version v JOIN criterion c ON c.framework_version_id = v.id JOIN framework f ON f.id = v.framework_id WHERE v.state = 'draft' AND f.key = 'offentlig-innovationsledelse' ORDER BY c.position LIMIT 1",
    as: certifier,
  },
  { page: "/certify/samples", at: "/certify/samples", as: certifier, list: true },
  {
    page: "/certify/samples/[sampleId]",
    at: "SELECT '/certify/samples/' || id FROM case_sample ORDER BY drawn_at LIMIT 1",
    as: certifier,
  },
  { page: "/certify/calibration", at: "/certify/calibration", as: certifier, list: true },
  {
    page: "/certify/calibration/[roundId]",
    at: "SELECT '/certify/calibration/' || id FROM calibration_round WHERE state = 'discussed' ORDER BY opened_at LIMIT 1",
    as: certifier,
  },
  { page: "/certify/certificates", at: "/certify/certificates", as: certifier, list: true },
  { page: "/certify/certificates/issuing", at: "/certify/certificates/issuing", as: certifier, list: true },
  { page: "/certify/certificates/checks", at: "/certify/certificates/checks", as: certifier, list: true },
  { page: "/certify/register", at: "/certify/register", as: certifier, list: true },
  { page: "/certify/complaints", at: "/certify/complaints", as: certifier, list: true },
  { page: "/certify/enquiries", at: "/certify/enquiries", as: certifier, list: true },
  {
    page: "/certify/enquiries/[enquiryId]",
    at: "SELECT '/certify/enquiries/' || e.id FROM enquiry e JOIN organisation o ON o.id = e.to_organisation_id WHERE e.state IN ('new', 'assigned') AND o.kind = 'certifying_body' ORDER BY e.id LIMIT 1",
    as: certifier,
  },
  {
    page: "/certify/certificates/[certificateId]",
    at: "SELECT '/certify/certificates/' || id FROM certificate WHERE state = 'issued' ORDER BY serial_number LIMIT 1",
    as: certifier,
  },

  ...staffRoutes,

  { page: "/organisation", at: "/organisation", as: coordinator, list: true },
  { page: "/organisation/people", at: "/organisation/people", as: coordinator, list: true },

  { page: "/admin", at: "/admin", as: admin, list: true },
  { page: "/admin/audit", at: "/admin/audit", as: admin, list: true },
  { page: "/admin/jobs", at: "/admin/jobs", as: admin, list: true },
  { page: "/admin/organisations", at: "/admin/organisations", as: admin, list: true },
  { page: "/admin/organisations/new", at: "/admin/organisations/new", as: admin },
  {
    page: "/admin/organisations/[organisationId]",
    at: "SELECT '/admin/organisations/' || organisation_id FROM organisation_name WHERE short_name = 'CO-PI'",
    as: admin,
  },
  { page: "/admin/people", at: "/admin/people", as: admin, list: true },
  { page: "/admin/people/new", at: "/admin/people/new", as: admin },
  {
    page: "/admin/people/[personId]",
    at: `SELECT '/admin/people/' || id FROM person WHERE email = '${certifier}'`,
    as: admin,
  },
  { page: "/admin/statements", at: "/admin/statements", as: admin },
  { page: "/admin/statements/[name]", at: "/admin/statements/accessibility?language=da", as: admin },
  { page: "/admin/sign-in", at: "/admin/sign-in", as: admin },
  { page: "/admin/ui", at: "/admin/ui", as: admin },
];

/** Pages that the demo's data cannot show, and the test that visits them. */
export const elsewhere: Readonly<Record<string, string>> = {
  "/approve/[token]": "journeys/thread.test.ts",
  "/invitation/[token]": "journeys/calendars-and-lists.test.ts",
};
