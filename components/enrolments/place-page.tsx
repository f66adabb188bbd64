import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Card, Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { leaveCohortAction } from "@/lib/enrolments/actions";
import type { Place } from "@/lib/enrolments/queries/get-place";
import { DOT, formatDate, formatDateRange, formatMoney } from "@/lib/i18n/format";
import { Drawer } from "./drawer";
import { EnrolmentStateTag } from "./state-tag";
import { SubstituteForm } from "./substitute-form";

function Facts({ place }: { place: Place }) {
  const t = useTranslations("enrolments");
  const word = useTranslations("applications");
  const locale = useLocale();
  const { cohort, price } = place;
  const items: (Description | null)[] = [
    { term: t("offer.dates"), detail: formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC") },
    { term: t("offer.place"), detail: cohort.city },
    place.trackName ? { term: t("classes.track"), detail: place.trackName } : null,
    {
      term: t("list.organisation"),
      detail: [place.organisationName, place.title].filter(Boolean).join(", "),
    },
    {
      term: t("place.payer"),
      detail: [word(`payerOf.${place.payer}`), place.payerGln, place.payerReference]
        .filter(Boolean)
        .join(DOT),
    },
    price ? { term: t("offer.price"), detail: formatMoney(price.minor, price.currency, locale) } : null,
    place.tookOverFrom ? { term: t("place.tookOverFrom"), detail: place.tookOverFrom } : null,
    place.movedFrom ? { term: t("place.movedFrom"), detail: place.movedFrom } : null,
  ];
  return <DescriptionList items={items.filter((item): item is Description => item !== null)} />;
}

/** What leaving costs when, before anybody leaves. */
function Terms({ place }: { place: Place }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const { price, steps } = place;
  if (!price) return <p>{t("place.free")}</p>;
  const owed = (percent: number) =>
    t("place.owed", {
      percent,
      amount: formatMoney(Math.round((price.minor * percent) / 100), price.currency, locale),
    });
  return (
    <DescriptionList
      items={steps.map((step, index) => {
        const day = step.lastDay && formatDate(new Date(step.lastDay), locale, "UTC");
        const term = day ? t("place.until", { day }) : t(index === 0 ? "place.always" : "place.after");
        return { term, detail: step.percent === 0 ? t("place.nothing") : owed(step.percent) };
      })}
    />
  );
}

function Ending({ place }: { place: Place }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  if (place.state === "paused")
    return (
      <Callout tone="warning" title={t("place.paused")}>
        {place.returnsOn ? (
          <p>{t("place.returns", { day: formatDate(place.returnsOn, locale, "UTC") })}</p>
        ) : null}
        {place.pauseReason ? <p className="mt-2">{place.pauseReason}</p> : null}
      </Callout>
    );
  if (place.takenOverBy) return <Callout title={t("place.takenOver", { name: place.takenOverBy })} />;
  if (place.movedTo)
    return (
      <Callout
        title={t("place.moved", { cohort: place.movedTo.name })}
        actions={
          place.own ? (
            <LinkButton href={`/my/places/${place.movedTo.id}`} tone="secondary">
              {t("place.seeNew")}
            </LinkButton>
          ) : null
        }
      />
    );
  if (place.state !== "withdrawn") return null;
  return (
    <Callout title={t("place.left")}>
      {place.owedPercent === null ? null : <p>{t("place.owedAfter", { percent: place.owedPercent })}</p>}
    </Callout>
  );
}

function Leave({ place }: { place: Place }) {
  const t = useTranslations("enrolments");
  return (
    <Drawer summary={t("leave.title")}>
      <p>{t("leave.lead")}</p>
      {place.owedNow === null ? null : (
        <p className="font-medium">
          {place.owedNow === 0 ? t("leave.costsNothing") : t("leave.costs", { percent: place.owedNow })}
        </p>
      )}
      <ActionForm action={leaveCohortAction} fields={{ enrolmentId: place.id }}>
        <TextAreaField name="reason" label={t("leave.reason")} rows={2} optional />
        <SubmitButton tone="danger" className="justify-self-start">
          {t("leave.confirm")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

/** A place on a cohort, as its participant and their organisation see it: facts, terms, and what can be changed. */
export function PlacePage({ place, crumb }: { place: Place; crumb: { label: string; href: string } }) {
  const t = useTranslations("enrolments");
  return (
    <>
      <PageHeader
        crumbs={[crumb, { label: place.own ? place.cohort.name : place.name }]}
        kicker={place.programme}
        title={place.own ? place.cohort.name : place.name}
        meta={<EnrolmentStateTag state={place.state} />}
      />
      <div className="grid max-w-2xl gap-8">
        <Ending place={place} />
        <Card>
          <Facts place={place} />
        </Card>
        {place.mayLeave || place.state === "paused" ? (
          <Section title={t("place.terms")} lead={t("place.termsLead")} className="mt-0!">
            <Card>
              <Terms place={place} />
            </Card>
          </Section>
        ) : null}
        {place.maySubstitute ? (
          <Drawer summary={t("substitute.title")} group="place">
            <SubstituteForm enrolment={place} />
          </Drawer>
        ) : null}
        {place.own && place.mayLeave ? (
          <>
            <p className="text-muted">{t("place.substituteHint")}</p>
            <Leave place={place} />
          </>
        ) : null}
      </div>
    </>
  );
}
