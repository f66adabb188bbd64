const megabyte = 1024 * 1024;

/** The most that one file may hold, in bytes; forms say 10 MB. */
export const FILE_MAX_BYTES = 10 * megabyte;

/** The most that the file of a material may hold, in bytes: slides with pictures. The database has the same bound. */
export const MATERIAL_MAX_BYTES = 100 * megabyte;

/** The largest file of rows that is read at all, in bytes. */
export const MOST_UPLOAD_BYTES = 2 * megabyte;

/** Whole megabytes, as limits are told. */
export const inMegabytes = (bytes: number): number => Math.floor(bytes / megabyte);
