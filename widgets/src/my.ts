/** The script of My pages. */
export {};
