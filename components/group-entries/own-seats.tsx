import { useLocale, useTranslations } from "next-intl";
import { Drawer } from "@/components/enrolments/drawer";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { FillBar } from "@/components/ui/fill-bar";
import { Card } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextField } from "@/components/ui/text-field";
import { nameForSeatAction } from "@/lib/group-entries/actions";
import type { OwnSeatsRow } from "@/lib/group-entries/queries/list-own-seats";
import { DOT, formatDate } from "@/lib/i18n/format";

function NameForm({ seats }: { seats: OwnSeatsRow }) {
  const t = useTranslations("group-entries");
  const role = useTranslations("applications");
  const roles = [
    "manager",
    "consultant",
    "project_manager",
    "innovation_leader",
    "key_person",
    "employee",
    "politician",
  ] as const;
  return (
    <Drawer summary={t("seat.nameOn", { cohort: seats.cohort })} group="seat">
      <ActionForm action={nameForSeatAction} fields={{ seatClassId: seats.id }} resetOnOk>
        <TextField name="name" label={t("list.name")} size="medium" autoComplete="off" />
        <EmailField name="email" label={t("list.email")} size="medium" autoComplete="off" />
        <TextField name="title" label={t("list.jobTitle")} size="medium" autoComplete="off" />
        <SelectField
          name="role"
          label={t("list.role")}
          options={roles.map((value) => ({ value, label: role(`role.${value}`) }))}
        />
        {seats.tracks.length > 0 ? (
          <SelectField
            name="trackId"
            label={t("list.track")}
            options={seats.tracks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <SubmitButton className="justify-self-start">{t("seat.confirm")}</SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

/** The seats that are kept for one's organisation, each cohort with a form to name somebody. */
export function OwnSeats({ seats }: { seats: readonly OwnSeatsRow[] }) {
  const t = useTranslations("group-entries");
  const locale = useLocale();
  if (seats.length === 0)
    return (
      <EmptyState icon="building" title={t("seat.empty")}>
        {t("seat.emptyHint")}
      </EmptyState>
    );
  return (
    <ul className="grid gap-5">
      {seats.map((row) => (
        <li key={row.id}>
          <Card className="grid gap-3">
            <h2 className="text-lg">
              {[row.cohort, row.trackName].filter(Boolean).join(DOT)}
              <span className="block text-base font-normal text-muted">{row.programme}</span>
            </h2>
            <FillBar
              label={t("seat.title")}
              total={row.seats}
              parts={[{ label: t("seat.title"), value: row.seats - row.free, tone: "accent" }]}
            >
              {t("seat.sentence", { free: row.free, seats: row.seats })}{" "}
              {row.lastDay
                ? t("seat.until", { day: formatDate(new Date(row.lastDay), locale, "UTC") })
                : t("seat.untilStart", { day: formatDate(row.startsOn, locale, "UTC") })}
            </FillBar>
            {row.mayName ? <NameForm seats={row} /> : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}
