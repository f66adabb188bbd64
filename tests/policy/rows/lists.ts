import type { Acting } from "@/lib/auth/acting";
import { auditInsert } from "@/lib/db/audit";
import { database } from "@/lib/db/client";
import { importPeopleAction, importSessionsAction } from "@/lib/lists/actions";
import { getAgreementSheet } from "@/lib/lists/queries/get-agreement-sheet";
import { getApplicationSheet } from "@/lib/lists/queries/get-application-sheet";
import { getAttendanceSheet } from "@/lib/lists/queries/get-attendance-sheet";
import { getAuditSheet } from "@/lib/lists/queries/get-audit-sheet";
import { getCaseSheet } from "@/lib/lists/queries/get-case-sheet";
import { getCertificateSheet } from "@/lib/lists/queries/get-certificate-sheet";
import { getCohortSheet } from "@/lib/lists/queries/get-cohort-sheet";
import { getMessageSheet } from "@/lib/lists/queries/get-message-sheet";
import { getOrganisationSheet } from "@/lib/lists/queries/get-organisation-sheet";
import { getOwnPeopleSheet } from "@/lib/lists/queries/get-own-people-sheet";
import { getParticipantSheet } from "@/lib/lists/queries/get-participant-sheet";
import { getPeopleSheet } from "@/lib/lists/queries/get-people-sheet";
import { getPrintedPeople } from "@/lib/lists/queries/get-printed-people";
import { getProgrammeSheet } from "@/lib/lists/queries/get-programme-sheet";
import { getQueueSheet } from "@/lib/lists/queries/get-queue-sheet";
import { getRoomSheet } from "@/lib/lists/queries/get-room-sheet";
import { getSessionSheet } from "@/lib/lists/queries/get-session-sheet";
import type { LongSheet, Sheet } from "@/lib/spreadsheet/sheet";
import { unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import { written } from "../../setup/written";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
const csv = (text: string) => new File([text], "fil.csv", { type: "text/csv" });

export const actionRows: readonly ActionRow[] = [
  {
    action: importSessionsAction,
    input: ({ own }) => ({
      cohortId: own.cohorts.draft.id,
      file: csv("Tema;Dato;Fra;Til\r\nMod;2031-05-14;9;16\r\n"),
      intent: "import",
    }),
    allowed: staff,
  },
  {
    // An administrator answers for the whole installation: the other side's one too.
    action: importPeopleAction,
    input: () => ({
      file: csv(`Navn;E-mail\r\nAnna;${unique("anna")}@import.example\r\n`),
      intent: "import",
    }),
    allowed: ["admin", "foreignAdmin"],
  },
];

/** A list of a cohort: whoever does not reach the cohort is given none. */
const ofCohort = (
  name: string,
  read: (acting: Acting, cohortId: string, locale: "da", now: Date) => Promise<Sheet | null>,
  cohort: (world: World) => string,
): QueryRow => ({
  query: `lists/queries/${name}`,
  permission: "list.export",
  call: (acting, world) => read(acting, cohort(world), "da", new Date()),
  allowed: staff,
});

const running = ({ own }: World) => own.cohorts.running.id;
const full = ({ own }: World) => own.cohorts.full.id;
const counts = (answer: unknown) => (answer as LongSheet).count > 0;

export const queryRows: readonly QueryRow[] = [
  ofCohort("get-participant-sheet", getParticipantSheet, running),
  ofCohort("get-application-sheet", getApplicationSheet, full),
  ofCohort("get-session-sheet", getSessionSheet, running),
  ofCohort("get-queue-sheet", getQueueSheet, full),
  ofCohort("get-attendance-sheet", getAttendanceSheet, running),
  {
    query: "lists/queries/get-audit-sheet",
    permission: "audit.view",
    call: async (acting, { own }) => {
      const event = {
        stream: "exports",
        action: "list.printed",
        entity: "organisation",
        entityId: own.provider.id,
      } as const;
      await database().$queryRaw(auditInsert({ personId: null, role: "system" }, new Date(), [event]));
      return getAuditSheet(acting, "da", {});
    },
    allowed: ["admin", "foreignAdmin"],
    shows: (answer) => (answer as LongSheet).count > 0,
  },
  {
    query: "lists/queries/get-people-sheet",
    permission: "role.manage",
    call: (acting) => getPeopleSheet(acting, "da", {}, new Date()),
    allowed: ["admin", "foreignAdmin"],
    shows: counts,
  },
  {
    query: "lists/queries/get-organisation-sheet",
    permission: "organisation.manage",
    call: (acting) => getOrganisationSheet(acting, "da", {}, new Date()),
    allowed: ["admin", "foreignAdmin"],
    shows: counts,
  },
  {
    query: "lists/queries/get-cohort-sheet",
    permission: "cohort.manage",
    call: async (acting) => written(await getCohortSheet(acting, "da", {})),
    allowed: staff,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "lists/queries/get-case-sheet",
    permission: "certification.view",
    call: async (acting) => written(await getCaseSheet(acting, "da", "collecting", new Date())),
    allowed: ["certifier", "colleagueCertifier"],
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "lists/queries/get-programme-sheet",
    permission: "programme.manage",
    call: (acting) => getProgrammeSheet(acting, "da"),
    allowed: staff,
    shows: (answer, { own }) => JSON.stringify(answer).includes(`/programmes/${own.programme.slug}"`),
  },
  {
    query: "lists/queries/get-room-sheet",
    permission: "session.manage",
    call: async (acting, { own }) => {
      const venue = { providerId: own.provider.id, name: "Politikhuset" };
      const there = await database().venue.findFirst({ where: venue });
      if (!there) await database().venue.create({ data: { ...venue, address: "", city: "Odense" } });
      return getRoomSheet(acting, "da", new Date());
    },
    allowed: staff,
    shows: (answer) => JSON.stringify(answer).includes("Politikhuset"),
  },
  {
    query: "lists/queries/get-agreement-sheet",
    permission: "agreement.manage",
    call: async (acting, { own }) => {
      const title = "Aftale om politik";
      const there = await database().agreement.findFirst({ where: { title } });
      if (!there)
        await database().agreement.create({
          data: { title, kind: "open", providerId: own.provider.id, validFrom: new Date("2031-01-01") },
        });
      return getAgreementSheet(acting, "da", new Date());
    },
    allowed: staff,
    shows: (answer) => JSON.stringify(answer).includes("Aftale om politik"),
  },
  {
    query: "lists/queries/get-own-people-sheet",
    permission: "organisation.view",
    call: (acting) => getOwnPeopleSheet(acting, "da"),
    allowed: ["coordinator"],
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "lists/queries/get-message-sheet",
    permission: "message.view",
    call: async (acting, { own }) => {
      const sheet = await getMessageSheet(acting, own.cohorts.running.id, "da");
      return sheet && { ...sheet, rows: await written(sheet) };
    },
    allowed: staff,
  },
  {
    query: "lists/queries/get-certificate-sheet",
    permission: "certification.view",
    call: async (acting) => written(await getCertificateSheet(acting, "da", {}, new Date())),
    allowed: ["certifier", "colleagueCertifier"],
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "lists/queries/get-printed-people",
    permission: "list.print",
    call: (acting, world) => getPrintedPeople(acting, running(world), "", new Date()),
    allowed: ["staff", "colleagueStaff", "facilitator"],
  },
];
