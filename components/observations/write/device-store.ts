import type { ObservationView } from "@/lib/observations/queries/get-observation";
import type { DraftBase, DraftFields } from "@/lib/observations/rules/draft-merge";

/**
 * What this device keeps of observations that are being written, in the browser's own database: enough to open the form without
 * network, and what was written or attached and has not reached the server. It belongs to one person; signing out wipes it.
 */

/** One observation on this device. */
export type DeviceDraft = {
  readonly person: string;
  readonly id: string;
  /** What the form shows around the fields, as the server gave it last. */
  readonly view: ObservationView;
  /** The saved text that `fields` rests on. */
  readonly base: DraftBase;
  /** What the server does not have; null where it has everything. */
  readonly fields: DraftFields | null;
  readonly keptAt: number;
};

/** A photo or a file that this device has and the server does not. */
export type DeviceFile = {
  /** Made here; the key under which it is sent, however often. */
  readonly id: string;
  readonly person: string;
  readonly observation: string;
  readonly criterion: string | null;
  readonly caption: string;
  readonly file: File;
  readonly keptAt: number;
  /** Why the server did not take it; null while it has not been asked. */
  readonly refused: string | null;
};

const DRAFTS = "drafts";
const PERSON = "person";
const FILES = "files";
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("praksis-observations", 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore(DRAFTS, { keyPath: ["person", "id"] });
        request.result.createObjectStore(PERSON);
      }
      request.result.createObjectStore(FILES, { keyPath: "id" });
    };
    request.onsuccess = () => {
      // A newer page may want to change the stores: this one lets go and opens again when it needs to.
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opening.catch(() => {
    opening = null;
  });
  return opening;
}

/** Runs `work` on a store and waits until the disk has it; `fallback` where the browser keeps nothing (a private window, no space). */
async function within<T>(
  store: string,
  mode: IDBTransactionMode,
  fallback: T,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  try {
    const transaction = (await open()).transaction(store, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    done.catch(() => undefined);
    const result = await work(transaction.objectStore(store));
    await done;
    return result;
  } catch {
    return fallback;
  }
}

/** Keeps an observation on this device, in place of what was kept of it before; false where the browser refuses. */
export function keepDraft(draft: DeviceDraft): Promise<boolean> {
  return within(DRAFTS, "readwrite", false, (store) => settled(store.put(draft)).then(() => true));
}

/** What is kept of one observation for a person; null where nothing is, or it is older than thirty days. */
export async function findDraft(person: string, id: string): Promise<DeviceDraft | null> {
  const found = await within<DeviceDraft | undefined>(DRAFTS, "readonly", undefined, (store) =>
    settled(store.get([person, id])),
  );
  if (!found || found.keptAt <= Date.now() - KEEP_MS) return null;
  // Kept by an earlier release, it does not know of files.
  return { ...found, view: { ...found.view, files: found.view.files ?? [] } };
}

/** Everything kept for a person, the latest first. */
export async function listDrafts(person: string): Promise<DeviceDraft[]> {
  const all = await within<DeviceDraft[]>(DRAFTS, "readonly", [], (store) => settled(store.getAll()));
  return all.filter((draft) => draft.person === person).sort((a, b) => b.keptAt - a.keptAt);
}

/** Keeps a file on this device; false where the browser refuses. */
export function keepFile(file: DeviceFile): Promise<boolean> {
  return within(FILES, "readwrite", false, (store) => settled(store.put(file)).then(() => true));
}

/** The files of a person's that have not been sent, the oldest first: of one observation, or of all. */
export async function listFiles(person: string, observation?: string): Promise<DeviceFile[]> {
  const all = await within<DeviceFile[]>(FILES, "readonly", [], (store) => settled(store.getAll()));
  return all
    .filter((file) => file.person === person && file.keptAt > Date.now() - KEEP_MS)
    .filter((file) => observation === undefined || file.observation === observation)
    .sort((a, b) => a.keptAt - b.keptAt);
}

/** Drops a file from this device: it has been sent, or is not wanted. */
export function dropFile(id: string): Promise<boolean> {
  return within(FILES, "readwrite", false, (store) => settled(store.delete(id)).then(() => true));
}

/** How many observations of a person's have something on this device that has not been sent. */
export async function countUnsent(person: string): Promise<number> {
  const drafts = (await listDrafts(person)).filter((draft) => draft.fields !== null);
  const files = await listFiles(person);
  return new Set([...drafts.map(({ id }) => id), ...files.map(({ observation }) => observation)]).size;
}

/** Who writes on this device: the last person whose assessor's area was open here; null where there was none. */
export function personHere(): Promise<string | null> {
  return within<string | null>(PERSON, "readonly", null, async (store) =>
    settled<string | undefined>(store.get("current")).then((found) => found ?? null),
  );
}

/**
 * Notes who writes on this device. Of everybody else only what never reached the server stays, for the thirty days in which they may
 * come back to it; nobody else is shown it.
 */
export async function welcome(person: string): Promise<void> {
  await within(PERSON, "readwrite", undefined, (store) =>
    settled(store.put(person, "current")).then(() => undefined),
  );
  await within(DRAFTS, "readwrite", undefined, async (store) => {
    const all = await settled<DeviceDraft[]>(store.getAll());
    const old = Date.now() - KEEP_MS;
    for (const draft of all)
      if (draft.keptAt < old || (draft.person !== person && draft.fields === null))
        store.delete([draft.person, draft.id]);
  });
  await within(FILES, "readwrite", undefined, async (store) => {
    const old = Date.now() - KEEP_MS;
    for (const file of await settled<DeviceFile[]>(store.getAll()))
      if (file.keptAt < old) store.delete(file.id);
  });
}

/** Wipes everything that is kept on this device: somebody signs out. */
export async function wipeDevice(): Promise<void> {
  await within(DRAFTS, "readwrite", undefined, (store) => settled(store.clear()).then(() => undefined));
  await within(FILES, "readwrite", undefined, (store) => settled(store.clear()).then(() => undefined));
  await within(PERSON, "readwrite", undefined, (store) => settled(store.clear()).then(() => undefined));
}
