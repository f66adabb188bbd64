import "server-only";
import { logFault } from "@/lib/core/fault";
import type { PrismaClient } from "@/lib/db/generated/client";
import { dropBytes, dropUnfinished, keptBefore } from "@/lib/storage/file-store";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A file that was let go less than a day ago may be on its way into something: its draft is saved anew, its answer written again. */
const settledAt = (now: Date) => new Date(now.getTime() - DAY_MS);

/** Files that nothing shows any more: taken from a draft, or handed in anew. One that is taken up again meanwhile stays (its key). */
async function sweepRows(client: PrismaClient, now: Date): Promise<number> {
  const { count } = await client.storedFile.deleteMany({
    where: {
      createdAt: { lt: settledAt(now) },
      answer: null,
      observations: { none: {} },
      programmeMaterials: { none: {} },
      sessionMaterials: { none: {} },
    },
  });
  return count;
}

/** Bytes that no row leads to: of a file that was swept, of a transaction that failed after they were written, of a process that ended in between. */
async function sweepBytes(client: PrismaClient, now: Date): Promise<number> {
  let swept = await dropUnfinished(settledAt(now));
  for await (const ids of keptBefore(settledAt(now))) {
    const known = await client.storedFile.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const rows = new Set(known.map((row) => row.id));
    for (const id of ids.filter((each) => !rows.has(each))) {
      try {
        await dropBytes(id);
        swept += 1;
      } catch (error) {
        logFault({ job: "file.sweep" }, error);
      }
    }
  }
  return swept;
}

/** Takes away what was handed in and is shown by nothing any more, a day after: first what leads to it, then what it holds. */
export async function sweepFiles(client: PrismaClient, now: Date): Promise<{ files: number; bytes: number }> {
  return { files: await sweepRows(client, now), bytes: await sweepBytes(client, now) };
}
