import { asSystem } from "@/lib/auth/system";
import { answerHearingAction, fileAppealAction, recommendCaseAction } from "@/lib/certification/actions";
import { openCase } from "@/lib/certification/commands/open-case";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { act, enrol, giveEvidence, type Stage } from "./stage";

/** What a test does to cases on a stage, as the application does it. */
export function stepsOn(stage: Stage) {
  const { client } = stage;
  const read = (id: string) => client.certificationCase.findUniqueOrThrow({ where: { id } });
  const refresh = (enrolmentId: string) =>
    asSystem(client, new Date(), (work) => refreshCase(work, enrolmentId));

  /** A participant's case, opened and weighed. */
  async function begin(options: { evidence?: boolean; photo?: boolean } = {}) {
    const { person, enrolmentId } = await enrol(stage);
    const caseId = await asSystem(client, new Date(), (work) => openCase(work, enrolmentId));
    if (!caseId) throw new Error("no case");
    if (options.evidence !== false) await giveEvidence(stage, enrolmentId, options.photo);
    await refresh(enrolmentId);
    return { person, enrolmentId, caseId };
  }

  /** Carries out an action on the case as it is now, and says how it ended. */
  async function step(
    who: { id: string },
    action: AnyAction,
    caseId: string,
    input: Record<string, unknown> = {},
  ): Promise<string> {
    const { version } = await read(caseId);
    const given = action === answerHearingAction || action === fileAppealAction ? {} : { version };
    return word(await act(client, who, action, { caseId, ...given, ...input }));
  }

  /** A case that an assessor has recommended. */
  async function toRecommended(outcome = "certified", options: { photo?: boolean } = {}) {
    const begun = await begin(options);
    const ended = await step(stage.people.assessors[0], recommendCaseAction, begun.caseId, {
      outcome,
      reasons: "Set.",
    });
    if (ended !== "done") throw new Error(ended);
    return begun;
  }

  return { read, refresh, begin, step, toRecommended };
}
