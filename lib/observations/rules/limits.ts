/** The longest text of an observation, in characters: some four printed pages. */
export const LONGEST_TEXT = 12_000;

/** The longest evidence for one rating, in characters. */
export const LONGEST_EVIDENCE = 4_000;

/** The longest caption of a file, in characters. */
export const LONGEST_CAPTION = 200;

/** The most files beside one observation: what somebody can look through. */
export const MOST_FILES = 12;
