/** Where a session is, in words: room and building, or the place somebody wrote; empty where only a link is known. */
export function whereabouts(session: {
  readonly place: string | null;
  readonly room: { name: string; venue: { name: string; address?: string; city: string } } | null;
}): string {
  if (!session.room) return session.place ?? "";
  const { name, venue } = session.room;
  return [venue.name, name, venue.address, venue.city].filter(Boolean).join(", ");
}
