import { copyCohortAction } from "@/lib/cohorts/actions";
import { previewCopy } from "@/lib/cohorts/queries/preview-copy";
import { type Db, database } from "@/lib/db/client";
import { listConclusions } from "@/lib/enrolments/queries/list-conclusions";
import { addSchoolHolidayAction, removeSchoolHolidayAction } from "@/lib/holidays/actions";
import { listMunicipalities } from "@/lib/holidays/queries/list-municipalities";
import { listSchoolHolidays } from "@/lib/holidays/queries/list-school-holidays";
import { getPublicHolidaySheet } from "@/lib/lists/queries/get-public-holiday-sheet";
import { getSchoolHolidaySheet } from "@/lib/lists/queries/get-school-holiday-sheet";
import { copyProgrammeAction } from "@/lib/programmes/actions";
import { getComparison } from "@/lib/programmes/queries/get-comparison";
import { moveSessionsAction } from "@/lib/sessions/actions";
import { listClashes } from "@/lib/sessions/queries/list-clashes";
import { listOccupied } from "@/lib/sessions/queries/list-occupied";
import { listPlan } from "@/lib/sessions/queries/list-plan";
import { listPlanChoices } from "@/lib/sessions/queries/list-plan-choices";
import { previewMoves } from "@/lib/sessions/queries/preview-moves";
import { addUnavailabilityAction, removeUnavailabilityAction } from "@/lib/unavailability/actions";
import { listOwnUnavailability } from "@/lib/unavailability/queries/list-own-unavailability";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { inDays, unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
let made = 0;

/** A planned session of its own, far from every other. */
async function sessionOfItsOwn(db: Db, cohortId: string) {
  return makeSession(db, { cohortId, startsAt: inDays(900 + made++) });
}

async function holidayOfItsOwn(db: Db, { own }: World) {
  const day = new Date(Date.UTC(2040, 0, 1 + made++));
  return db.schoolHoliday.create({
    data: {
      providerId: own.provider.id,
      organisationId: own.municipality.id,
      name: "Ferie",
      firstDay: day,
      lastDay: day,
    },
    select: { id: true, firstDay: true },
  });
}

async function absenceOf(db: Db, personId: string) {
  const startsAt = inDays(2000 + 2 * made++);
  return db.unavailability.create({
    data: {
      personId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      timeZone: "Europe/Copenhagen",
    },
    select: { id: true },
  });
}

export const actionRows: readonly ActionRow[] = [
  {
    action: copyCohortAction,
    input: ({ own }) => ({
      cohortId: own.cohorts.running.id,
      name: "Gentaget",
      slug: unique("gentaget"),
      firstDay: "2032-05-13",
      capacity: "20",
    }),
    allowed: staff,
  },
  {
    action: copyProgrammeAction,
    input: ({ own }) => ({ programmeId: own.programme.id, title: "Kopi", slug: unique("kopi") }),
    allowed: staff,
  },
  {
    action: moveSessionsAction,
    input: async ({ own }, db) => {
      const { id, version } = await sessionOfItsOwn(db, own.cohorts.running.id);
      return {
        moves: [{ sessionId: id, version: String(version), day: "2031-06-03", from: "09:00", to: "12:00" }],
      };
    },
    allowed: staff,
  },
  {
    action: addSchoolHolidayAction,
    input: ({ own }) => ({
      providerId: own.provider.id,
      organisationId: own.municipality.id,
      name: "Efterårsferie",
      firstDay: "2031-10-13",
      lastDay: "2031-10-17",
    }),
    allowed: staff,
  },
  {
    action: removeSchoolHolidayAction,
    input: async (world, db) => ({ holidayId: (await holidayOfItsOwn(db, world)).id }),
    allowed: staff,
  },
  {
    action: addUnavailabilityAction,
    input: () => ({
      fromDay: "2031-07-07",
      fromTime: "",
      toDay: "2031-07-11",
      toTime: "",
      timeZone: "Europe/Copenhagen",
      note: "",
    }),
    // Whoever facilitates says it of themself, wherever they do.
    allowed: ["facilitator", "colleagueFacilitator", "foreignFacilitator"],
  },
  {
    action: removeUnavailabilityAction,
    input: async ({ own }, db) => ({ unavailabilityId: (await absenceOf(db, own.people.facilitator.id)).id }),
    allowed: ["facilitator"],
  },
];

const days = { firstDay: "2000-01-01", lastDay: "2099-12-31" };
const everything = { cohortId: "", facilitatorId: "", roomId: "" };
const mentions = (answer: unknown, id: string) => JSON.stringify(answer ?? null).includes(id);

export const queryRows: readonly QueryRow[] = [
  {
    query: "cohorts/queries/preview-copy",
    permission: "cohort.manage",
    call: (acting, { own }) => previewCopy(acting, own.cohorts.running.id, "2032-05-13", new Date()),
    allowed: staff,
  },
  {
    query: "enrolments/queries/list-conclusions",
    permission: "cohort.manage",
    call: (acting, { own }) => listConclusions(acting, own.cohorts.running.id, new Date()),
    allowed: staff,
  },
  {
    query: "holidays/queries/list-school-holidays",
    permission: "session.manage",
    call: async (acting, world) => {
      await holidayOfItsOwn(database(), world);
      return listSchoolHolidays(acting, "2040-01-01", "2049-12-31");
    },
    allowed: staff,
  },
  {
    // Reckoned, not kept: whoever plans for a provider has them, of either side.
    query: "lists/queries/get-public-holiday-sheet",
    permission: "session.manage",
    call: (acting) => getPublicHolidaySheet(acting, "da", 2031, new Date()),
    allowed: [...staff, "foreignStaff"],
  },
  {
    query: "lists/queries/get-school-holiday-sheet",
    permission: "session.manage",
    call: async (acting, world) => {
      const { firstDay } = await holidayOfItsOwn(database(), world);
      return (await getSchoolHolidaySheet(acting, "da", firstDay.getUTCFullYear(), new Date())).rows;
    },
    allowed: staff,
  },
  {
    query: "holidays/queries/list-municipalities",
    permission: "session.manage",
    call: (acting) => listMunicipalities(acting, new Date()),
    // Names of municipalities are public; staff of any provider need them.
    allowed: [...staff, "foreignStaff"],
  },
  {
    query: "programmes/queries/get-comparison",
    permission: "programme.manage",
    call: (acting, { own }) => getComparison(acting, own.programme.id, [1, 1], "da"),
    allowed: staff,
  },
  {
    query: "sessions/queries/list-plan",
    permission: "session.manage",
    call: (acting) => listPlan(acting, days, everything, [], new Date()),
    allowed: staff,
    shows: (answer, { own }) => mentions(answer, own.cohorts.running.id),
  },
  {
    query: "sessions/queries/list-plan-choices",
    permission: "session.manage",
    call: (acting) => listPlanChoices(acting),
    allowed: staff,
    shows: (answer, { own }) => mentions(answer, own.cohorts.running.id),
  },
  {
    query: "sessions/queries/list-occupied",
    permission: "session.manage",
    call: async (acting, { own }) => {
      await makeSession(database(), {
        cohortId: own.cohorts.running.id,
        facilitatorIds: [own.people.facilitator.id],
        startsAt: inDays(3000 + made++),
      });
      return listOccupied(acting, own.cohorts.running.id, inDays(2900), inDays(3900));
    },
    allowed: staff,
    shows: (answer) => mentions(answer, "Tema"),
  },
  {
    query: "sessions/queries/preview-moves",
    permission: "session.manage",
    call: (acting, { own }) =>
      previewMoves(
        acting,
        [{ sessionId: own.sessions.planned.id, day: "2031-06-03", from: "09:00", to: "12:00" }],
        new Date(),
      ),
    allowed: staff,
    shows: (answer, { own }) => mentions(answer, own.sessions.planned.id),
  },
  {
    query: "sessions/queries/list-clashes",
    permission: "session.manage",
    call: async (acting, { own }) => {
      const at = inDays(4000 + made++);
      const personId = own.people.participant.id;
      const session = await makeSession(database(), { cohortId: own.cohorts.running.id, startsAt: at });
      const other = await makeCohort(database(), {
        programmeVersionId: own.programme.versionId,
        state: "running",
      });
      await makeEnrolment(database(), { cohortId: other.id, personId });
      await makeSession(database(), { cohortId: other.id, startsAt: at });
      return listClashes(acting, session.id, new Date());
    },
    allowed: staff,
  },
  {
    query: "unavailability/queries/list-own-unavailability",
    permission: "unavailability.manage",
    call: async (acting, { own }) => {
      await absenceOf(database(), own.people.facilitator.id);
      return listOwnUnavailability(acting, new Date());
    },
    allowed: ["facilitator"],
  },
];
