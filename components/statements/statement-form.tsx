import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { formatDateTime } from "@/lib/i18n/format";
import { type Locale, languageTags } from "@/lib/i18n/locales";
import { wordStatementAction } from "@/lib/statements/actions";
import type { Statement } from "@/lib/statements/queries/get-statement";
import { pathOfStatement, type StatementKey } from "./statement-path";

type StatementFormProps = { name: StatementKey; locale: Locale; statement: Statement };

/** The wording of a statement in one language, as plain text with headings. */
export function StatementForm({ name, locale, statement }: StatementFormProps) {
  const t = useTranslations("admin.statements");
  const shown = useLocale();
  return (
    <ActionForm
      action={wordStatementAction}
      fields={{ name, locale, number: statement.number }}
      className="mt-8 max-w-prose"
    >
      <p className="text-muted">
        {statement.wordedAt
          ? t("since", { number: statement.number, date: formatDateTime(statement.wordedAt, shown) })
          : t("shipped")}
      </p>
      <TextField
        name="lead"
        label={t("leadLabel")}
        defaultValue={statement.lead}
        maxLength={400}
        lang={languageTags[locale]}
      />
      <TextAreaField
        name="body"
        label={t("bodyLabel")}
        hint={t("bodyHint")}
        defaultValue={statement.body}
        rows={24}
        maxLength={20_000}
        lang={languageTags[locale]}
      />
      <DraftKeeper storageKey={`statement.${name}.${locale}.${statement.number}`} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <LinkButton href={pathOfStatement(name)} tone="secondary">
          {t("see")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
