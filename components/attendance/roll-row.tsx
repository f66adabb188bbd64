"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field-frame";
import { asText, useFieldState } from "@/components/ui/form-context";
import { Icon, type IconName } from "@/components/ui/icon";
import type { RollPerson } from "@/lib/attendance/queries/get-roll-call";

const choices = ["present", "partial", "absent", "apology"] as const;
type Choice = (typeof choices)[number];

const looks: Record<Choice, { icon: IconName; checked: string }> = {
  present: {
    icon: "check",
    checked: "has-checked:bg-success-soft has-checked:border-success has-checked:text-success",
  },
  partial: {
    icon: "clock",
    checked: "has-checked:bg-warning-soft has-checked:border-warning has-checked:text-warning",
  },
  absent: {
    icon: "close",
    checked: "has-checked:bg-danger-soft has-checked:border-danger has-checked:text-danger",
  },
  apology: {
    icon: "mail",
    checked: "has-checked:bg-info-soft has-checked:border-info has-checked:text-info",
  },
};

type RollRowProps = {
  person: RollPerson;
  index: number;
  early: boolean;
  /** How long the session lasts. */
  minutes: number;
  note?: string;
};

function Minutes({
  name,
  first,
  total,
  shown,
}: {
  name: string;
  first: string;
  total: number;
  shown: boolean;
}) {
  const t = useTranslations("facilitate.roll");
  const field = useFieldState(name);
  return (
    <div className={shown ? "grid gap-1.5" : "hidden"}>
      <label htmlFor={field.id} className="text-sm font-medium">
        {t("minutes")}
      </label>
      <FieldError id={field.errorId} errors={field.errors} />
      <div className="flex items-center gap-2.5">
        <input
          id={field.id}
          name={name}
          defaultValue={asText(field.value) ?? first}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          aria-invalid={field.errors.length > 0 || undefined}
          className="control max-w-24"
        />
        <span className="text-sm text-muted">{t("minutesUnit", { total })}</span>
      </div>
    </div>
  );
}

function Who({ person, note }: Pick<RollRowProps, "person" | "note">) {
  const t = useTranslations("facilitate.roll");
  const { isGuest, obligation } = person;
  const tags = { required: "", optional: t("optional"), not_expected: t("notExpected") };
  const tag = isGuest ? t("guest") : tags[obligation];
  return (
    <p className="min-w-0">
      <span className="font-medium">{person.name}</span>
      {tag ? <span className="ms-2 rounded-full bg-sunken px-2 text-sm text-muted">{tag}</span> : null}
      <span className="block text-sm text-muted">{note ?? person.organisation}</span>
    </p>
  );
}

type ChoiceFieldProps = { name: string; choice: Choice; checked: boolean; disabled: boolean };

function ChoiceField({ name, choice, checked, disabled }: ChoiceFieldProps) {
  const t = useTranslations("facilitate.roll.status");
  return (
    <label
      className={classNames(
        "flex min-h-12 cursor-pointer items-center justify-center gap-1.5 rounded border border-line-strong bg-surface px-2 text-center text-sm font-medium hover:border-ink sm:min-w-28",
        "has-checked:border-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-default has-disabled:border-line has-disabled:bg-sunken has-disabled:text-muted",
        looks[choice].checked,
      )}
    >
      <input
        type="radio"
        name={name}
        value={choice}
        defaultChecked={checked}
        disabled={disabled}
        className="sr-only"
      />
      <Icon name={looks[choice].icon} className="size-4.5" />
      {t(choice)}
    </label>
  );
}

/** One person on the roll: four large fields for a thumb, and the minutes where somebody was there in part. */
export function RollRow({ person, index, early, minutes, note }: RollRowProps) {
  const t = useTranslations("facilitate.roll");
  const name = `entries.${index}.status`;
  const field = useFieldState(name);
  const first = asText(field.value) ?? choices.find((choice) => choice === person.status);
  const [status, setStatus] = useState(first);
  return (
    <li>
      <fieldset
        id={field.id}
        tabIndex={-1}
        data-made-up={person.status === "made_up" || undefined}
        onChange={(event) => {
          const { name: changed, value } = event.target as HTMLFieldSetElement & { value?: string };
          if (changed === name) setStatus(value);
        }}
        className="grid min-w-0 gap-2 rounded-lg bg-surface p-3 shadow-raised sm:p-4 lg:grid-cols-[1fr_auto] lg:items-center lg:gap-6"
      >
        <legend className="sr-only">{t("statusOf", { name: person.name })}</legend>
        <input type="hidden" name={`entries.${index}.enrolmentId`} value={person.enrolmentId} />
        <Who person={person} note={note} />
        <div className="grid gap-2">
          <FieldError id={field.errorId} errors={field.errors} />
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
            {choices.map((choice) => (
              <ChoiceField
                key={choice}
                name={name}
                choice={choice}
                checked={first === choice}
                disabled={early && choice !== "apology"}
              />
            ))}
          </div>
          <Minutes
            name={`entries.${index}.minutes`}
            first={person.minutes === null ? "" : String(person.minutes)}
            total={minutes}
            shown={status === "partial"}
          />
        </div>
      </fieldset>
    </li>
  );
}
