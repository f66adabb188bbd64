import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { acceptOfferAction, refuseOfferAction } from "@/lib/enrolments/actions";
import type { SeatOffer } from "@/lib/enrolments/queries/get-offer";
import { formatDateRange, formatDateTime, formatMoney } from "@/lib/i18n/format";

function Facts({ offer }: { offer: SeatOffer }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const { cohort, programme, payer } = offer;
  const items: (Description | null)[] = [
    { term: t("offer.programme"), detail: programme.title },
    { term: t("offer.dates"), detail: formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC") },
    { term: t("offer.place"), detail: cohort.city },
    programme.price !== null && payer !== "agreement"
      ? { term: t("offer.price"), detail: formatMoney(programme.price, programme.currency, locale) }
      : null,
    offer.offerExpiresAt
      ? {
          term: t("offer.until"),
          detail: (
            <time dateTime={offer.offerExpiresAt.toISOString()}>
              {formatDateTime(offer.offerExpiresAt, locale, cohort.timeZone)}
            </time>
          ),
        }
      : null,
  ];
  return <DescriptionList items={items.filter((item): item is Description => item !== null)} />;
}

function Answers({ entryId }: { entryId: string }) {
  const t = useTranslations("enrolments");
  return (
    <div className="grid gap-6">
      <ActionForm action={acceptOfferAction} fields={{ entryId }}>
        <SubmitButton icon="check" className="justify-self-start">
          {t("offer.accept")}
        </SubmitButton>
      </ActionForm>
      <details>
        <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
          {t("offer.refuse")}
        </summary>
        <ActionForm action={refuseOfferAction} fields={{ entryId }} className="max-w-prose gap-4 pt-2">
          <p>{t("offer.refuseLead")}</p>
          <SubmitButton tone="danger" className="justify-self-start">
            {t("offer.refuseConfirm")}
          </SubmitButton>
        </ActionForm>
      </details>
    </div>
  );
}

/** A seat from the queue: take it or leave it, until when. */
export function OfferQuestion({ offer }: { offer: SeatOffer }) {
  const t = useTranslations("enrolments");
  const status = `/my/applications/${offer.applicationId}`;
  const { answerable } = offer;
  return (
    <>
      <PageHeader
        crumbs={[{ label: offer.cohort.name, href: status }, { label: t("offer.crumb") }]}
        kicker={offer.programme.title}
        title={answerable.ok ? t("offer.title", { cohort: offer.cohort.name }) : offer.cohort.name}
        lead={answerable.ok ? t("offer.lead") : undefined}
      />
      <div className="grid max-w-2xl gap-8">
        {answerable.ok ? null : (
          <Callout
            tone={offer.state === "accepted" ? "success" : "info"}
            title={t(`offer.ended.${offer.state === "offered" ? "expired" : offer.state}`)}
            actions={
              <LinkButton href={status} tone="secondary">
                {t("offer.seeStatus")}
              </LinkButton>
            }
          />
        )}
        <Card>
          <Facts offer={offer} />
        </Card>
        {answerable.ok ? <Answers entryId={offer.id} /> : null}
      </div>
    </>
  );
}
