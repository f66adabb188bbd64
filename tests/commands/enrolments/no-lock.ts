/** Stands in for `lib/db/lock-row` where it is to be shown what happens without it. */
import { Prisma } from "@/lib/db/generated/client";

const noLock = () => () => Prisma.sql`SELECT 1`;
export const lockRow = async (): Promise<boolean> => true;
export { noLock as applicationLock, noLock as cohortLock };
