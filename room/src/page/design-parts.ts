const PARTS = ['ds-breadcrumbs', 'ds-error-summary', 'ds-field', 'ds-pagination', 'ds-suggestion', 'ds-tabs'];

/** The design system's own elements are fetched only by pages that use one. */
export async function loadDesignParts(page: Document): Promise<void> {
  if (page.querySelector(PARTS.join(', '))) await import('@digdir/designsystemet-web');
}
