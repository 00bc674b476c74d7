/** Writes a day as Japanese documents do. */

/** `2012-11-01` → `2012年11月1日`; anything else → nothing. */
export function japaneseDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日` : '';
}
