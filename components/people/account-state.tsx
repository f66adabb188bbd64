import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { closeAccountAction, reopenAccountAction } from "@/lib/people/actions";
import type { PersonDetails } from "@/lib/people/queries/get-person";

/** Closes an account, or opens a closed one. */
export function AccountState({ person }: { person: PersonDetails }) {
  const t = useTranslations("admin.people");
  const fields = { personId: person.id };
  return (
    <div className="mt-8">
      {person.closedAt ? (
        <ActionButton action={reopenAccountAction} fields={fields} icon="undo">
          {t("reopen")}
        </ActionButton>
      ) : (
        <ActionButton
          action={closeAccountAction}
          fields={fields}
          tone="danger"
          icon="lock"
          confirm={{
            title: t("closeTitle", { name: person.name }),
            consequences: t("closeText"),
            confirmLabel: t("closeConfirm"),
          }}
        >
          {t("close")}
        </ActionButton>
      )}
    </div>
  );
}
