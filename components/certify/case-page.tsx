import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Forecast } from "@/components/certification/forecast";
import { RequirementList } from "@/components/certification/requirement-list";
import { EvidenceMatrix } from "@/components/observations/evidence-matrix";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { CaseView } from "@/lib/certification/queries/get-case";
import { complaintDueAt } from "@/lib/certification/rules/complaint";
import { unmetRequirements } from "@/lib/certification/rules/requirements";
import { undecidedStates } from "@/lib/certification/rules/transitions";
import { formatDate } from "@/lib/i18n/format";
import { Barred } from "./barred";
import { CaseHistory } from "./case-history";
import { ComplaintForm } from "./complaint-form";
import { ExceptionForm } from "./exception-form";
import { Grounds } from "./grounds";
import { NextStep } from "./next-step";

/** Where each requirement's evidence stands on the page. */
const ANCHORS = {
  attendance: "#attendance",
  practice_project: "#project",
  observations: "#evidence",
  assessors: "#evidence",
  criteria: "#evidence",
} as const;

type CasePageProps = { its: CaseView; body: string; now: Date };

function Exception({ its }: { its: CaseView }) {
  const t = useTranslations("certify.except");
  const unmet = unmetRequirements(its.evaluation);
  const open = undecidedStates.some((state) => state === its.state);
  if (!open || unmet.length === 0 || its.bars.except) return null;
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("title")}
      </summary>
      <ExceptionForm caseId={its.id} version={its.version} unmet={unmet} />
    </details>
  );
}

/** A complaint that waits for an answer: the form, or why it is not the reader's to answer. */
function Complaints({ its }: { its: CaseView }) {
  const t = useTranslations("certify.complaint");
  const subjects = useTranslations("certification.complaint");
  const locale = useLocale();
  const open = its.complaints.find((each) => each.state === "received");
  if (!open) return null;
  const due = formatDate(complaintDueAt(open.filedAt), locale, its.timeZone);
  return (
    <Section title={t("one")} id="complaint" lead={t("oneLead", { date: due })}>
      <div className="grid max-w-prose gap-1">
        <h3 className="font-semibold">{subjects(`subject.${open.about}`)}</h3>
        <ProseText text={open.text} />
      </div>
      {its.bars.complaint ? <Barred refusal={its.bars.complaint} /> : <ComplaintForm caseId={its.id} />}
    </Section>
  );
}

/** A case on one page: what is asked and met, the evidence itself, what is to be done, what was done. */
export function CasePage({ its, body, now }: CasePageProps) {
  const t = useTranslations("certify.case");
  const open = undecidedStates.some((state) => state === its.state);
  return (
    <>
      <Section
        title={t("requirements")}
        lead={t("requirementsLead", { scheme: its.scheme.title, version: its.scheme.version })}
      >
        {open ? <Forecast evaluation={its.evaluation} dueOn={its.evidenceDueOn} /> : null}
        <RequirementList evaluation={its.evaluation} anchors={ANCHORS} />
        <Exception its={its} />
      </Section>
      <Section title={t("evidence")} lead={t("evidenceLead")} id="evidence">
        <EvidenceMatrix
          matrix={its.evidence.matrix}
          {...(open ? { forecast: its.evidence.forecast } : {})}
          basePath={`/certify/cases/${its.id}/observations`}
          timeZone={its.timeZone}
        />
      </Section>
      <Grounds its={its} />
      <Section title={t("next")} id="next">
        <NextStep its={its} body={body} now={now} />
        {its.certificate ? (
          <p>
            <Link href={`/certify/certificates/${its.certificate.id}`}>
              {t("certificate", { serial: its.certificate.serialNumber })}
            </Link>
          </p>
        ) : null}
      </Section>
      <Complaints its={its} />
      <Section title={t("history")}>
        <CaseHistory its={its} />
      </Section>
    </>
  );
}
