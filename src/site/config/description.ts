/** Describes a page in a sentence or two, for search engines, feed readers and lists. */
import { dateLabel, meeting, text } from '@tsuzuri/core/front-matter';
import type { Entry, Site } from './site.ts';

/** Minutes by their front matter, other pages by their first sentence. */
export function describe({ kind, title, matter }: Entry, site: Site): string {
  if (kind === 'minutes') return describeMinutes(title, matter);
  if (kind === 'person') return `${title}の名がある会議の記録と、発言の一覧です。`;
  if (kind === 'body') return `${title}の会議の記録と、出席者の一覧です。`;
  return text(matter, 'description') ?? `${title}。${site.description}`;
}

/** `2012年11月1日の情報セキュリティ政策会議 第31回 議事要旨です。出席者名簿21人、発言12件。…` */
function describeMinutes(title: string, matter: Entry['matter']): string {
  const when = matter.date || matter.fiscal ? `${dateLabel({ matter })}の` : '';
  const what = meeting(matter) ?? `${text(matter, 'document') ?? '文書'}「${title}」`;
  const counts = [count(matter.attendees, '出席者名簿', '人'), count(matter.speeches, '発言', '件')].filter(Boolean);
  const held = counts.length > 0 ? `${counts.join('、')}。` : '';
  return `${when}${what}です。${held}校正の記録と用語の説明を付けています。`;
}

/** `出席者名簿21人` */
function count(list: unknown, name: string, unit: string): string {
  return Array.isArray(list) ? `${name}${list.length}${unit}` : '';
}
