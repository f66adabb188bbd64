import "server-only";
import type { Work } from "@/lib/auth/work";
import type { MailParams } from "@/lib/mail/mail-params";

type CertifierMail =
  | { readonly template: "revocation-proposed"; readonly params: MailParams["revocation-proposed"] }
  | { readonly template: "certificates-wrong"; readonly params: MailParams["certificates-wrong"] }
  | { readonly template: "certificate-requested"; readonly params: MailParams["certificate-requested"] };

/** Writes to everybody who certifies for the body today, but `except`: whoever acts, and whoever it is about. */
export async function mailCertifiers(
  work: Work,
  certifyingBodyId: string,
  except: readonly string[],
  mail: CertifierMail,
): Promise<void> {
  const people = await work.tx.person.findMany({
    where: {
      id: { notIn: [...except] },
      closedAt: null,
      email: { not: null },
      roleGrants: {
        some: {
          role: "certifier",
          organisationId: certifyingBodyId,
          validFrom: { lte: work.now },
          OR: [{ validTo: null }, { validTo: { gt: work.now } }],
        },
      },
    },
    select: { email: true, name: true, locale: true },
  });
  for (const { email, name, locale } of people)
    if (email) await work.mail({ ...mail, to: { email, name, locale } });
}
