import {
  closeRoundAction,
  concludeRoundAction,
  openRoundAction,
  rateCaseAction,
} from "@/lib/calibration/actions";
import { getRound } from "@/lib/calibration/queries/get-round";
import { listRounds } from "@/lib/calibration/queries/list-rounds";
import { database } from "@/lib/db/client";
import { authoriseAssessorAction, endAuthorisationAction } from "@/lib/frameworks/actions";
import { listAssessors } from "@/lib/frameworks/queries/list-assessors";
import { getAuthorisationSheet } from "@/lib/lists/queries/get-authorisation-sheet";
import { getCalibrationSheet } from "@/lib/lists/queries/get-calibration-sheet";
import { makeRound } from "../../factories/calibration";
import { makeAuthorisation } from "../../factories/frameworks";
import { makePersonInRole } from "../../factories/people";
import { inDays } from "../../factories/unique";
import type { World } from "../../factories/world";
import { written } from "../../setup/written";
import type { ActionRow, QueryRow } from "../row";

const certifiers = ["certifier", "colleagueCertifier"] as const;
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

export const actionRows: readonly ActionRow[] = [
  {
    action: authoriseAssessorAction,
    input: async ({ own }, client) => ({
      personId: (await makePersonInRole(client, "assessor", own.body.id)).id,
      frameworkVersionId: own.framework.versionId,
      until: dayIn(300),
    }),
    allowed: certifiers,
  },
  {
    action: endAuthorisationAction,
    input: async ({ own }, client) => {
      const { id: personId } = await makePersonInRole(client, "assessor", own.body.id);
      const frameworkVersionId = own.framework.versionId;
      await makeAuthorisation(client, { personId, frameworkVersionId });
      return { personId, frameworkVersionId };
    },
    allowed: certifiers,
  },
  {
    action: openRoundAction,
    input: ({ own }) => ({
      frameworkVersionId: own.framework.versionId,
      title: "Tavlemøde",
      situation: "Et møde",
      seen: "Lederen spurgte tre gange.",
      dueOn: dayIn(30),
    }),
    allowed: certifiers,
  },
  {
    action: rateCaseAction,
    input: async ({ own }, client) => {
      const round = await makeRound(client, { ...own, state: "open", raters: [] });
      const ratings = own.framework.criteria.map(({ id }) => ({
        criterionId: id,
        rating: "partly",
        reason: "",
      }));
      return { roundId: round.id, ratings };
    },
    allowed: ["assessor", "colleagueAssessor"],
  },
  {
    action: closeRoundAction,
    input: async ({ own }, client) => {
      const raters = [own.people.assessor.id, own.people.colleague.assessor.id];
      const round = await makeRound(client, { ...own, state: "open", raters });
      return { roundId: round.id, version: String(round.version) };
    },
    allowed: certifiers,
  },
  {
    action: concludeRoundAction,
    input: async ({ own }, client) => {
      const round = await makeRound(client, { ...own, state: "closed", raters: [] });
      return { roundId: round.id, version: String(round.version), conclusion: "Vi ser efter spørgsmål." };
    },
    allowed: certifiers,
  },
];

/** A round of the own body's that is told by its title. */
async function ownRound(own: World["own"]): Promise<void> {
  const title = "Egen runde";
  const there = await database().calibrationRound.findFirst({ where: { title } });
  if (!there) await makeRound(database(), { ...own, title, raters: [] });
}

export const queryRows: readonly QueryRow[] = [
  {
    query: "frameworks/queries/list-assessors",
    permission: "assessor.authorise",
    call: async (acting) => (await listAssessors(acting, "da", new Date())).assessors,
    allowed: certifiers,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.people.assessor.id),
  },
  {
    query: "calibration/queries/list-rounds",
    permission: "calibration.run",
    call: async (acting) => (await listRounds(acting, 1)).rows,
    allowed: certifiers,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.round.id),
  },
  {
    query: "lists/queries/get-authorisation-sheet",
    permission: "assessor.authorise",
    call: (acting) => getAuthorisationSheet(acting, "da", new Date()),
    allowed: certifiers,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.people.assessor.name),
  },
  {
    query: "lists/queries/get-calibration-sheet",
    permission: "calibration.run",
    call: async (acting, { own }) => {
      await ownRound(own);
      return written(await getCalibrationSheet(acting, "da", false));
    },
    allowed: certifiers,
    shows: (answer) => JSON.stringify(answer).includes("Egen runde"),
  },
  {
    query: "lists/queries/get-calibration-sheet",
    permission: "calibration.rate",
    call: async (acting, { own }) => {
      await ownRound(own);
      return written(await getCalibrationSheet(acting, "da", true));
    },
    allowed: ["assessor", "colleagueAssessor"],
    shows: (answer) => JSON.stringify(answer).includes("Egen runde"),
  },
  {
    query: "calibration/queries/get-round",
    permission: "calibration.rate",
    call: (acting, { own }) => getRound(acting, own.round.id, "da"),
    allowed: ["assessor", "colleagueAssessor"],
  },
];
