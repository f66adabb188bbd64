import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { portionsAfter } from "@/lib/lists/facts/portions";
import type { LongSheet, Sheet, SheetCell } from "@/lib/spreadsheet/sheet";
import { getRegisteredDecisions, type RegisteredDecision } from "./get-register";
import { listAssessorLoad } from "./list-assessor-load";

const day = (at: Date | null) => at && civilDay(at);

const texts = ["case", "participant", "programme", "cohort", "scheme", "round", "outcome"] as const;

function columnsOf(t: Translate): Sheet["columns"] {
  const column = (name: string, kind: "text" | "day" | "number" = "text") => ({
    header: t(`register.column.${name}`),
    kind,
  });
  return [
    ...texts.map((name) => column(name)),
    column("opened", "day"),
    column("recommended", "day"),
    column("recommender"),
    column("heard", "day"),
    column("statement", "day"),
    column("decided", "day"),
    column("decider"),
    column("released", "day"),
    column("releaser"),
    column("exceptions", "number"),
    column("appeal"),
    column("appealFiled", "day"),
    column("appealDecided", "day"),
    column("appealDecider"),
    column("certificate"),
    column("revoked"),
    column("evidence"),
  ];
}

function rowOf(each: RegisteredDecision, t: Translate): SheetCell[] {
  return [
    each.caseId,
    each.participant,
    each.programme,
    each.cohort,
    String(each.schemeVersion),
    String(each.round),
    t(`register.outcome.${each.outcome}`),
    day(each.openedAt),
    day(each.recommendedAt),
    each.recommender,
    day(each.heardAt),
    day(each.statementAt),
    day(each.decidedAt),
    each.decider,
    day(each.releasedAt),
    each.releaser,
    each.exceptions,
    t(`register.appeal.${each.appeal}`),
    day(each.appealFiledAt),
    day(each.appealDecidedAt),
    each.appealDecider,
    each.certificate,
    each.certificateRevoked ? t("register.yes") : "",
    each.evidenceHash,
  ];
}

/** The body's decisions since a moment (null: ever) as a list: what an audit of the certification looks through. */
export async function getRegisterSheet(
  acting: Acting,
  locale: Locale,
  since: Date | null,
): Promise<LongSheet> {
  const [decisions, t] = await Promise.all([
    getRegisteredDecisions(acting, since),
    translatorFor(locale, "certify"),
  ]);
  return {
    name: t("register.title"),
    columns: columnsOf(t),
    count: decisions.count,
    portions: () => portionsAfter(decisions.after, (each) => rowOf(each, t)),
  };
}

/** The body's assessors as a list: how much each observed, and how often they agreed with the other of a pair. */
export async function getAssessorSheet(
  acting: Acting,
  locale: Locale,
  since: Date | null,
  now: Date,
): Promise<Sheet> {
  const [people, t] = await Promise.all([
    listAssessorLoad(acting, since, now),
    translatorFor(locale, "certify"),
  ]);
  const header = (name: string) => t(`register.assessor.${name}`);
  return {
    name: t("register.assessors"),
    columns: [
      { header: header("name") },
      { header: header("observations"), kind: "number" },
      { header: header("participants"), kind: "number" },
      { header: header("last"), kind: "day" },
      { header: header("recommendations"), kind: "number" },
      { header: header("compared"), kind: "number" },
      { header: header("equal"), kind: "number" },
    ],
    rows: people.map((each) => [
      each.name,
      each.observations,
      each.participants,
      each.lastObservedOn?.toISOString().slice(0, 10) ?? null,
      each.recommendations,
      each.agreement.compared,
      each.agreement.equal,
    ]),
  };
}
