"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { languageTags } from "@/lib/i18n/locales";
import { Icon } from "./icon";
import type { Option } from "./select-field";
import { textMatches } from "./text-match";

type ComboboxControlProps = {
  id: string;
  label: ReactNode;
  describedBy: string | undefined;
  options: Option[];
  value: string;
  onPick: (value: string) => void;
  optional: boolean;
  invalid: boolean;
};

/** The searchable list behind ComboboxField. React Aria does the keyboard and the reading aloud. */
export default function ComboboxControl({
  id,
  label,
  describedBy,
  options,
  value,
  onPick,
  optional,
  invalid,
}: ComboboxControlProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  return (
    <I18nProvider locale={languageTags[locale]}>
      <ComboBox
        id={id}
        aria-label={typeof label === "string" ? label : t("field.choose")}
        aria-describedby={describedBy}
        selectedKey={value || null}
        onSelectionChange={(key) => onPick(key === null ? "" : String(key))}
        defaultItems={options}
        defaultFilter={textMatches}
        isRequired={!optional}
        isInvalid={invalid}
        validationBehavior="aria"
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <div className="relative">
          <Input className="control pe-11" placeholder={t("combobox.placeholder")} />
          <Button className="absolute inset-y-0 end-0 grid w-11 place-items-center text-muted">
            <Icon name="chevronDown" />
          </Button>
        </div>
        <Popover className="z-50 w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface p-1 shadow-overlay">
          <ListBox
            className="max-h-72 overflow-auto outline-none"
            renderEmptyState={() => <p className="px-3 py-2.5 text-muted">{t("combobox.none")}</p>}
          >
            {(option: Option) => (
              <ListBoxItem
                id={option.value}
                textValue={option.label}
                isDisabled={option.disabled}
                className="flex min-h-target cursor-pointer flex-col justify-center rounded px-3 py-1.5 outline-none data-disabled:text-muted data-focused:bg-accent-soft data-selected:font-semibold"
              >
                {option.label}
                {option.hint ? <span className="text-sm font-normal text-muted">{option.hint}</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}
