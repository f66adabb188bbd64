import { database } from "@/lib/db/client";
import { attachFileAction, detachFileAction } from "@/lib/observations/file-actions";
import { getObservationFile } from "@/lib/observations/queries/get-observation-file";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

type State = keyof World["own"]["observed"];

/** The photo beside the own side's observation in this state; its id. */
async function photoOf({ own }: World, state: State): Promise<string> {
  const observationId = own.observed[state].observation.id;
  return (await database().observationFile.findFirstOrThrow({ where: { observationId } })).fileId;
}

export const actionRows: readonly ActionRow[] = [
  {
    action: attachFileAction,
    input: ({ own }) => ({
      observationId: own.observed.draft.observation.id,
      criterionId: "",
      caption: "Planen",
      file: new File(["%PDF-1.7"], "plan.pdf"),
      othersConsidered: "on",
    }),
    allowed: ["assessor"],
  },
  {
    action: detachFileAction,
    input: async (world) => ({
      observationId: world.own.observed.draft.observation.id,
      fileId: await photoOf(world, "draft"),
    }),
    allowed: ["assessor"],
  },
];

const photos = (
  permission: QueryRow["permission"],
  state: State,
  allowed: QueryRow["allowed"],
): QueryRow => ({
  query: "observations/queries/get-observation-file",
  permission,
  call: async (acting, world) => getObservationFile(acting, await photoOf(world, state)),
  allowed,
  subject: ({ own }) => own.observed[state].enrolment.personId,
});

export const queryRows: readonly QueryRow[] = [
  photos("assessment.view", "draft", ["assessor"]),
  photos("assessment.view", "locked", ["assessor"]),
  photos("certification.view", "draft", []),
  photos("certification.view", "submitted", ["certifier", "colleagueCertifier"]),
  photos("my.view", "submitted", []),
  photos("my.view", "shared", ["subject"]),
];
