import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { DOT, formatDateTime } from "@/lib/i18n/format";
import type { DemoMailRow } from "@/lib/mail/queries/list-demo-mails";

type DemoMailboxProps = { mails: readonly DemoMailRow[]; to: string; chosen?: string };

const address = (to: string, id?: string) => {
  const query = new URLSearchParams({ ...(to && { to }), ...(id && { id }) });
  return `/demo/mail${query.size > 0 ? `?${query}` : ""}`;
};

/** The list on one side and one mail to read on the other; the newest where none is chosen. */
export function DemoMailbox({ mails, to, chosen }: DemoMailboxProps) {
  const t = useTranslations("sign-in");
  const open = mails.find((mail) => mail.id === chosen) ?? mails[0];
  return (
    <>
      <form action="/demo/mail" className="mb-6 flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium">
          {t("demoMail.filter")}
          <input type="email" name="to" defaultValue={to} className="control min-w-72 font-normal" />
        </label>
        <Button type="submit" tone="secondary" icon="filter">
          {t("demoMail.apply")}
        </Button>
        {to ? (
          <Link href="/demo/mail" className="inline-flex min-h-target items-center px-1">
            {t("demoMail.all")}
          </Link>
        ) : null}
        <LinkButton href={address(to)} tone="quiet" icon="refresh" native>
          {t("demoMail.reload")}
        </LinkButton>
      </form>
      {open ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(17rem,22rem)_minmax(0,1fr)]">
          <div className="lg:col-start-2">
            <MailText mail={open} />
          </div>
          <MailList mails={mails} to={to} openId={open.id} />
        </div>
      ) : (
        <EmptyState icon="mail" title={t("demoMail.empty")}>
          {t("demoMail.emptyLead")}
        </EmptyState>
      )}
    </>
  );
}

function MailList({ mails, to, openId }: { mails: readonly DemoMailRow[]; to: string; openId: string }) {
  const t = useTranslations("sign-in");
  const locale = useLocale();
  return (
    <nav
      aria-label={t("demoMail.list")}
      className="lg:col-start-1 lg:row-start-1 lg:max-h-[70dvh] lg:overflow-y-auto"
    >
      <ul className="divide-y divide-line rounded-lg bg-surface shadow-raised">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link
              href={address(to, mail.id)}
              aria-current={mail.id === openId ? "true" : undefined}
              className={classNames(
                "grid gap-0.5 border-s-3 px-4 py-3 text-ink no-underline hover:bg-sunken hover:text-ink",
                mail.id === openId ? "border-accent bg-accent-soft" : "border-transparent",
              )}
            >
              <span className="font-medium">{mail.subject}</span>
              <span className="text-sm break-all text-muted">{mail.toEmail}</span>
              <span className="text-sm text-muted">{formatDateTime(mail.sentAt, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function MailText({ mail }: { mail: DemoMailRow }) {
  const t = useTranslations("sign-in");
  const locale = useLocale();
  return (
    <Card>
      <article className="grid min-w-0 gap-4 *:min-w-0">
        <div className="grid gap-1">
          <h2 className="text-xl">{mail.subject}</h2>
          <p className="text-sm text-muted">
            {t("demoMail.to")}: {mail.toEmail}
            {DOT}
            {formatDateTime(mail.sentAt, locale)}
          </p>
        </div>
        {mail.links.length > 0 ? (
          <div className="grid gap-2 rounded-lg bg-accent-soft p-4">
            <p className="text-sm font-medium">{t("demoMail.links")}</p>
            <ul className="grid gap-1">
              {mail.links.map((link) => (
                <li key={link}>
                  <a href={link} className="break-all">
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{mail.text}</p>
        {mail.calendar.map((content) => (
          <details key={content} className="rounded-lg bg-sunken p-4 text-sm">
            <summary className="cursor-pointer font-medium">{t("demoMail.calendar")}</summary>
            <pre className="mt-2 whitespace-pre-wrap [overflow-wrap:anywhere]">{content}</pre>
          </details>
        ))}
      </article>
    </Card>
  );
}
