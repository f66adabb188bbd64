import {
  addFacilitatorAction,
  changeCapacityAction,
  changeCohortStateAction,
  createCohortAction,
  editCohortAction,
  removeFacilitatorAction,
  setLeadAction,
} from "@/lib/cohorts/actions";
import { getCohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { getPublicCohort } from "@/lib/cohorts/queries/get-public-cohort";
import { listCatalogueChoices } from "@/lib/cohorts/queries/list-catalogue-choices";
import { listCohorts } from "@/lib/cohorts/queries/list-cohorts";
import { listPublicCohorts } from "@/lib/cohorts/queries/list-public-cohorts";
import { listTeamCandidates } from "@/lib/cohorts/queries/list-team-candidates";
import type { Db } from "@/lib/db/client";
import { unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import { everybody } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;

async function seen(db: Db, cohortId: string) {
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  return { cohortId, version: String(version) };
}

const content = {
  name: "Hold i prøven",
  city: "Odense",
  startsOn: "2031-05-13",
  endsOn: "2031-10-30",
  deadlineOn: "2031-04-01",
  timeZone: "Europe/Copenhagen",
  offerHours: "72",
};
const onTeam = ({ own }: World) => ({
  cohortId: own.cohorts.draft.id,
  personId: own.people.facilitator.id,
});

export const actionRows: readonly ActionRow[] = [
  {
    action: createCohortAction,
    input: ({ own }) => ({
      ...content,
      programmeVersionId: own.programme.versionId,
      agreementId: "",
      slug: unique("hold"),
      capacity: "30",
    }),
    allowed: staff,
  },
  {
    action: editCohortAction,
    input: async ({ own }, db) => ({
      ...(await seen(db, own.cohorts.draft.id)),
      ...content,
      slug: own.cohorts.draft.slug,
    }),
    allowed: staff,
  },
  {
    action: changeCapacityAction,
    input: async ({ own }, db) => ({ ...(await seen(db, own.cohorts.open.id)), capacity: "80" }),
    allowed: staff,
  },
  {
    action: changeCohortStateAction,
    input: async ({ own }, db) => ({ ...(await seen(db, own.cohorts.open.id)), state: "closed", reason: "" }),
    allowed: staff,
  },
  {
    action: addFacilitatorAction,
    input: ({ own }) => ({
      cohortId: own.cohorts.draft.id,
      personId: own.people.colleague.facilitator.id,
    }),
    allowed: staff,
  },
  { action: setLeadAction, input: onTeam, allowed: staff },
  { action: removeFacilitatorAction, input: onTeam, allowed: staff },
];

const hasSlug = (answer: unknown, { own }: World) =>
  JSON.stringify(answer ?? null).includes(`"${own.cohorts.open.slug}"`);

export const queryRows: readonly QueryRow[] = [
  {
    query: "cohorts/queries/list-cohorts",
    permission: "cohort.manage",
    call: (acting) => listCohorts(acting, {}),
    allowed: staff,
    shows: hasSlug,
  },
  {
    query: "cohorts/queries/get-cohort-board",
    permission: "cohort.manage",
    call: (acting, { own }) => getCohortBoard(acting, own.cohorts.running.id, new Date()),
    allowed: staff,
  },
  {
    query: "cohorts/queries/list-team-candidates",
    permission: "cohort.manage",
    call: (acting, { own }) =>
      listTeamCandidates(acting, { id: own.cohorts.draft.id, providerId: own.provider.id }, new Date()),
    allowed: staff,
  },
  {
    query: "cohorts/queries/get-public-cohort",
    permission: "catalogue.view",
    call: (acting, { own }) => getPublicCohort(acting, own.cohorts.open.slug, "da", new Date()),
    allowed: everybody,
  },
  {
    query: "cohorts/queries/list-public-cohorts",
    permission: "catalogue.view",
    call: (acting) => listPublicCohorts(acting, {}, 1, new Date()),
    allowed: everybody,
    shows: hasSlug,
  },
  {
    query: "cohorts/queries/list-catalogue-choices",
    permission: "catalogue.view",
    call: (acting) => listCatalogueChoices(acting),
    allowed: everybody,
  },
];
