import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { requestSignInLinkAction } from "@/lib/auth/sign-in/actions";
import type { DemoAccount } from "@/lib/people/queries/list-demo-accounts";
import { byWish } from "@/lib/people/rules/demo-wishes";

type Common = { callbackPath: string; locale: string };
type DemoAccountsProps = Common & { accounts: readonly DemoAccount[] };

function AccountRow({
  account,
  wish,
  callbackPath,
  locale,
}: Common & { account: DemoAccount; wish: string }) {
  const t = useTranslations("sign-in");
  const { email, name } = account;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{wish}</p>
        <p className="text-sm text-muted">
          {name} <span className="block wrap-anywhere sm:inline">({email})</span>
        </p>
      </div>
      <ActionButton
        action={requestSignInLinkAction}
        fields={{ email, callbackUrl: callbackPath, locale }}
        size="small"
        icon="mail"
        okMessage={false}
      >
        <span aria-hidden="true">{t("send")}</span>
        <span className="sr-only">{t("demo.send", { name })}</span>
      </ActionButton>
    </li>
  );
}

const list = "divide-y divide-line rounded-lg bg-surface px-4 shadow-raised sm:px-5";

/** The demo's people by what one may try as each, with a button that sends a link, and the way to the mailbox where it arrives. */
export function DemoAccounts({ accounts, ...common }: DemoAccountsProps) {
  const t = useTranslations("sign-in");
  const { groups, others } = byWish(accounts);
  return (
    <Section
      title={t("demo.title")}
      lead={t("demo.lead")}
      actions={
        <LinkButton href="/demo/mail" tone="secondary" size="small" icon="inbox">
          {t("demo.mailbox")}
        </LinkButton>
      }
    >
      {accounts.length === 0 ? <p className="text-muted">{t("demo.none")}</p> : null}
      {groups.map(({ group, wishes }) => (
        <section key={group} aria-labelledby={`demo-${group}`} className="grid gap-2 not-first:mt-4">
          <h3 id={`demo-${group}`} className="text-base text-muted">
            {t(`demo.groups.${group}`)}
          </h3>
          <ul className={list}>
            {wishes.map(({ key, account }) => (
              <AccountRow key={key} account={account} wish={t(`demo.wishes.${key}`)} {...common} />
            ))}
          </ul>
        </section>
      ))}
      {others.length > 0 ? (
        <details className="group mt-4">
          <summary className="inline-flex min-h-target items-center gap-2 font-medium text-accent">
            <Icon name="chevronRight" className="size-4 group-open:rotate-90" />
            {t("demo.others", { count: others.length })}
          </summary>
          <ul className={`mt-2 ${list}`}>
            {others.map((account) => (
              <AccountRow
                key={account.email}
                account={account}
                wish={account.roles.map((role) => t(`roles.${role}`)).join(", ")}
                {...common}
              />
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
