import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { RadioGroup } from "@/components/ui/choice-fields";
import { ProseText } from "@/components/ui/prose-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { requestOfBodyAction, shareCertificateAction } from "@/lib/certificates/actions";
import type { OwnCertificate } from "@/lib/certificates/queries/list-my-certificates";
import type { RecertificationStage } from "@/lib/certificates/rules/succession";
import { visibilities } from "@/lib/certificates/schema";
import { formatDate } from "@/lib/i18n/format";

/** Who sees it: the holder's choice, which holds at once. */
export function Sharing({ certificate }: { certificate: OwnCertificate }) {
  const t = useTranslations("certificates.sharing");
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("summary", { choice: t(`choice.${certificate.visibility}`) })}
      </summary>
      <ActionForm
        action={shareCertificateAction}
        fields={{ certificateId: certificate.id }}
        className="mt-3 max-w-prose"
      >
        <RadioGroup
          name="visibility"
          label={t("title")}
          hint={t("hint")}
          defaultValue={certificate.visibility}
          options={visibilities.map((value) => ({
            value,
            label: t(`choice.${value}`),
            hint: t(`means.${value}`),
          }))}
        />
        <div>
          <SubmitButton tone="secondary">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function Ask({ certificate, kind }: { certificate: OwnCertificate; kind: "new_name" | "recertification" }) {
  const t = useTranslations("certificates.requests");
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t(`ask.${kind}`)}
      </summary>
      <ActionForm
        action={requestOfBodyAction}
        fields={{ certificateId: certificate.id, kind }}
        className="mt-3 max-w-prose"
      >
        <p>{t(`explain.${kind}`, { printed: certificate.printedName, present: certificate.presentName })}</p>
        <TextAreaField name="note" label={t("note")} optional maxLength={2000} />
        <div>
          <SubmitButton tone="secondary">{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** What was asked for last and declined: when, and why. */
function Declined({ certificate }: { certificate: OwnCertificate }) {
  const t = useTranslations("certificates.requests");
  const locale = useLocale();
  return certificate.declined.map(({ kind, answeredAt, reason }) => (
    <Callout
      key={kind}
      tone="warning"
      icon="info"
      title={t(`declinedFor.${kind}`, { date: formatDate(answeredAt, locale) })}
    >
      <ProseText text={reason} />
    </Callout>
  ));
}

/**
 * That a recertification is under way and what comes next, that it brought no certificate, or that there can be none here; the case says
 * the rest.
 */
function Recertification({ stage }: { stage: Exclude<RecertificationStage, "none"> }) {
  const t = useTranslations("certificates.mine.recertification");
  return (
    <Callout tone="info" icon={stage === "underWay" ? "clock" : "info"} title={t(`${stage}.title`)}>
      <p>{t(`${stage}.text`)}</p>
      <Link href="/my/certification" className="inline-flex min-h-target items-center">
        {t(`${stage}.toCase`)}
      </Link>
    </Callout>
  );
}

/**
 * What a holder can ask the certifying body for: a certificate in their new name, and to be certified again; what they asked for, and
 * what became of it.
 */
export function Requests({ certificate }: { certificate: OwnCertificate }) {
  const t = useTranslations("certificates.requests");
  const { standing, openRequests, printedName, presentName, validUntil, recertification } = certificate;
  const mayAskAgain = recertification === "none" || recertification === "ended";
  if (standing === "superseded") return null;
  if (standing !== "valid" && standing !== "expired") return <Declined certificate={certificate} />;
  return (
    <>
      {openRequests.map((kind) => (
        <Callout key={kind} tone="info" icon="clock" title={t(`sentFor.${kind}`)} />
      ))}
      <Declined certificate={certificate} />
      {recertification === "none" || !validUntil ? null : <Recertification stage={recertification} />}
      {standing === "valid" && printedName !== presentName && !openRequests.includes("new_name") ? (
        <Ask certificate={certificate} kind="new_name" />
      ) : null}
      {validUntil && mayAskAgain && !openRequests.includes("recertification") ? (
        <Ask certificate={certificate} kind="recertification" />
      ) : null}
    </>
  );
}
