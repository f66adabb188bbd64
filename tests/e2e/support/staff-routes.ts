import type { Route } from "./routes.ts";

const staff = "staff@komponent.example";

const cohort = (slug: string, rest = "") =>
  `SELECT '/staff/cohorts/' || id || '${rest}' FROM cohort WHERE slug = '${slug}'`;
const version = (state: string, rest = "") =>
  `SELECT '/staff/programmes/' || v.programme_id || '/versions/' || v.id || '${rest}' FROM programme_version v
   JOIN programme p ON p.id = v.programme_id WHERE v.state = '${state}' AND p.slug LIKE 'certificeret%' LIMIT 1`;
const session = (rest = "") =>
  `SELECT '/staff/cohorts/' || c.id || '/sessions/' || s.id || '${rest}' FROM session s JOIN cohort c ON c.id = s.cohort_id
   WHERE c.slug = 'odense-foraar' AND s.state IN ('planned', 'confirmed') ORDER BY s.starts_at LIMIT 1`;

/** The pages of the provider's staff. */
export const staffRoutes: readonly Route[] = [
  { page: "/staff", at: "/staff", as: staff, list: true },
  { page: "/staff/cohorts", at: "/staff/cohorts", as: staff, list: true },
  { page: "/staff/cohorts/new", at: "/staff/cohorts/new", as: staff },
  { page: "/staff/cohorts/[cohortId]", at: cohort("odense-foraar"), as: staff },
  {
    page: "/staff/cohorts/[cohortId]/applications",
    at: cohort("odense-foraar", "/applications"),
    as: staff,
    list: true,
  },
  { page: "/staff/cohorts/[cohortId]/form", at: cohort("odense-foraar", "/form"), as: staff },
  {
    page: "/staff/cohorts/[cohortId]/figures",
    at: cohort("odense-igangvaerende", "/figures"),
    as: staff,
    list: true,
  },
  {
    page: "/staff/cohorts/[cohortId]/change/[state]",
    at: cohort("odense-foraar", "/change/closed"),
    as: staff,
  },
  {
    page: "/staff/cohorts/[cohortId]/enrolments",
    at: cohort("odense-igangvaerende", "/enrolments"),
    as: staff,
    list: true,
  },
  {
    page: "/staff/cohorts/[cohortId]/sessions",
    at: cohort("odense-foraar", "/sessions"),
    as: staff,
    list: true,
  },
  { page: "/staff/cohorts/[cohortId]/sessions/new", at: cohort("odense-foraar", "/sessions/new"), as: staff },
  {
    page: "/staff/cohorts/[cohortId]/sessions/obligations",
    at: cohort("odense-foraar", "/sessions/obligations?pick=between"),
    as: staff,
  },
  { page: "/staff/cohorts/[cohortId]/sessions/[sessionId]", at: session(), as: staff },
  { page: "/staff/cohorts/[cohortId]/sessions/[sessionId]/cancel", at: session("/cancel"), as: staff },
  { page: "/staff/cohorts/[cohortId]/settings", at: cohort("odense-foraar", "/settings"), as: staff },
  { page: "/staff/cohorts/[cohortId]/team", at: cohort("odense-foraar", "/team"), as: staff },
  {
    page: "/staff/cohorts/[cohortId]/waitlist",
    at: cohort("vejle-fuldt", "/waitlist"),
    as: staff,
    list: true,
  },
  { page: "/staff/plan", at: "/staff/plan?view=month", as: staff, list: true },
  {
    page: "/staff/plan/review",
    at: `SELECT '/staff/plan/review?view=week&day=' || to_char(s.starts_local + interval '1 day', 'YYYY-MM-DD') || '&move=' || s.id || '~'
      || to_char(s.starts_local + interval '1 day', 'YYYY-MM-DD') || '~0900~1600' FROM session s JOIN cohort c ON c.id = s.cohort_id
      WHERE c.slug = 'odense-foraar' AND s.state IN ('planned', 'confirmed') ORDER BY s.starts_at LIMIT 1`,
    as: staff,
  },
  { page: "/staff/agreements", at: "/staff/agreements", as: staff, list: true },
  { page: "/staff/agreements/new", at: "/staff/agreements/new", as: staff },
  {
    page: "/staff/agreements/[agreementId]",
    at: "SELECT '/staff/agreements/' || id FROM agreement WHERE kind = 'academy' AND state = 'active' ORDER BY created_at LIMIT 1",
    as: staff,
  },
  {
    page: "/staff/agreements/[agreementId]/billing",
    at: "SELECT '/staff/agreements/' || agreement_id || '/billing' FROM agreement_charge ORDER BY created_at LIMIT 1",
    as: staff,
    list: true,
  },
  { page: "/staff/holidays", at: "/staff/holidays", as: staff, list: true },
  { page: "/staff/cohorts/[cohortId]/copy", at: cohort("odense-igangvaerende", "/copy"), as: staff },
  { page: "/staff/rooms", at: "/staff/rooms", as: staff },
  { page: "/staff/programmes", at: "/staff/programmes", as: staff, list: true },
  { page: "/staff/programmes/new", at: "/staff/programmes/new", as: staff },
  {
    page: "/staff/programmes/[programmeId]",
    at: "SELECT '/staff/programmes/' || id FROM programme WHERE slug LIKE 'certificeret%'",
    as: staff,
    list: true,
  },
  {
    page: "/staff/programmes/[programmeId]/compare",
    at: "SELECT '/staff/programmes/' || id || '/compare' FROM programme WHERE slug LIKE 'certificeret%'",
    as: staff,
  },
  {
    page: "/staff/programmes/[programmeId]/copy",
    at: "SELECT '/staff/programmes/' || id || '/copy' FROM programme WHERE slug LIKE 'certificeret%'",
    as: staff,
  },
  { page: "/staff/programmes/[programmeId]/versions/[versionId]", at: version("draft"), as: staff },
  {
    page: "/staff/programmes/[programmeId]/versions/[versionId]/publish",
    at: version("draft", "/publish"),
    as: staff,
  },
  {
    page: "/staff/programmes/[programmeId]/versions/[versionId]/retire",
    at: version("published", "/retire"),
    as: staff,
  },
  { page: "/staff/enquiries", at: "/staff/enquiries", as: staff, list: true },
  {
    page: "/staff/enquiries/[enquiryId]",
    at: "SELECT '/staff/enquiries/' || e.id FROM enquiry e JOIN organisation o ON o.id = e.to_organisation_id WHERE e.state = 'new' AND o.kind = 'provider' LIMIT 1",
    as: staff,
  },
];
