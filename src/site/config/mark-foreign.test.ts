/** Proves that a name on a card is read aloud in its own language. */
import { labelsIn } from '@tsuzuri/core/labels';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { markForeign, markForeignInMinutes } from './mark-foreign.ts';

const CARDS = [
  { expansion: 'National Security Council' },
  { expansion: "Agence nationale de la sécurité des systèmes d'information", language: 'fr' },
  { expansion: 'Société sans langue' },
  { expansion: '内閣官房', names: [{ name: '室', expansion: 'Security Office' }] },
];
const pages = CARDS.map((matter, index) => ({
  path: `glossary/${index}`,
  kind: 'term',
  title: '語',
  source: '',
  matter,
}));

function htmlOf(language: 'ja' | 'en' | 'minutes', text: string): string {
  const md = new MarkdownIt();
  const rule = language === 'minutes' ? markForeignInMinutes(pages) : markForeign(pages, labelsIn(language));
  md.core.ruler.push('mark_foreign', rule as never); // VitePress has types of another edition
  return md.renderInline(text);
}

test.each([
  ['ja', '語は National Security Council。', '語は <span lang="en">National Security Council</span>。'],
  [
    'ja',
    "（Agence nationale de la sécurité des systèmes d'information）",
    `（<span lang="fr">Agence nationale de la sécurité des systèmes d'information</span>）`,
  ],
  ['ja', 'Société sans langue', 'Société sans langue'],
  ['ja', 'Security Office と内閣官房', '<span lang="en">Security Office</span> と内閣官房'],
  ['en', 'National Security Council', 'National Security Council'],
  ['minutes', '語は National Security Council。', '語は <span lang="en">National Security Council</span>。'],
  [
    'minutes',
    'ACTIVE（Advanced Cyber Threats response Initiative）を',
    'ACTIVE（<span lang="en">Advanced Cyber Threats response Initiative</span>）を',
  ],
  ['minutes', '委員（Johnson Mary、欠席）', '委員（Johnson Mary、欠席）'],
  [
    'en',
    "Agence nationale de la sécurité des systèmes d'information",
    `<span lang="fr">Agence nationale de la sécurité des systèmes d'information</span>`,
  ],
] as const)('in %s: %s', (language, text, html) => expect(htmlOf(language, text)).toBe(html));
