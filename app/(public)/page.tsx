import { HomePage } from "@/components/public/home-page";
import { requireActor } from "@/lib/auth/actor";
import { listPublicCohorts } from "@/lib/cohorts/queries/list-public-cohorts";
import { listEvents } from "@/lib/library/queries/list-events";
import { listPublications } from "@/lib/library/queries/list-publications";

export default async function Home() {
  const acting = await requireActor("catalogue.view");
  const now = new Date();
  const [{ cohorts }, { publications }, { upcoming }] = await Promise.all([
    listPublicCohorts(acting, {}, 1, now, 3),
    listPublications(acting, {}, 1, now),
    listEvents(acting, now),
  ]);
  return <HomePage cohorts={cohorts} publications={publications.slice(0, 3)} events={upcoming.slice(0, 3)} />;
}
