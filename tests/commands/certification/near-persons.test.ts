import { beforeAll, describe, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import { exceptRequirementAction, recommendCaseAction } from "@/lib/certification/actions";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { listAssessors } from "@/lib/frameworks/queries/list-assessors";
import { makeRound } from "../../factories/calibration";
import { makeComplaint } from "../../factories/case-parties";
import { makeCase } from "../../factories/cases";
import { makeCertificate, makeRevocation } from "../../factories/certificates";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeAuthorisation } from "../../factories/frameworks";
import { makeConflict, makeObservation } from "../../factories/observations";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makeAffiliation, makePersonInRole } from "../../factories/people";
import { makeReview } from "../../factories/samples";
import { actorOf } from "../../factories/sign-in";
import { dayInDays, inDays } from "../../factories/unique";
import { rehearse, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Made, type Part, parts } from "./case-parts";
import { people, type Who } from "./case-people";
import { enrol, makeStage, type Stage } from "./stage";
import { tryStatement } from "./try-statement";

const { sql } = Prisma;

let client: PrismaClient;
let stage: Stage;
/** Those whose nearness is to the whole cohort, or to nobody. */
const shared = new Map<Who, string>();
const tried = (statement: Prisma.Sql, first?: Prisma.Sql) => tryStatement(client, statement, first);
const certifier = async () => (await makePersonInRole(client, "certifier", stage.body.id)).id;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  const teacher = await certifier();
  await client.cohortFacilitator.create({ data: { cohortId: stage.cohort.id, personId: teacher } });
  const sessionTeacher = await certifier();
  await makeSession(client, { cohortId: stage.cohort.id, facilitatorIds: [sessionTeacher] });
  const colleague = await certifier();
  await makeAffiliation(client, {
    personId: colleague,
    organisationId: stage.municipality.id,
    validTo: dayInDays(-365),
  });
  const other = await makeOrganisation(client, { kind: "certifying_body" });
  shared.set("nobody near", await certifier());
  shared.set("a facilitator of the cohort", teacher);
  shared.set("the teacher of one session", sessionTeacher);
  shared.set("of the same employer lately", colleague);
  shared.set(
    "an assessor who is no certifier",
    (await makePersonInRole(client, "assessor", stage.body.id)).id,
  );
  shared.set("a certifier of another body", (await makePersonInRole(client, "certifier", other.id)).id);
});

/** A new participant with everybody who is near them alone. */
async function surround(): Promise<{ readonly enrolmentId: string; readonly ids: Map<Who, string> }> {
  const { person, enrolmentId } = await enrol(stage);
  await grantRole(client, person.id, "certifier", stage.body.id);
  const ids = new Map<Who, string>([...shared, ["the participant", person.id]]);
  for (const who of people) if (!ids.has(who)) ids.set(who, await certifier());
  const idOf = (who: Who) => ids.get(who) ?? "";
  await makeObservation(client, {
    enrolmentId,
    assessorId: idOf("an assessor who observed"),
    state: "draft",
  });
  // Without one the assessor would not see the case at all.
  const assessorId = idOf("an assessor who is no certifier");
  await makeObservation(client, { enrolmentId, assessorId, state: "draft" });
  const earlier = await makeCohort(client, {
    programmeVersionId: stage.programme.versionId,
    state: "completed",
    startsOn: dayInDays(-500),
    endsOn: dayInDays(-400),
    facilitatorIds: [idOf("a teacher of the last two years")],
  });
  await makeEnrolment(client, { cohortId: earlier.id, personId: person.id });
  const manager = await client.person.findUniqueOrThrow({ where: { id: idOf("the line manager") } });
  const asked = { managerName: manager.name, managerEmail: manager.email ?? "", expiresAt: inDays(10) };
  await client.application.create({
    data: {
      cohortId: stage.cohort.id,
      personId: person.id,
      state: "draft",
      managerApproval: { create: asked },
    },
  });
  await makeConflict(client, {
    assessorId: idOf("declared barred"),
    participantId: person.id,
    outcome: "bar",
  });
  return { enrolmentId, ids };
}

const cases = new Map<string, Promise<Made>>();

/** A case at the step of a part, every step before it taken by one of the people; one for all parts at that step, which are undone. */
function caseFor(part: Part): Promise<Made> {
  const key = [part.state, part.outcome, part.beside].join(" ");
  const made = cases.get(key) ?? makeCaseFor(part);
  cases.set(key, made);
  return made;
}

