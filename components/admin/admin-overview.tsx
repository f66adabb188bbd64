import Link from "next/link";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

type AdminOverviewProps = {
  figures: { readonly people: number; readonly admins: number; readonly organisations: number };
  mails: { readonly queued: number; readonly failed: number };
  jobs: readonly { readonly name: string; readonly failures: number }[];
};

/** What has gone wrong, if anything, and the installation in figures that lead to their lists. */
export function AdminOverview({ figures, mails, jobs }: AdminOverviewProps) {
  const t = useTranslations("admin.home");
  const failedJobs = jobs.filter((job) => job.failures > 0).length;
  const tiles = [
    { label: t("people"), value: figures.people, href: "/admin/people" },
    { label: t("admins"), value: figures.admins, href: "/admin/people?role=admin" },
    { label: t("organisations"), value: figures.organisations, href: "/admin/organisations" },
    { label: t("queued"), value: mails.queued, href: "/admin/jobs?state=queued" },
  ];
  return (
    <div className="grid gap-6">
      {mails.failed > 0 ? (
        <Callout
          tone="danger"
          title={t("mailsFailed", { count: mails.failed })}
          actions={
            <LinkButton href="/admin/jobs?state=failed" tone="secondary" size="small">
              {t("seeMails")}
            </LinkButton>
          }
        />
      ) : null}
      {failedJobs > 0 ? (
        <Callout
          tone="warning"
          title={t("jobFailed", { count: failedJobs })}
          actions={
            <LinkButton href="/admin/jobs" tone="secondary" size="small">
              {t("seeJobs")}
            </LinkButton>
          }
        />
      ) : null}
      <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {tiles.map((tile) => (
          <li key={tile.href}>
            <Link
              href={tile.href}
              className="grid gap-1 rounded-lg bg-surface p-3.5 text-ink sm:p-5 no-underline shadow-raised hover:bg-sunken hover:text-ink"
            >
              <span className="text-3xl font-semibold">{tile.value}</span>
              <span className="text-muted">{tile.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
