const megabyte = 1024 * 1024;

/** The most that one file may hold, in bytes; forms say 10 MB. */
export const FILE_MAX_BYTES = 10 * megabyte;

/** The largest file of rows that is read at all, in bytes. */
export const MOST_UPLOAD_BYTES = 2 * megabyte;