async function makeCaseFor({ state, outcome, beside }: Part): Promise<Made> {
  const { enrolmentId, ids } = await surround();
  const { id: caseId, version } = await makeCase(client, {
    enrolmentId,
    state,
    ...(outcome && { outcome }),
    takerUpId: ids.get("who took the case up"),
    recommenderId: ids.get("the recommender"),
    excepterId: ids.get("the excepter"),
    hearerId: ids.get("who opened the hearing"),
    deciderId: ids.get("the decider"),
    releaserId: ids.get("the releaser"),
  });
  if (state === "ready")
    await client.caseException.create({
      data: {
        caseId,
        round: 1,
        requirement: "attendance",
        writtenById: ids.get("the excepter") ?? "",
        reason: "Barsel",
        writtenAt: new Date(),
      },
    });
  const filedById = ids.get("the participant") ?? "";
  if (beside === "complaint") await makeComplaint(client, { caseId, filedById });
  const reviewId = beside === "review" ? (await makeReview(client, { caseId })).id : "";
  const made = { caseId, version, certificateId: "", requestId: "", reviewId, ids };
  if (state !== "released" || outcome) return made;
  const held = beside === "suspension" ? "suspended" : "issued";
  const { id: certificateId } = await makeCertificate(client, { caseId, state: held });
  if (beside === "proposal") await makeRevocation(client, { certificateId });
  const { id: requestId } = await client.certificateRequest.create({
    data: { certificateId, kind: "new_name", requestedAt: inDays(-1) },
    select: { id: true },
  });
  return { ...made, certificateId, requestId };
}

const TURNED_AWAY =
  /^case\.barred\.|^review\.reviewerInvolved$|^certificate\.ownCertificate$|^notAllowed$|^notFound$/;

describe("who is too near takes no part: by the rule in its action, and by the database in plain SQL", () => {
  it.each(Object.entries(parts))("%s", async (_name, part) => {
    const made = await caseFor(part);
    const by: Record<string, { readonly action: boolean; readonly database: string | null }> = {};
    const expected: typeof by = {};
    for (const who of people) {
      const id = made.ids.get(who) ?? "";
      const actor = await actorOf(client, made.ids.get(part.actor ?? who) ?? "");
      const said = word(await rehearse(client, part.action, actor, part.input(made, id)));
      const written = await tried(part.sql(made, id), part.first?.(made));
      by[who] = { action: TURNED_AWAY.test(said), database: written };
      const barred = part.barred.includes(who);
      expected[who] = { action: barred, database: barred ? part.constraint : null };
    }
    expect(by).toEqual(expected);
  });

  it("an exception in a later round, by who decided an earlier one", async () => {
    const { enrolmentId, ids } = await surround();
    const decider = ids.get("the decider") ?? "";
    const { id: caseId } = await makeCase(client, {
      enrolmentId,
      state: "released",
      outcome: "repeat_requested",
      deciderId: decider,
    });
    const { version } = await client.certificationCase.update({
      where: { id: caseId },
      data: { state: "collecting", round: 2, releasedAt: null, releasedById: null },
    });
    const input = { caseId, version: String(version), requirement: "attendance", reason: "Barsel" };
    const said = word(await rehearse(client, exceptRequirementAction, await actorOf(client, decider), input));
    expect(said).toBe("case.barred.decided");
    const written = (who: string) => sql`
      INSERT INTO case_exception (id, case_id, round, requirement, written_by_id, reason, written_at)
      VALUES (gen_random_uuid(), ${caseId}::uuid, 2, 'attendance', ${who}::uuid, 'Barsel', now())`;
    expect(await tried(written(decider))).toBe("case_exception_separated");
    expect(await tried(written(ids.get("nobody near") ?? ""))).toBeNull();
  });
});

