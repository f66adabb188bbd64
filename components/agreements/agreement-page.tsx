import Link from "next/link";
import { useTranslations } from "next-intl";
import { CohortStateTag } from "@/components/cohorts/cohort-state-tag";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField } from "@/components/ui/text-field";
import { changeAgreementStateAction, removeSeatsAction, setSeatsAction } from "@/lib/agreements/actions";
import type { AgreementDetail } from "@/lib/agreements/queries/get-agreement";
import type { Party } from "@/lib/agreements/queries/list-agreement-parties";
import type { OwnTrack } from "@/lib/agreements/queries/list-own-tracks";
import { decideEditingAgreement } from "@/lib/agreements/rules/content";
import { agreementTransitions } from "@/lib/agreements/rules/transitions";
import { DOT } from "@/lib/i18n/format";
import { priceText } from "@/lib/programmes/rules/price";
import { AgreementFields } from "./agreement-fields";
import { AgreementStateTag } from "./agreement-state-tag";
import { AgreementTerms } from "./agreement-terms";
import { EditAgreementFrame, SetSeatsFrame } from "./form-frames";

type AgreementPageProps = {
  agreement: AgreementDetail;
  parties: readonly Party[];
  tracks: readonly OwnTrack[];
};

function StateButtons({ agreement }: { agreement: AgreementDetail }) {
  const t = useTranslations("agreements");
  return (
    <>
      {agreementTransitions[agreement.state].map((state) => {
        if (state === "negotiated") return null;
        return (
          <ActionButton
            key={state}
            action={changeAgreementStateAction}
            fields={{ agreementId: agreement.id, version: agreement.version, state }}
            tone={state === "active" ? "primary" : "secondary"}
            confirm={{
              title: t(`change.${state}.title`),
              consequences: t(`change.${state}.consequences`),
              confirmLabel: t(`change.${state}.submit`),
            }}
          >
            {t(`change.${state}.submit`)}
          </ActionButton>
        );
      })}
    </>
  );
}

function SeatsForm({ agreement, tracks }: Omit<AgreementPageProps, "parties">) {
  const t = useTranslations("agreements");
  return (
    <SetSeatsFrame fields={{ agreementId: agreement.id }} className="max-w-form rounded-lg bg-sunken p-5">
      <h3 className="text-lg">{t("seats.setHeading")}</h3>
      <SelectField
        name="organisationId"
        label={t("seats.partner")}
        options={agreement.partners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="trackId"
        label={t("seats.track")}
        optional
        placeholder={t("seats.anyTrack")}
        options={tracks.map(({ id, name, programme, number }) => ({
          value: id,
          label: t("seats.trackOption", { name, programme, number }),
        }))}
      />
      <NumberField name="seats" label={t("seats.seats")} />
      <div>
        <SubmitButton tone="secondary">{t("seats.set")}</SubmitButton>
      </div>
    </SetSeatsFrame>
  );
}

function Allocations({
  agreement,
  tracks,
  editable,
}: Omit<AgreementPageProps, "parties"> & { editable: boolean }) {
  const t = useTranslations("agreements");
  const nameOf = (id: string) => agreement.partners.find((partner) => partner.id === id)?.name ?? "";
  const total = agreement.allocations.reduce((sum, { seats }) => sum + seats, 0);
  return (
    <Section title={t("seats.heading")} lead={t("seats.lead")}>
      {agreement.allocations.length === 0 ? (
        <p className="text-muted">{t("seats.none")}</p>
      ) : (
        <>
          <p>{t("seats.total", { count: total })}</p>
          <ul className="divide-y divide-line border-y border-line">
            {agreement.allocations.map(({ id, organisationId, trackId, track, seats }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
                <span>
                  <span className="font-medium">{nameOf(organisationId)}</span>
                  <span className="text-muted">{`${DOT}${track ?? t("seats.anyTrack")}`}</span>
                </span>
                <span className="flex items-center gap-4">
                  {t("seats.count", { count: seats })}
                  {editable ? (
                    <ActionButton
                      action={removeSeatsAction}
                      fields={{ agreementId: agreement.id, allocationId: id }}
                      undo={{
                        action: setSeatsAction,
                        fields: { agreementId: agreement.id, organisationId, trackId: trackId ?? "", seats },
                      }}
                      tone="quiet"
                      size="small"
                      icon="trash"
                    >
                      {t("seats.remove")}
                      <span className="sr-only">{` ${nameOf(organisationId)}, ${track ?? t("seats.anyTrack")}`}</span>
                    </ActionButton>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {editable && agreement.partners.length > 0 ? <SeatsForm agreement={agreement} tracks={tracks} /> : null}
    </Section>
  );
}

function Cohorts({ agreement }: { agreement: AgreementDetail }) {
  const t = useTranslations("agreements");
  return (
    <Section title={t("cohorts.heading")}>
      {agreement.cohorts.length === 0 ? (
        <p className="text-muted">{t("cohorts.none")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {agreement.cohorts.map(({ id, name, state }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <Link href={`/staff/cohorts/${id}`}>{name}</Link>
              <CohortStateTag state={state} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function valuesOf(agreement: AgreementDetail): Record<string, unknown> {
  const { title, kind, validFrom, validTo, funderId, diaryNumber, currency, coordinatorId, amountMinor } =
    agreement;
  const amount = amountMinor === null ? "" : priceText(amountMinor);
  const partnerIds = agreement.partners.map(({ id }) => id);
  return {
    title,
    kind,
    validFrom,
    validTo,
    funderId,
    diaryNumber,
    currency,
    coordinatorId,
    amount,
    partnerIds,
  };
}

/** One agreement: what it says, whose seats, which cohorts, and what can be done with it. */
export function AgreementPage({ agreement, parties, tracks }: AgreementPageProps) {
  const t = useTranslations("agreements");
  const editable = decideEditingAgreement(agreement.state).ok;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: "/staff/agreements" }]}
        title={agreement.title}
        meta={
          <>
            <AgreementStateTag state={agreement.state} />
            <span className="text-muted">{t(`kind.${agreement.kind}`)}</span>
          </>
        }
        actions={
          <>
            <LinkButton href={`/staff/agreements/${agreement.id}/billing`} tone="secondary">
              {t("bill")}
            </LinkButton>
            <StateButtons agreement={agreement} />
          </>
        }
      />
      <Cohorts agreement={agreement} />
      <Allocations agreement={agreement} tracks={tracks} editable={editable} />
      <Section title={t("terms")}>
        {editable ? (
          <EditAgreementFrame
            fields={{ agreementId: agreement.id, version: agreement.version }}
            defaultValues={valuesOf(agreement)}
            className="max-w-form"
          >
            <AgreementFields parties={parties} targets={agreement.roleTargets} />
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </EditAgreementFrame>
        ) : (
          <Callout title={t("ended")}>{t("endedLead")}</Callout>
        )}
      </Section>
      {editable ? null : <AgreementTerms agreement={agreement} parties={parties} />}
    </>
  );
}
