import { database } from "@/lib/db/client";
import type { MaterialPhase } from "@/lib/db/generated/enums";
import {
  addMaterialAction,
  addSessionMaterialAction,
  removeMaterialAction,
  removeSessionMaterialAction,
} from "@/lib/materials/actions";
import { getMaterialFile } from "@/lib/materials/queries/get-material-file";
import { getMyMaterialFile } from "@/lib/materials/queries/get-my-material-file";
import { listMyMaterials } from "@/lib/materials/queries/list-my-materials";
import { listSessionMaterials } from "@/lib/materials/queries/list-session-materials";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
const handing = ["facilitator", ...staff] as const;
const link = { title: "Læs før", link: "https://example.org/laes", note: "" };
let made = 0;

const pdf = () => new File(["%PDF-1.7 plan"], "plan.pdf");

/** The id of a file that is a material of the own side, of a session or of a programme's draft. */
async function fileOf({ own }: World, of: "held" | "planned" | "draft", phase: MaterialPhase = "before") {
  const { id } = await database().storedFile.create({
    data: {
      name: "plan.pdf",
      mediaType: "application/pdf",
      size: 9,
      sha256: "a".repeat(64),
      ownerId: own.people.staff.id,
    },
    select: { id: true },
  });
  const material = { title: "Plan", fileId: id };
  if (of === "draft") {
    const position = 2000 + made++;
    const programmeVersionId = own.draftProgramme.versionId;
    await database().programmeMaterial.create({ data: { ...material, programmeVersionId, position } });
  } else
    await database().sessionMaterial.create({ data: { ...material, sessionId: own.sessions[of].id, phase } });
  return id;
}

export const actionRows: readonly ActionRow[] = [
  {
    action: addMaterialAction,
    input: ({ own }) => ({ versionId: own.draftProgramme.versionId, title: "Plan", file: pdf() }),
    allowed: staff,
  },
  {
    action: removeMaterialAction,
    input: async ({ own }, db) => {
      const programmeVersionId = own.draftProgramme.versionId;
      const { id } = await db.programmeMaterial.create({
        data: { programmeVersionId, position: 1000 + made++, title: "Bog", link: "https://example.org/bog" },
      });
      return { versionId: programmeVersionId, materialId: id };
    },
    allowed: staff,
  },
  {
    action: addSessionMaterialAction,
    input: ({ own }) => ({
      sessionId: own.sessions.planned.id,
      phase: "before",
      title: "Plan",
      file: pdf(),
    }),
    allowed: handing,
  },
  {
    action: removeSessionMaterialAction,
    input: async ({ own }, db) => {
      const sessionId = own.sessions.planned.id;
      const { id } = await db.sessionMaterial.create({ data: { sessionId, phase: "after", ...link } });
      return { sessionId, materialId: id };
    },
    allowed: handing,
  },
];

/** Who gets the file of the own side's material through `permission`. */
function files(
  permission: QueryRow["permission"],
  of: Parameters<typeof fileOf>[1],
  phase: MaterialPhase,
  allowed: QueryRow["allowed"],
): QueryRow {
  const mine = permission === "my.view";
  return {
    query: mine ? "materials/queries/get-my-material-file" : "materials/queries/get-material-file",
    permission,
    call: async (acting, world) => {
      const id = await fileOf(world, of, phase);
      return mine ? getMyMaterialFile(acting, id, new Date()) : getMaterialFile(acting, id);
    },
    allowed,
  };
}

export const queryRows: readonly QueryRow[] = [
  files("staff.view", "planned", "after", staff),
  files("staff.view", "draft", "before", staff),
  files("facilitation.view", "planned", "after", ["facilitator"]),
  files("facilitation.view", "draft", "before", []),
  files("my.view", "planned", "before", ["participant", "colleagueParticipant"]),
  files("my.view", "planned", "after", []),
  files("my.view", "held", "after", ["participant", "colleagueParticipant"]),
  files("my.view", "draft", "before", []),
  {
    query: "materials/queries/list-session-materials",
    permission: "facilitation.view",
    call: async (acting, { own }) => {
      const sessionId = own.sessions.planned.id;
      await database().sessionMaterial.create({ data: { sessionId, phase: "after", ...link } });
      return listSessionMaterials(acting, sessionId);
    },
    allowed: ["facilitator"],
  },
  {
    query: "materials/queries/list-my-materials",
    permission: "my.view",
    call: (acting) => listMyMaterials(acting, new Date()),
    allowed: ["participant"],
    shows: (answer, { own }) => JSON.stringify(answer ?? null).includes(own.mine.enrolment.id),
  },
];
