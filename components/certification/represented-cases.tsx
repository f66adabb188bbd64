import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/section";
import { acceptRepresentationAction, endRepresentationAction } from "@/lib/certification/actions";
import type { OpenAppointment, RepresentedCase } from "@/lib/certification/queries/list-represented-cases";
import { formatDate } from "@/lib/i18n/format";
import { OwnCaseView } from "./own-case";

/** What somebody wants the reader to take on, with yes and no. */
export function AskedToRepresent({ asked }: { asked: OpenAppointment }) {
  const t = useTranslations("certification.represented");
  const locale = useLocale();
  const fields = { representationId: asked.id };
  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t("askedBy", { name: asked.participant })}</h2>
      <p className="max-w-prose">
        {t("askedText", {
          name: asked.participant,
          programme: asked.programme,
          date: formatDate(asked.appointedAt, locale),
        })}
      </p>
      <div className="flex flex-wrap gap-3">
        <ActionButton action={acceptRepresentationAction} fields={fields} tone="primary" icon="check">
          {t("accept")}
        </ActionButton>
        <ActionButton action={endRepresentationAction} fields={fields} tone="quiet">
          {t("decline")}
        </ActionButton>
      </div>
    </Card>
  );
}

/** A case in which the reader acts for somebody: what the participant sees, and the way out. */
export function Represented({ its, now }: { its: RepresentedCase; now: Date }) {
  const t = useTranslations("certification.represented");
  return (
    <div className="grid gap-6 [&:not(:first-child)]:mt-16">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="font-semibold">{t("actsFor", { name: its.participant })}</p>
        <ActionButton
          action={endRepresentationAction}
          fields={{ representationId: its.representationId }}
          icon="close"
          confirm={{
            title: t("confirm"),
            consequences: t("consequences", { name: its.participant }),
            confirmLabel: t("end"),
          }}
        >
          {t("end")}
        </ActionButton>
      </div>
      <OwnCaseView its={its} now={now} forSomebody />
    </div>
  );
}
