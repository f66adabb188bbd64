import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, Section } from "@/components/ui/section";
import { localeNames } from "@/lib/i18n/locales";
import type { Preview } from "@/lib/messages/queries/get-preview";

/** A template as one named person would read it; whom, is chosen here and stands in the address. */
export function MessagePreview({ preview }: { preview: Preview | null }) {
  const t = useTranslations("messages");
  if (!preview)
    return (
      <Section title={t("preview.title")}>
        <Callout tone="info">{t("preview.nobody")}</Callout>
      </Section>
    );
  return (
    <Section title={t("preview.title")} lead={t("preview.lead")}>
      <form className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium">
          {t("preview.as")}
          <select
            name="as"
            defaultValue={preview.personId}
            key={preview.personId}
            className="control min-w-64 font-normal"
          >
            {preview.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" tone="secondary" icon="eye">
          {t("preview.show")}
        </Button>
      </form>
      <Card className="grid gap-3">
        <p className="text-sm text-muted">{localeNames[preview.locale]}</p>
        <p className="text-lg font-semibold">{preview.subject}</p>
        <p className="max-w-prose whitespace-pre-line">{preview.body}</p>
      </Card>
    </Section>
  );
}
