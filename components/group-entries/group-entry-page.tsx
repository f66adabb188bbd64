import { useTranslations } from "next-intl";
import { Drawer } from "@/components/enrolments/drawer";
import { ExportLinks } from "@/components/lists/export-links";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { addRowAction, discardEntryAction, submitEntryAction } from "@/lib/group-entries/actions";
import type { GroupEntryList } from "@/lib/group-entries/queries/get-group-entry";
import { EntryRows } from "./entry-rows";
import { RowFields } from "./row-fields";

type ListProps = { list: GroupEntryList };

function Submit({ list }: ListProps) {
  const t = useTranslations("group-entries");
  return (
    <Section title={t("submit.title")} lead={t("submit.lead")}>
      <ActionForm
        action={submitEntryAction}
        fields={{ groupEntryId: list.id }}
        defaultValues={{ payerGln: list.gln }}
        className="max-w-form"
      >
        <TextAreaField name="motivation" label={t("submit.motivation")} rows={3} />
        {list.agreementTitle === null ? (
          <>
            <NumberField name="payerGln" label={t("submit.gln")} size="medium" optional />
            <TextField name="payerReference" label={t("submit.reference")} size="medium" optional />
          </>
        ) : (
          <p>{t("submit.agreement", { title: list.agreementTitle })}</p>
        )}
        <div>
          <SubmitButton>{t("submit.confirm", { count: list.entries.length })}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

/** A list of people to apply for: who is on it, what is wrong, one more, and handing it in. */
export function GroupEntryPage({ list, openId }: ListProps & { openId: string | null }) {
  const t = useTranslations("group-entries");
  const ready = list.entries.length > 0 && list.wrong === 0 && list.takesApplications;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: "/organisation/apply" }, { label: list.cohort }]}
        kicker={list.programme}
        title={t("list.pageTitle", { cohort: list.cohort })}
        lead={list.entries.length > 0 ? t("list.wrong", { count: list.wrong }) : undefined}
      />
      {list.takesApplications ? null : <Callout tone="warning" title={t("list.closed")} />}
      <Section
        title={t("list.people")}
        actions={<ExportLinks list="groupEntry" filter={{ entry: list.id }} />}
      >
        <EntryRows list={list} openId={openId} />
      </Section>
      <Drawer summary={t("list.add")}>
        <ActionForm action={addRowAction} fields={{ groupEntryId: list.id }} resetOnOk>
          <RowFields tracks={list.tracks} />
          <SubmitButton tone="secondary" className="justify-self-start">
            {t("list.addSubmit")}
          </SubmitButton>
        </ActionForm>
      </Drawer>
      {ready ? <Submit list={list} /> : null}
      <div className="mt-8">
        <Drawer summary={t("discard.title")}>
          <p>{t("discard.lead")}</p>
          <ActionForm action={discardEntryAction} fields={{ groupEntryId: list.id }}>
            <SubmitButton tone="danger" className="justify-self-start">
              {t("discard.confirm")}
            </SubmitButton>
          </ActionForm>
        </Drawer>
      </div>
    </>
  );
}
