/** The most that one file may hold, in bytes; forms say 10 MB. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;
