import { NotFoundContent, notFoundMetadata } from "@/components/shell/not-found-content";
import { PublicShell } from "@/components/shell/public-shell";
import { shellContext } from "@/components/shell/shell-context";

export const generateMetadata = notFoundMetadata;

/** No page at an address, or none for whoever lacks the role: in the public frame, since no area's frame is theirs. */
export default async function NotFound() {
  return (
    <PublicShell {...(await shellContext())}>
      <NotFoundContent />
    </PublicShell>
  );
}
