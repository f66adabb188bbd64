import "server-only";
import type { CaseFile, FiledObservation } from "@/lib/certification/queries/get-case-file";
import type { OwnDecision } from "@/lib/certification/rules/own-case";
import type { Locale } from "@/lib/db/generated/enums";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { PdfFile } from "./certificate-file";
import { typeset } from "./typeset";

type Part = { readonly label: string; readonly text: string };
type Entry = { readonly heading: string; readonly meta: string; readonly parts: readonly Part[] };
type FileSection = { readonly heading: string; readonly empty: string; readonly entries: readonly Entry[] };

/** What every section is written with. */
type Pen = {
  readonly t: Translate;
  readonly day: (at: Date) => string;
  /** A calendar day, which has no zone. */
  readonly onDay: (at: Date) => string;
  readonly moment: (at: Date) => string;
};

/** Parts with a text; what was left empty is left out. */
const written = (parts: readonly Part[]): Part[] => parts.filter((part) => part.text.trim() !== "");
const plain = (text: string): Part[] => written([{ label: "", text }]);

function requirements({ its, project }: CaseFile, { t }: Pen): Entry[] {
  const stands = its.evaluation.requirements.map(({ kind, status, have, need }) => ({
    heading: t(`requirement.${kind}`),
    meta: t(`status.${status}`),
    parts: plain(t(`progress.${kind}`, { have, need })),
  }));
  if (!project) return stands;
  const words = [
    { label: t("file.project.task"), text: project.task },
    { label: t("file.project.users"), text: project.usersInvolved },
    { label: t("file.project.methods"), text: project.methodsUsed },
    { label: t("file.project.outcome"), text: project.outcome },
  ];
  return [...stands, { heading: project.title, meta: t("file.project.title"), parts: written(words) }];
}

function observation(each: FiledObservation, { t, onDay }: Pen): Entry {
  const rated = each.ratings.map(({ code, name, rating, evidence }) => ({
    label: `${code} ${name}: ${t(`file.rating.${rating}`)}`,
    text: evidence.trim() === "" ? "–" : evidence,
  }));
  const files = each.files.map(({ code, caption, name }) => `${code ? `${code}: ` : ""}${caption} (${name})`);
  return {
    heading: t("file.observedOn", { date: onDay(each.observedOn), name: each.assessor }),
    meta: each.amendReason === null ? "" : t("file.amends", { reason: each.amendReason }),
    parts: written([
      { label: t("file.situation"), text: each.situation },
      { label: t("file.seen"), text: each.seen },
      { label: t("file.interpreted"), text: each.interpreted },
      ...rated,
      { label: t("file.beside"), text: files.join("\n") },
      { label: t("file.response"), text: each.response },
    ]),
  };
}

function hearings({ its }: CaseFile, { t, moment }: Pen): Entry[] {
  const { hearing } = its;
  if (!hearing) return [];
  const date = moment(hearing.openedAt);
  const by = hearing.openedBy;
  const beginning = by ? t("hearing.openedBy", { date, name: by }) : t("hearing.openedOn", { date });
  const opened = {
    heading: t("hearing.title"),
    meta: `${beginning} · ${t("hearing.due", { date: moment(hearing.dueAt) })}`,
    parts: plain(hearing.notice),
  };
  if (!hearing.statementAt) return [opened];
  const heading = t("hearing.statementOf", {
    date: moment(hearing.statementAt),
    name: hearing.statementBy ?? "",
  });
  return [opened, { heading, meta: "", parts: plain(hearing.statement) }];
}

function decision(each: OwnDecision, { t, day, onDay }: Pen): Entry {
  const again = each.repeatCriteria.map(({ code, name }) => `${code} ${name}`).join("\n");
  return {
    heading: `${t("letter.round", { round: each.round })}: ${t(`outcome.${each.outcome}`)}`,
    meta: t("letter.decidedOn", { date: day(each.decidedAt), name: each.decider }),
    parts: written([
      { label: t("letter.main"), text: each.reasonMain },
      { label: t("letter.facts"), text: each.reasonFacts },
      { label: t("letter.rules"), text: each.reasonRules },
      { label: t("letter.repeatCriteria"), text: again },
      { label: t("letter.repeatGuidance"), text: each.repeatGuidance },
      { label: t("letter.repeatDue"), text: each.repeatDueOn ? onDay(each.repeatDueOn) : "" },
      { label: t("letter.appealGuidance"), text: each.appealGuidance },
    ]),
  };
}

