/** A link is good for this long (ASVS 5.0, 6.5.5: at most ten minutes). */
export const LINK_MINUTES = 10;
/** Links an hour to one address, and from one client (promise 18 of trust.md). */
export const LINKS_PER_ADDRESS = 5;
export const LINKS_PER_CLIENT = 20;
/** A session ends after this many days, however much it is used. */
export const SESSION_DAYS = 7;
