import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

const formats = ["xlsx", "csv"] as const;

/** The two ways to take what stands beside them out as a file. Both hang, so that they begin alike one below the other. */
export function FileLinks({ address }: { address: (format: string) => string }) {
  const t = useTranslations("lists.export");
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2" data-noprint="">
      {formats.map((format) => (
        <LinkButton
          key={format}
          href={address(format)}
          tone="quiet"
          size="small"
          icon="download"
          className="justify-self-start"
          native
        >
          {t(format)}
        </LinkButton>
      ))}
    </div>
  );
}
