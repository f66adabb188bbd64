/** Called by Next once, when a server process starts and before it serves anything; not while building. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { recordPeerAddresses } = await import("./lib/auth/sign-in/peer-address");
  recordPeerAddresses();
  const { cleanAddresses } = await import("./lib/core/clean-addresses");
  cleanAddresses();
  const { recordAnswers } = await import("./lib/core/record-answers");
  recordAnswers();
  const { startBackground } = await import("./lib/jobs/start-background");
  startBackground();
}
