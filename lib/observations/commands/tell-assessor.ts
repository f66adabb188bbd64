import "server-only";
import type { Work } from "@/lib/auth/work";
import type { Locale } from "@/lib/db/generated/enums";
import type { AssessmentNews } from "@/lib/mail/mail-params";

type Told = { readonly email: string | null; readonly name: string; readonly locale: Locale };

/** Tells somebody by mail what happened around a visit or an observation. Who has no address any more is told nothing. */
export async function tellAssessor(
  work: Work,
  { email, name, locale }: Told,
  params: {
    readonly news: AssessmentNews;
    readonly participant: string;
    readonly by: string;
    readonly text: string;
    readonly path: string;
  },
): Promise<void> {
  if (email === null) return;
  await work.mail({ template: "assessment-news", to: { email, name, locale }, params });
}
