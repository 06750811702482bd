/** A report of what does not work says how large the screen is; without script it does without. */
export function tellScreenSize(page: Document): void {
  for (const field of page.querySelectorAll<HTMLInputElement>('input[data-screen-size]')) {
    field.value = `${screen.width}x${screen.height}`;
  }
}