function decisions(file: CaseFile, pen: Pen): Entry[] {
  const { t, day } = pen;
  const advice = file.recommendations.map((each) => ({
    heading: t("file.recommendation", { round: each.round, outcome: t(`outcome.${each.outcome}`) }),
    meta: t("file.by", { name: each.by, date: day(each.at) }),
    parts: plain(each.reasons),
  }));
  const waived = file.exceptions.map((each) => ({
    heading: t("file.exception", { requirement: t(`requirement.${each.requirement}`) }),
    meta: t("file.by", { name: each.by, date: day(each.at) }),
    parts: plain(each.reason),
  }));
  return [...waived, ...advice, ...file.its.decisions.map((each) => decision(each, pen))];
}

function appealsAndComplaints({ its }: CaseFile, { t, day }: Pen): Entry[] {
  const appeals = its.appeals.map((each) => ({
    heading: t("appeal.filed", { date: day(each.filedAt), name: each.filedBy }),
    meta: each.decidedAt ? t("appeal.decided", { date: day(each.decidedAt) }) : t("appeal.pending"),
    parts: written([
      { label: t("appeal.grounds"), text: each.grounds },
      {
        label: each.changedTo
          ? t("appeal.changedTo", { outcome: t(`outcome.${each.changedTo}`) })
          : t("appeal.upheld"),
        text: each.reasons,
      },
    ]),
  }));
  const complaints = its.complaints.map((each) => ({
    heading: t("complaint.filed", {
      about: t(`complaint.subject.${each.about}`),
      date: day(each.filedAt),
      name: each.filedBy,
    }),
    meta: t(`complaint.state.${each.state}`),
    parts: written([
      { label: t("complaint.text"), text: each.text },
      {
        label: each.decidedAt ? t("complaint.answered", { date: day(each.decidedAt) }) : "",
        text: each.reasons,
      },
    ]),
  }));
  return [...appeals, ...complaints];
}

function journal(file: CaseFile, { t, moment }: Pen): Entry[] {
  return file.journal.map(({ event, at, by }) => ({
    heading: t(`file.event.${event.slice("case.".length)}`),
    meta: by === null ? moment(at) : `${moment(at)} · ${by}`,
    parts: [],
  }));
}

function sectionsOf(file: CaseFile, pen: Pen): FileSection[] {
  const { t } = pen;
  const section = (name: string, entries: readonly Entry[]) => ({
    heading: t(`file.section.${name}`),
    empty: t("file.nothing"),
    entries,
  });
  return [
    section("requirements", requirements(file, pen)),
    section(
      "observations",
      file.observations.map((each) => observation(each, pen)),
    ),
    section("hearing", hearings(file, pen)),
    section("decisions", decisions(file, pen)),
    section("appeals", appealsAndComplaints(file, pen)),
    section("journal", journal(file, pen)),
  ];
}

/** The whole case as a tagged PDF with a table of contents, as it is at `now`, in one language. */
export async function caseFilePdf(file: CaseFile, locale: Locale, now: Date): Promise<PdfFile> {
  const { its } = file;
  const t = await translatorFor(locale, "certification");
  const pen: Pen = {
    t,
    day: (at) => formatDate(at, locale, its.timeZone),
    onDay: (at) => formatDate(at, locale, "UTC"),
    moment: (at) => formatDateTime(at, locale, its.timeZone),
  };
  const bytes = typeset(
    "case-file",
    {
      locale,
      title: t("file.title", { name: its.participant }),
      author: its.certifyingBody,
      heading: t("file.title", { name: its.participant }),
      lead: t("file.lead", { date: pen.moment(now) }),
      facts: [
        { term: t("file.fact.programme"), detail: its.programme },
        { term: t("file.fact.cohort"), detail: its.cohort },
        { term: t("file.fact.body"), detail: its.certifyingBody },
        { term: t("file.fact.state"), detail: t(`own.state.${its.state}`) },
        { term: t("file.fact.work"), detail: [file.title, file.organisation].filter(Boolean).join(", ") },
        { term: t("file.fact.case"), detail: its.id },
      ],
      sections: sectionsOf(file, pen),
      footer: t("file.footer", { name: its.participant }),
    },
    now,
  );
  return { name: `${t("file.name")}-${its.id.slice(0, 8)}.pdf`, bytes: new Uint8Array(bytes) };
}
