/** Checks which short names a page binds, and how far they reach. */
import { expect, test } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';
import { linkSource } from './source-links.ts';

const match = createMatcher([
  card('law', 'term: 甲基本法\ncategory: law'),
  card('hq', 'term: 甲戦略本部\ncategory: organisation'),
  card('council', 'term: Northern Water Council\ncategory: organisation'),
  card('plan', 'term: 乙計画\ncategory: document'),
]);

/** Links in «», without their addresses. */
const linked = (page: string): string =>
  linkSource(page.replaceAll(/[«»]/g, ''), { match, title: () => undefined }).replaceAll(
    /\[([^[\]]*)\]\(\/glossary\/\w+\/\)/g,
    '«$1»',
  );

test.each([
  ['from its definition on', '基本法の前。«甲基本法»（以下「基本法」という。）の後、«基本法»第3条。\n\n«基本法»は、'],
  ['with a number before', '«甲基本法»（平成26年法律第1号。以下単に「基本法」という。）により«基本法»を'],
  ['not within another name', '«甲基本法»（以下「基本法」という。）と教育基本法と«基本法»'],
  ['a body and its posts', '«甲戦略本部»（以下「本部」という。）は、«本部»の会合で本部長が'],
  ['what only points', '«乙計画»（以下「本計画」という。）は、本計画を'],
  ['an acronym', '«Northern Water Council» (NWC) met. The «NWC» decided.'],
  ['in English', 'The «Northern Water Council» (hereinafter “the Council”) met. The «Council» decided.'],
  ['of another thing', '«甲基本法»及び丙法（以下「丙」という。）の丙'],
  [
    'to the end of its section',
    '# 一\n\n## 二\n\n«甲戦略本部»（以下この章において「本部」という。）の«本部»\n\n### 三\n\n«本部»は\n\n## 四\n\n本部は',
  ],
  ['the later definition', '«甲戦略本部»（以下「会議」という。）の«会議»と丁会（以下「丁」という。）'],
])('%s', (_, page) => expect(linked(page)).toBe(page));
