/** Loaded into a server that another of our processes started: it ends when that one does, even if it was killed. */
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
