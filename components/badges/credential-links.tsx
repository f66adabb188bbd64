import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";

type Props = {
  publicId: string;
  /** Whether the certificate holds, or did until it expired: a picture of a withdrawn one is not handed out. */
  withPictures: boolean;
};

/** The signed files of a certificate, for wallets and other systems. */
export function CredentialLinks({ publicId, withPictures }: Props) {
  const t = useTranslations("badges.credential");
  const files = [
    { file: "credential.json", label: t("json"), hint: t("jsonHint") },
    { file: "credential.jwt", label: t("jwt"), hint: t("jwtHint") },
    ...(withPictures
      ? [
          { file: "baked.png", label: t("png"), hint: t("pictureHint") },
          { file: "baked.svg", label: t("svg"), hint: t("pictureHint") },
        ]
      : []),
  ];
  return (
    <Section title={t("title")}>
      <p className="max-w-prose text-ink">{t("lead")}</p>
      <ul data-noprint="" className="grid gap-x-8 sm:grid-cols-2">
        {files.map(({ file, label, hint }) => (
          <li key={file} className="grid gap-0.5 border-t border-line py-3">
            <a href={`/api/badges/${publicId}/${file}`} className="justify-self-start font-medium">
              {label}
            </a>
            <span className="text-ink">{hint}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
