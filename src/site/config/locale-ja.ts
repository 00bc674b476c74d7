/** Holds the Japanese labels of VitePress's interface, and writes dates as Japanese documents do. */
import type { DefaultTheme } from 'vitepress';

/** Labels for which VitePress has a setting; the others stand in `theme/shell/` and `hardening.ts`. */
export const words = {
  outline: { level: [2, 4], label: 'このページの内容' },
  docFooter: { prev: '前のページ', next: '次のページ' },
  darkModeSwitchLabel: '配色',
  lightModeSwitchTitle: '明るい配色にする',
  darkModeSwitchTitle: '暗い配色にする',
  sidebarMenuLabel: '目次',
  returnToTopLabel: 'ページの先頭へ',
  skipToContentLabel: '本文へ移動',
  lastUpdated: {
    text: '最終更新',
    formatOptions: { dateStyle: 'long', timeZone: 'Asia/Tokyo', forceLocale: true },
  },
  notFound: {
    code: '404',
    title: 'ページが見つかりません',
    quote: 'アドレスをお確かめください。会議録と用語集の一覧からもお探しいただけます。',
    linkLabel: '表紙へ戻る',
    linkText: '表紙へ戻る',
  },
} satisfies DefaultTheme.Config;

/** Titles of the boxes that authors write as `::: tip`. */
export const boxes = {
  tipLabel: '参考',
  infoLabel: '情報',
  warningLabel: '注意',
  dangerLabel: '警告',
  detailsLabel: '詳しく',
  noteLabel: '補足',
  importantLabel: '重要',
  cautionLabel: '警告',
};

export const copyCode = 'コードをコピー';
export const permalinkTo = (heading: string): string => `「${heading}」への固定リンク`;

/** `2012-11-01` → `2012年11月1日`; anything else → nothing. */
export function japaneseDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日` : '';
}
