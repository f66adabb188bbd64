"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header } from "react-aria-components/Header";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { textMatches } from "@/components/ui/text-match";
import { languageTags } from "@/lib/i18n/locales";
import { type FoundItem, useFound } from "./command-search";
import type { NavItem } from "./nav-types";

type CommandPaletteProps = { open: boolean; onClose: () => void; items: NavItem[]; source?: string };

function grouped(items: FoundItem[]): [string, FoundItem[]][] {
  const groups = new Map<string, FoundItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}

function Results({ items, onGo }: { items: FoundItem[]; onGo: (href: string) => void }) {
  const t = useTranslations("shell");
  return (
    <ListBox
      aria-label={t("palette.open")}
      onAction={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen) onGo(chosen.href);
      }}
      renderEmptyState={() => <p className="px-3 py-4 text-muted">{t("palette.empty")}</p>}
      className="mt-3 max-h-[50dvh] overflow-y-auto outline-none"
    >
      {grouped(items).map(([group, members]) => (
        <ListBoxSection key={group} id={group}>
          <Header className="px-3 pt-3 pb-1 text-sm text-muted">{group}</Header>
          {members.map((item) => (
            <ListBoxItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className="flex min-h-target cursor-pointer items-center justify-between gap-4 rounded px-3 py-1.5 outline-none data-focused:bg-accent-soft data-hovered:bg-sunken"
            >
              <span>{item.label}</span>
              {item.hint ? <span className="text-sm text-muted">{item.hint}</span> : null}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

/** Everything one may go to, by a few letters. Pages are known at once; people, cohorts and certificates are asked for. */
export default function CommandPalette({ open, onClose, items, source }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const tag = languageTags[useLocale()];
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { found, failed } = useFound(open ? source : undefined, query);
  useEffect(() => {
    if (!open) setQuery("");
  }, [open]);

  const pages = items
    .filter((item) => textMatches(item.label, query))
    .map(
      (item): FoundItem => ({ id: item.href, href: item.href, label: item.label, group: t("palette.pages") }),
    );
  const all = [...pages, ...found];
  function go(href: string) {
    onClose();
    router.push(href);
  }
  return (
    <Dialog open={open} onClose={onClose} title={t("palette.open")} className="sm:mt-[12dvh]">
      <I18nProvider locale={tag}>
        {/* The search field would take the first Escape to empty itself. */}
        <div onKeyDownCapture={(event) => event.key === "Escape" && onClose()}>
          <Autocomplete inputValue={query} onInputChange={setQuery} disableVirtualFocus={false}>
            <SearchField aria-label={t("palette.open")} autoFocus className="relative">
              <Icon name="search" className="pointer-events-none absolute start-3.5 top-3 text-muted" />
              <Input
                placeholder={t("palette.placeholder")}
                className="control ps-11 [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Results items={all} onGo={go} />
          </Autocomplete>
          <p role="status" className="mt-3 text-sm text-muted">
            {failed ? t("palette.failed") : <span className="hidden sm:inline">{t("palette.hint")}</span>}
          </p>
        </div>
      </I18nProvider>
    </Dialog>
  );
}
