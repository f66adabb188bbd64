import { useTranslations } from "next-intl";
import { TwoLines } from "@/components/enrolments/two-lines";
import { FileLinks } from "@/components/lists/file-links";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Buyer } from "@/lib/billing/rules/document";
import type { FormAction } from "@/lib/core/action-state";
import { DOT } from "@/lib/i18n/format";

const problems = {
  "billing.peppolSeller": "peppolSeller",
  "billing.peppolEndpoint": "peppolEndpoint",
  "billing.peppolReference": "peppolReference",
  "billing.peppolPerson": "peppolPerson",
} as const;
const isKnown = (code: string): code is keyof typeof problems => code in problems;

/** Who pays, and in the second line what keeps the bill from being sent as Peppol, or where it goes. */
export function BuyerCell({ line }: { line: { buyer: Buyer; peppolProblem: string | null } }) {
  const refusal = useTranslations("refusals.billing");
  const { buyer, peppolProblem } = line;
  return (
    <TwoLines
      first={buyer.name}
      second={
        peppolProblem && isKnown(peppolProblem)
          ? refusal(problems[peppolProblem])
          : [buyer.gln, buyer.reference].filter(Boolean).join(DOT)
      }
    />
  );
}

/** A basis as a file of a list, in both kinds. */
export function BasisFiles({ file }: { file: string }) {
  return <FileLinks address={(format) => `${file}?format=${format}`} />;
}

type MakeDocumentsProps = {
  action: FormAction;
  /** The hidden field that says of what: its name and value. */
  subject: { name: string; id: string };
  basis: { toInvoice: number; toCredit: number; hasProfile: boolean };
};

/** The documents that a basis asks for, to be made; or why there are none, or what is missing first. */
export function MakeDocuments({ action, subject, basis }: MakeDocumentsProps) {
  const t = useTranslations("billing");
  const { toInvoice, toCredit, hasProfile } = basis;
  if (toInvoice + toCredit === 0) return <p className="text-muted">{t("issue.nothing")}</p>;
  if (!hasProfile)
    return (
      <Callout
        tone="warning"
        title={t("issue.noProfile")}
        actions={<LinkButton href="/staff/billing">{t("issue.toProfile")}</LinkButton>}
      />
    );
  return (
    <ActionForm action={action} className="gap-3">
      <input type="hidden" name={subject.name} value={subject.id} readOnly />
      <p>{t("issue.lead", { invoices: toInvoice, credits: toCredit })}</p>
      <SubmitButton className="justify-self-start">{t("issue.confirm")}</SubmitButton>
    </ActionForm>
  );
}
