import Link from "next/link";
import { useTranslations } from "next-intl";
import { EvidenceMatrix } from "@/components/observations/evidence-matrix";
import type { IconName } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { OwnCase, OwnCaseState } from "@/lib/certification/rules/own-case";
import { AppealForm } from "./appeal-form";
import { AppealRecord } from "./appeal-record";
import { ComplaintPanel } from "./complaint-panel";
import { DecisionLetter } from "./decision-letter";
import { Forecast } from "./forecast";
import { HearingRecord } from "./hearing-record";
import { RepresentativePanel } from "./representative-panel";
import { RequirementList } from "./requirement-list";
import { StatementForm } from "./statement-form";

const looks: Record<OwnCaseState, { readonly tone: Tone; readonly icon: IconName }> = {
  collecting: { tone: "info", icon: "eye" },
  assessed: { tone: "info", icon: "clock" },
  hearing: { tone: "warning", icon: "edit" },
  released: { tone: "neutral", icon: "check" },
  appealed: { tone: "info", icon: "clock" },
  upheld: { tone: "neutral", icon: "check" },
  changed: { tone: "success", icon: "check" },
  discontinued: { tone: "neutral", icon: "close" },
};

function Outcome({ its, forSomebody }: { its: OwnCase; forSomebody: boolean }) {
  const t = useTranslations("certification");
  const [current, ...earlier] = its.decisions.toReversed();
  if (!current) return null;
  return (
    <>
      <Section title={t("own.outcomeTitle")} actions={<PrintButton />}>
        <DecisionLetter decision={current} />
      </Section>
      {its.appeals.map((appeal) => (
        <div key={appeal.id} className="mt-8">
          <AppealRecord appeal={appeal} />
        </div>
      ))}
      {its.certificate && !forSomebody ? (
        <p className="mt-8">
          <LinkButton href="/my/certificates" icon="award">
            {t("own.certificate")}
          </LinkButton>
        </p>
      ) : null}
      {its.mayAppeal && its.appealDueAt ? (
        <Section title={t("appeal.title")}>
          <AppealForm caseId={its.id} dueAt={its.appealDueAt} />
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section title={t("own.earlier")}>
          {earlier.map((decision) => (
            <details key={decision.round}>
              <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
                {t("letter.round", { round: decision.round })}: {t(`outcome.${decision.outcome}`)}
              </summary>
              <DecisionLetter decision={decision} />
            </details>
          ))}
        </Section>
      ) : null}
    </>
  );
}

type OwnCaseViewProps = {
  its: OwnCase;
  now: Date;
  /** The reader represents the participant: what only the participant may do is left out. */
  forSomebody?: boolean;
};

/** A case as its participant sees it: what is asked, how far they are, what is intended, what was decided. */
export function OwnCaseView({ its, now, forSomebody = false }: OwnCaseViewProps) {
  const t = useTranslations("certification");
  const collecting = its.state === "collecting";
  return (
    <article className="[&:not(:first-child)]:mt-16">
      <header className="grid gap-2">
        <h2 className="text-2xl">{its.programme}</h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted">
          <StatusTag {...looks[its.state]}>{t(`own.state.${its.state}`)}</StatusTag>
          <span>{its.cohort}</span>
        </p>
        <p className="max-w-prose">{t(`own.stateText.${its.state}`, { body: its.certifyingBody })}</p>
      </header>
      {its.hearing && its.state === "hearing" ? (
        <Section title={t("hearing.title")}>
          <HearingRecord hearing={its.hearing} timeZone={its.timeZone} now={now} />
          {its.mayAnswer ? <StatementForm caseId={its.id} /> : null}
        </Section>
      ) : null}
      <Outcome its={its} forSomebody={forSomebody} />
      <Section
        title={t("own.requirements")}
        actions={forSomebody ? null : <Link href="/my/observations">{t("own.toObservations")}</Link>}
      >
        {collecting ? <Forecast evaluation={its.evaluation} dueOn={its.evidenceDueOn} /> : null}
        <RequirementList evaluation={its.evaluation} />
      </Section>
      <Section title={t("criterion.title")} level={3}>
        <EvidenceMatrix
          matrix={its.evidence.matrix}
          {...(collecting ? { forecast: its.evidence.forecast } : {})}
          basePath={forSomebody ? null : "/my/observations"}
          timeZone={its.timeZone}
        />
      </Section>
      <Section title={t("own.file")} lead={t("own.fileLead")}>
        <div>
          <LinkButton href={`/api/cases/${its.id}/file`} native tone="secondary" icon="download">
            {t("own.fileDownload")}
          </LinkButton>
        </div>
      </Section>
      {forSomebody ? null : (
        <Section title={t("representative.title")} lead={t("representative.lead")}>
          <RepresentativePanel its={its} />
        </Section>
      )}
      <Section title={t("complaint.title")} lead={t("complaint.difference")}>
        <ComplaintPanel its={its} />
      </Section>
    </article>
  );
}
