import { useTranslations } from "next-intl";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { ProseText } from "@/components/ui/prose-text";
import type { GivenAnswer } from "@/lib/applications/facts/read-answers";
import type { ParticipantRole, PayerKind } from "@/lib/db/generated/enums";

type Answers = {
  participantRole: ParticipantRole | null;
  trackName: string;
  organisation: string;
  title: string;
  motivation: string;
  accommodation: string;
  managerName: string;
  managerEmail: string;
  payer: PayerKind | null;
  payerGln: string;
  payerReference: string;
  answers: readonly GivenAnswer[];
};

function given({ value, kind, file }: GivenAnswer, consented: string) {
  if (file) return <a href={`/api/files/${file.id}`}>{file.name}</a>;
  return kind === "consent" ? consented : <ProseText text={value} />;
}

type Props = {
  answers: Answers;
  /** Read by the person who wrote it: in their own words. */
  own?: boolean;
};

/** What was written in an application. Nothing is shown for a question that was left open. */
export function ApplicationAnswers({ answers, own = false }: Props) {
  const t = useTranslations("applications");
  const { payer } = answers;
  const pays = payer && (own && payer !== "agreement" ? t(`payer.${payer}`) : t(`payerOf.${payer}`));
  const items: (Description | null)[] = [
    answers.participantRole && { term: t("form.role"), detail: t(`role.${answers.participantRole}`) },
    answers.trackName ? { term: t("form.track"), detail: answers.trackName } : null,
    answers.organisation ? { term: t("form.organisation"), detail: answers.organisation } : null,
    answers.title ? { term: t("form.title"), detail: answers.title } : null,
    answers.motivation
      ? { term: t("form.motivation"), detail: <ProseText text={answers.motivation} /> }
      : null,
    ...answers.answers.map((answer) => ({ term: answer.label, detail: given(answer, t("form.consented")) })),
    answers.managerName
      ? {
          term: t("form.manager"),
          detail: (
            <>
              {answers.managerName}
              <span className="block wrap-anywhere text-muted">{answers.managerEmail}</span>
            </>
          ),
        }
      : null,
    pays ? { term: t("form.payer"), detail: pays } : null,
    answers.payerGln ? { term: t("form.gln"), detail: answers.payerGln } : null,
    answers.payerReference ? { term: t("form.reference"), detail: answers.payerReference } : null,
    answers.accommodation
      ? {
          term: t("form.needs"),
          detail: (
            <>
              <ProseText text={answers.accommodation} />
              <span className="mt-1 block text-sm text-muted">{t("form.confidential")}</span>
            </>
          ),
        }
      : null,
  ];
  return <DescriptionList items={items.filter((item): item is Description => item !== null)} />;
}
