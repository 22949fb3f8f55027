/** "Page 2 of 3" in parts, for PDF and for Word, which puts its own counts in their places. */
export const pageNumber = <Count>(page: Count, pages: Count) => ['Page ', page, ' of ', pages] as const;
