import Link from "next/link";
import { useTranslations } from "next-intl";
import { Forecast } from "@/components/certification/forecast";
import { RequirementList } from "@/components/certification/requirement-list";
import { EvidenceMatrix } from "@/components/observations/evidence-matrix";
import { Section } from "@/components/ui/section";
import type { CaseView } from "@/lib/certification/queries/get-case";
import { unmetRequirements } from "@/lib/certification/rules/requirements";
import { undecidedStates } from "@/lib/certification/rules/transitions";
import type { EvidenceMatrix as Matrix } from "@/lib/observations/rules/evidence-matrix";
import { CaseHistory } from "./case-history";
import { ExceptionForm } from "./exception-form";
import { NextStep } from "./next-step";

type CasePageProps = { its: CaseView; matrix: Matrix | null; body: string; now: Date };

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

/** A case on one page: what is asked and met, the evidence itself, what is to be done, what was done. */
export function CasePage({ its, matrix, body, now }: CasePageProps) {
  const t = useTranslations("certify.case");
  const open = undecidedStates.some((state) => state === its.state);
  return (
    <>
      <Section
        title={t("requirements")}
        lead={t("requirementsLead", { scheme: its.scheme.title, version: its.scheme.version })}
      >
        {open ? <Forecast evaluation={its.evaluation} dueOn={its.evidenceDueOn} /> : null}
        <RequirementList evaluation={its.evaluation} />
        <Exception its={its} />
      </Section>
      {matrix ? (
        <Section title={t("evidence")} lead={t("evidenceLead")}>
          <EvidenceMatrix matrix={matrix} basePath={`/certify/cases/${its.id}/observations`} />
        </Section>
      ) : null}
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
      <Section title={t("history")}>
        <CaseHistory its={its} />
      </Section>
    </>
  );
}
