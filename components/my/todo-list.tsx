import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Card } from "@/components/ui/section";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import type { Todo } from "./todos";

const icons: Record<Todo["kind"], IconName> = {
  answerOffer: "mail",
  answerHearing: "alert",
  respondToObservation: "eye",
  prepareVisit: "calendar",
  proposeProject: "edit",
  startProject: "edit",
  finishApplication: "file",
};

/** What waits for the person, each a link to where it is done. Says so when there is nothing. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  const t = useTranslations("my.todo");
  const locale = useLocale();
  if (todos.length === 0) {
    return (
      <Card className="flex items-center gap-3">
        <Icon name="check" className="size-6 text-success" />
        <p>{t("none")}</p>
      </Card>
    );
  }
  return (
    <ul className="grid gap-3">
      {todos.map(({ key, kind, href, about, due, timeZone }) => (
        <li key={`${kind} ${key}`}>
          <Card className="group relative flex gap-4 transition-shadow focus-within:shadow-overlay hover:shadow-overlay">
            <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
              <Icon name={icons[kind]} />
            </span>
            <div className="grid min-w-0 gap-0.5">
              <Link
                href={href}
                className="font-semibold text-ink no-underline after:absolute after:inset-0 after:rounded-lg group-hover:underline hover:text-ink"
              >
                {t(`${kind}.title`)}
              </Link>
              <p className="text-muted">{t(`${kind}.about`, { about })}</p>
              {due ? (
                <p className="text-sm font-medium text-warning">
                  {kind === "prepareVisit"
                    ? t("before", { date: formatDateTime(due, locale, timeZone) })
                    : t("due", { date: formatDate(due, locale, timeZone) })}
                </p>
              ) : null}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
