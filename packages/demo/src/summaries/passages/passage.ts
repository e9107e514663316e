/** A text written for this project, to be summarised, and the summary its author would have wished for. */
export interface Passage {
  slug: string;
  category: string;
  /** 150 to 260 words. */
  text: string;
  /** Two or three sentences. */
  reference: string;
}

/** One paragraph from text that is wrapped in the source. */
export function paragraph(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
