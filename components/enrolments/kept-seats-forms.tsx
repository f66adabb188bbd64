import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ComboboxField } from "@/components/ui/combobox-field";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField } from "@/components/ui/text-field";
import { changeKeptSeatsAction, keepSeatsAction, releaseSeatsAction } from "@/lib/enrolments/actions";
import type { AgreedSeats, SeatClasses, SeatClassRow } from "@/lib/enrolments/queries/list-seat-classes";
import { Drawer } from "./drawer";

/** Whom seats are kept for, in words. */
export function useWhom(): (of: { organisationName: string | null; trackName: string | null }) => string {
  const t = useTranslations("enrolments");
  return ({ organisationName, trackName }) =>
    organisationName !== null && trackName !== null
      ? t("classes.both", { organisation: organisationName, track: trackName })
      : (organisationName ?? trackName ?? "");
}

function SeatsAndDay({ seats, lastDay }: { seats?: number; lastDay?: string | null }) {
  const t = useTranslations("enrolments");
  return (
    <>
      <NumberField name="seats" label={t("classes.number")} defaultValue={seats} />
      <DateField
        name="releasesOn"
        label={t("classes.lastDay")}
        hint={t("classes.lastDayHint")}
        defaultValue={lastDay ?? ""}
        optional
      />
    </>
  );
}

/** Keeps seats for whoever is chosen. */
export function KeepSeatsForm({ classes }: { classes: SeatClasses }) {
  const t = useTranslations("enrolments");
  return (
    <ActionForm
      action={keepSeatsAction}
      fields={{ cohortId: classes.cohortId }}
      resetOnOk
      className="max-w-form"
    >
      <ComboboxField
        name="organisationId"
        label={t("classes.organisation")}
        hint={t("classes.anyOrganisation")}
        options={classes.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      {classes.tracks.length > 1 ? (
        <SelectField
          name="trackId"
          label={t("classes.track")}
          placeholder={t("classes.anyTrack")}
          options={classes.tracks.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      ) : null}
      <SeatsAndDay />
      <div>
        <SubmitButton>{t("classes.keep")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What an agreement promises an organisation, to be kept by one press. */
export function AgreedSeatsForm({ cohortId, share }: { cohortId: string; share: AgreedSeats }) {
  const t = useTranslations("enrolments");
  const whom = useWhom();
  return (
    <Drawer summary={t("classes.agreedSeats", { seats: share.seats, name: whom(share) })} group="agreed">
      <ActionForm
        action={keepSeatsAction}
        fields={{ cohortId, organisationId: share.organisationId, trackId: share.trackId ?? "" }}
        className="max-w-form"
      >
        <SeatsAndDay seats={share.seats} />
        <div>
          <SubmitButton tone="secondary">{t("classes.keep")}</SubmitButton>
        </div>
      </ActionForm>
    </Drawer>
  );
}

/** Changes one class of seats, or releases it. */
export function ChangeKeptSeats({ row, backHref }: { row: SeatClassRow; backHref: string }) {
  const t = useTranslations("enrolments");
  const whom = useWhom();
  const fields = { seatClassId: row.id, version: row.version };
  return (
    <Card className="mb-6 grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg">{t("classes.changeTitle", { name: whom(row) })}</h3>
        <LinkButton href={backHref} tone="quiet" size="small" icon="close" scroll={false}>
          {t("classes.close")}
        </LinkButton>
      </div>
      <ActionForm action={changeKeptSeatsAction} fields={fields} className="max-w-form">
        <SeatsAndDay seats={row.seats} lastDay={row.lastDay} />
        <div>
          <SubmitButton>{t("classes.save")}</SubmitButton>
        </div>
      </ActionForm>
      <Drawer summary={t("classes.release")}>
        <p>{t("classes.releaseLead")}</p>
        <ActionForm action={releaseSeatsAction} fields={fields}>
          <SubmitButton tone="danger" className="justify-self-start">
            {t("classes.release")}
          </SubmitButton>
        </ActionForm>
      </Drawer>
    </Card>
  );
}
