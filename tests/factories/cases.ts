import { hashOf } from "../../lib/core/hash.ts";
import type { Db } from "../../lib/db/client.ts";
import type { CertificationCase } from "../../lib/db/generated/client.ts";
import type { CaseOutcome, CaseState } from "../../lib/db/generated/enums.ts";
import { makePersonInRole } from "./people.ts";
import { dayInDays, inDays, walk } from "./unique.ts";

export type CaseOptions = {
  readonly enrolmentId: string;
  readonly state?: CaseState;
  readonly outcome?: CaseOutcome;
  /** Left out: certifiers of the body made for it, who are near to nobody. */
  readonly recommenderId?: string;
  readonly deciderId?: string;
  readonly hearerId?: string;
  /** Who waived the requirement of attendance; left out: nobody did. */
  readonly excepterId?: string;
  /** Who took the case up after its time for evidence; left out: it became ready by itself. */
  readonly takerUpId?: string;
  readonly releaserId?: string;
  readonly appealDeciderId?: string;
  /** The hash that the recommendation and the decision rest on. */
  readonly evidenceHash?: string;
  readonly evidenceDueOn?: Date | null;
  /** When the outcome was told; left out: two days ago. */
  readonly releasedAt?: Date;
};

/**
 * The certification case of an enrolment in a certifying programme, moved to `state` (collecting) with the
 * recommendation, hearing, decision and appeal that lead there; an adverse outcome goes through a hearing that has ended.
 */
export async function makeCase(db: Db, options: CaseOptions): Promise<CertificationCase> {
  const { cohort } = await db.enrolment.findUniqueOrThrow({
    where: { id: options.enrolmentId },
    select: {
      cohort: {
        select: { programmeVersion: { select: { certifyingBodyId: true, frameworkVersionId: true } } },
      },
    },
  });
  const { certifyingBodyId, frameworkVersionId } = cohort.programmeVersion;
  if (!certifyingBodyId || !frameworkVersionId) throw new Error("the programme does not certify");
  const { id } = await db.certificationCase.create({
    data: {
      enrolmentId: options.enrolmentId,
      certifyingBodyId,
      frameworkVersionId,
      evidenceDueOn: options.evidenceDueOn ?? null,
    },
    select: { id: true },
  });
  const parts = new CaseParts(db, { id, certifyingBodyId, round: 1 }, options);
  await walk(pathTo(options.state ?? "collecting", options.outcome ?? "certified"), (to) => parts.move(to));
  return db.certificationCase.findUniqueOrThrow({ where: { id } });
}

/** Moves a case that gathers evidence through its present round, as `makeCase` does through the first. */
export async function makeRound(
  db: Db,
  caseId: string,
  options: Omit<CaseOptions, "enrolmentId" | "evidenceDueOn">,
): Promise<CertificationCase> {
  const its = await db.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
  const parts = new CaseParts(db, its, { ...options, enrolmentId: its.enrolmentId });
  await walk(pathTo(options.state ?? "collecting", options.outcome ?? "certified"), (to) => parts.move(to));
  return db.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
}

function pathTo(state: CaseState, outcome: CaseOutcome): CaseState[] {
  const heard: CaseState[] = outcome === "not_certified" ? ["hearing"] : [];
  const decided: CaseState[] = ["ready", "recommended", ...heard, "decided"];
  const paths: Record<CaseState, CaseState[]> = {
    collecting: [],
    ready: ["ready"],
    recommended: ["ready", "recommended"],
    hearing: ["ready", "recommended", "hearing"],
    decided,
    released: [...decided, "released"],
    appealed: [...decided, "released", "appealed"],
    upheld: [...decided, "released", "appealed", "upheld"],
    changed: [...decided, "released", "appealed", "changed"],
    discontinued: ["discontinued"],
  };
  return paths[state];
}

/** Writes what belongs to each step of a case, then takes the step. */
class CaseParts {
  private readonly db: Db;
  private readonly caseId: string;
  private readonly round: number;
  private readonly certifyingBodyId: string;
  private readonly options: CaseOptions;
  private readonly evidenceHash: string;
  private readonly outcome: CaseOutcome;

  constructor(
    db: Db,
    its: Pick<CertificationCase, "id" | "certifyingBodyId" | "round">,
    options: CaseOptions,
  ) {
    this.db = db;
    this.caseId = its.id;
    this.round = its.round;
    this.certifyingBodyId = its.certifyingBodyId;
    this.options = options;
    this.evidenceHash = options.evidenceHash ?? hashOf({ case: its.id });
    this.outcome = options.outcome ?? "certified";
  }

