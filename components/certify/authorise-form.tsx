import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { authoriseAssessorAction, endAuthorisationAction } from "@/lib/frameworks/actions";
import type { AssessorItem, UsableVersion } from "@/lib/frameworks/queries/list-assessors";
import { formatDate } from "@/lib/i18n/format";
import { AuthorisationTag } from "./assessor-table";

type AuthoriseFormProps = { assessor: AssessorItem; version: UsableVersion; now: Date; own: boolean };

/** One version: until when an assessor may assess by it, and where that is granted, renewed or ended. */
export function AuthoriseForm({ assessor, version, now, own }: AuthoriseFormProps) {
  const t = useTranslations("certify.assessors");
  const locale = useLocale();
  const authorisation = assessor.authorisations.find((each) => each.versionId === version.id);
  const holds = authorisation !== undefined && authorisation.validTo > now;
  const fields = { personId: assessor.id, frameworkVersionId: version.id };
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-lg">{t("version", { title: version.title, number: version.number })}</h2>
        <AuthorisationTag authorisation={authorisation} now={now} />
      </div>
      {authorisation ? (
        <p className="text-sm text-muted">
          {t("by", { name: authorisation.authorisedBy ?? "–" })}{" "}
          {authorisation.lastCalibratedAt
            ? t("calibratedOn", {
                date: formatDate(authorisation.lastCalibratedAt, locale),
              })
            : t("neverCalibrated")}
        </p>
      ) : null}
      {own ? (
        <p className="text-muted">{t("own")}</p>
      ) : (
        <>
          <ActionForm
            action={authoriseAssessorAction}
            fields={{ personId: assessor.id, frameworkVersionId: version.id }}
            className="max-w-prose"
          >
            <DateField name="until" label={t("untilLabel")} hint={t("untilHint")} />
            <div>
              <SubmitButton>{t(holds ? "renew" : "grant")}</SubmitButton>
            </div>
          </ActionForm>
          {holds ? (
            <div>
              <ActionButton
                action={endAuthorisationAction}
                fields={fields}
                tone="quiet"
                confirm={{ title: t("endTitle"), consequences: t("endText"), confirmLabel: t("end") }}
              >
                {t("end")}
              </ActionButton>
            </div>
          ) : null}
        </>
      )}
    </Card>
  );
}
