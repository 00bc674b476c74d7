/** Adds the styles of what is loaded later than the page (`config/late-styles.ts`). */
export function addStyle(css: string): void {
  if (typeof document === 'undefined') return;
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}