  async move(state: CaseState): Promise<void> {
    if (state === "discontinued") return this.leave();
    if (state === "ready") await this.takeUp();
    if (state === "recommended") await this.except();
    if (state === "recommended") await this.recommend();
    if (state === "hearing") await this.hear();
    if (state === "decided") await this.decide();
    if (state === "appealed")
      await this.db.caseAppeal.create({
        data: {
          caseId: this.caseId,
          grounds: "Jeg er uenig.",
          filedAt: inDays(-1),
          filedById: await this.participantId(),
        },
      });
    if (state === "upheld" || state === "changed") await this.decideAppeal(state);
    const release =
      state === "released"
        ? {
            releasedAt: this.options.releasedAt ?? inDays(-2),
            releasedById: await this.personOr("releaserId"),
          }
        : {};
    await this.db.certificationCase.update({ where: { id: this.caseId }, data: { state, ...release } });
  }

  /** The person goes, and the case with them: neither is there without the other when a statement's transaction ends. */
  private async leave(): Promise<void> {
    await this.db.$executeRawUnsafe(`DO $$
      DECLARE gone uuid := (SELECT enrolment_id FROM certification_case WHERE id = '${this.caseId}');
      BEGIN
        DELETE FROM seat WHERE enrolment_id = gone;
        UPDATE enrolment SET state = 'withdrawn', ended_at = now(), end_reason = 'Årsag' WHERE id = gone;
        UPDATE certification_case SET state = 'discontinued', discontinued_at = now() WHERE id = '${this.caseId}';
      END $$`);
  }

  private async personOr(key: "recommenderId" | "hearerId" | "deciderId" | "releaserId" | "appealDeciderId") {
    return this.options[key] ?? (await makePersonInRole(this.db, "certifier", this.certifyingBodyId)).id;
  }

  private async participantId(): Promise<string> {
    const { enrolmentId } = this.options;
    const { personId } = await this.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
    return personId;
  }

  private async takeUp() {
    const takenById = this.options.takerUpId;
    if (!takenById) return;
    const step = {
      caseId: this.caseId,
      round: this.round,
      kind: "taken_up",
      takenById,
      takenAt: inDays(-7),
    } as const;
    await this.db.caseStep.create({ data: step });
  }

  private async except() {
    const writtenById = this.options.excepterId;
    if (!writtenById) return;
    const what = { requirement: "attendance", reason: "Barsel", writtenAt: inDays(-6) } as const;
    await this.db.caseException.create({
      data: { caseId: this.caseId, round: this.round, writtenById, ...what },
    });
  }

  private async recommend() {
    await this.db.caseRecommendation.create({
      data: {
        caseId: this.caseId,
        round: this.round,
        recommenderId: await this.personOr("recommenderId"),
        outcome: this.outcome,
        reasons: "Alle kriterier er set.",
        evidenceHash: this.evidenceHash,
        recommendedAt: inDays(-5),
      },
    });
  }

  private async hear() {
    const isOver = this.options.state !== "hearing";
    await this.db.caseHearing.create({
      data: {
        caseId: this.caseId,
        round: this.round,
        notice: "Kriterium 4 er ikke nået.",
        openedAt: inDays(-20),
        openedById: await this.personOr("hearerId"),
        dueAt: inDays(isOver ? -4 : 4),
      },
    });
  }

  private async decide() {
    const repeats = this.outcome === "repeat_requested";
    await this.db.caseDecision.create({
      data: {
        caseId: this.caseId,
        round: this.round,
        deciderId: await this.personOr("deciderId"),
        outcome: this.outcome,
        reasonRules: "Rammens punkt 4",
        reasonMain: "Det samlede billede",
        reasonFacts: "Observationerne",
        repeatCriteria: repeats ? ["K4"] : [],
        repeatGuidance: repeats ? "Vis det i et møde med medarbejderne." : "",
        repeatDueOn: repeats ? dayInDays(60) : null,
        appealGuidance: this.outcome === "certified" ? "" : "Du kan klage inden fire uger.",
        evidenceHash: this.evidenceHash,
        decidedAt: inDays(-3),
      },
    });
  }

  private async decideAppeal(state: "upheld" | "changed") {
    const decidedById = await this.personOr("appealDeciderId");
    await this.db.caseAppeal.updateMany({
      where: { caseId: this.caseId },
      data: {
        decidedById,
        decidedAt: inDays(0),
        reasons: "Gennemgået på ny.",
        changedTo: state === "changed" ? "certified" : null,
      },
    });
  }
}
