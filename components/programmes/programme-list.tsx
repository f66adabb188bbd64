import Link from "next/link";
import { useTranslations } from "next-intl";
import { DOT } from "@/lib/i18n/format";
import type { ProgrammeCard } from "@/lib/programmes/queries/list-public-programmes";

/** Every programme that is offered, also those whose cohorts are for partners only. */
export function ProgrammeList({ programmes }: { programmes: readonly ProgrammeCard[] }) {
  const t = useTranslations("programmes");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {programmes.map((programme) => (
        <li key={programme.slug} className="grid gap-1 py-4">
          <h3 className="text-lg">
            <Link
              href={`/programmes/${programme.slug}`}
              lang={programme.language}
              className="inline-flex min-h-9 items-center"
            >
              {programme.title}
            </Link>
          </h3>
          <p className="max-w-prose text-muted" lang={programme.language}>
            {programme.summary}
          </p>
          <p className="text-sm text-muted">
            {[programme.provider, ...programme.audiences.map((audience) => t(`audience.${audience}`))].join(
              DOT,
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
