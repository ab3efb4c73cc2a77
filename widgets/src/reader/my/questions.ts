/** The guide's questions as Python writes them for My pages (`pages/question_data.py`). */

export interface AskedQuestion {
  /** The page on which it stands, from the site's root. */
  page: string;
  /** Its id there. */
  id: string;
  /** The page's title. */
  title: string;
  /** A quiz of this question alone; in it, and on the wire, the question goes by its key. */
  html: string;
  wire: {
    id: string;
    key: string;
    type: string;
    stem: string;
    terms: { href: string; label: string }[];
    read_again: { href: string; label: string } | null;
  };
}

export interface Questions {
  labels: Record<string, string>;
  /** By key, in the order of the guide. */
  asked: Record<string, AskedQuestion>;
}