describe("what is the certifying body's alone", () => {
  const drawn = (who: string) => sql`
    INSERT INTO case_sample (id, certifying_body_id, from_day, to_day, percent, seed, population, population_hash, drawn_by_id, drawn_at)
    VALUES (gen_random_uuid(), ${stage.body.id}::uuid, current_date - 30, current_date - 1, 50, 'abcdefghijklmnopqrstuv', 1, 'hash', ${who}::uuid, now())`;
  const opened = (who: string) => sql`
    INSERT INTO calibration_round (id, framework_version_id, title, situation, seen, author_id, opened_at, due_on)
    VALUES (gen_random_uuid(), ${stage.framework.versionId}::uuid, 'Møde', 'Et møde', 'Set', ${who}::uuid, now(), current_date + 20)`;

  it.each([
    ["a sample is drawn", drawn, "case_sample_by_body"],
    ["a round of calibration is opened", opened, "calibration_round_by_body"],
  ] as const)("%s by its certifiers, also in plain SQL", async (_what, written, constraint) => {
    expect(await tried(written(shared.get("nobody near") ?? ""))).toBeNull();
    expect(await tried(written(shared.get("a certifier of another body") ?? ""))).toBe(constraint);
    expect(await tried(written(shared.get("an assessor who is no certifier") ?? ""))).toBe(constraint);
  });

  it("a second look is given by its certifiers, and a round rated by its assessors, who did not write it", async () => {
    const { enrolmentId } = await enrol(stage);
    const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
    const { id: reviewId } = await makeReview(client, { caseId });
    const given = (by: string) => sql`
      UPDATE case_review SET state = 'assigned', reviewer_id = ${shared.get("nobody near")}::uuid, assigned_by_id = ${by}::uuid,
        assigned_at = now() WHERE id = ${reviewId}::uuid`;
    expect(await tried(given(stage.people.certifiers[0].id))).toBeNull();
    expect(await tried(given(shared.get("a certifier of another body") ?? ""))).toBe("case_sample_by_body");

    const [assessor] = stage.people.assessors;
    const round = await makeRound(client, { ...stage, raters: [] });
    const rated = (who: string) => sql`
      INSERT INTO calibration_answer (round_id, assessor_id, submitted_at) VALUES (${round.id}::uuid, ${who}::uuid, now())`;
    await makeAuthorisation(client, {
      personId: assessor.id,
      frameworkVersionId: stage.framework.versionId,
    });
    await makeAuthorisation(client, {
      personId: round.authorId,
      frameworkVersionId: stage.framework.versionId,
    });
    expect(await tried(rated(assessor.id))).toBeNull();
    expect(await tried(rated(round.authorId))).toBe("calibration_assessor");
    expect(await tried(rated(shared.get("an assessor who is no certifier") ?? ""))).toBe(
      "calibration_assessor",
    );
  });
});

describe("a conflict that appears later", () => {
  it("blocks from then on, and flags what was done before", async () => {
    const { enrolmentId } = await enrol(stage);
    const [assessor] = stage.people.assessors;
    const locked = await makeObservation(client, { enrolmentId, assessorId: assessor.id });
    const draft = await makeObservation(client, { enrolmentId, assessorId: assessor.id, state: "draft" });
    const { id: caseId, version } = await makeCase(client, { enrolmentId, state: "ready" });
    const certifierId = shared.get("nobody near") ?? "";
    const flagged = async () => {
      const acting = actingWith(await actorOf(client, certifierId), "assessor.authorise");
      if (!acting) throw new Error("a certifier looks after assessors");
      const { flagged: all } = await listAssessors(acting, "da", new Date());
      return all.filter((each) => each.caseId === caseId).map((each) => each.observationId);
    };
    const input = { caseId, version: String(version), outcome: "not_certified", reasons: "K2" };
    const recommend = async () =>
      word(await rehearse(client, recommendCaseAction, await actorOf(client, assessor.id), input));
    const submit = sql`
      UPDATE observation SET state = 'submitted', submitted_at = now(), content_hash = 'hash', situation = 'Et møde', seen = 'Set'
      WHERE id = ${draft.id}::uuid`;
    expect(await flagged()).toEqual([]);
    expect(await recommend()).not.toMatch(/^case\.barred\./);
    expect(await tried(submit)).not.toBe("observation_assessor_barred");

    await makeAffiliation(client, { personId: assessor.id, organisationId: stage.municipality.id });
    expect(await flagged()).toEqual([locked.id]);
    expect(await recommend()).toBe("case.barred.sameEmployer");
    expect(await tried(submit)).toBe("observation_assessor_barred");
    expect(await client.observation.findUniqueOrThrow({ where: { id: locked.id } })).toEqual(locked);
  });
});
