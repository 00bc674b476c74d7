/** Random Markdown, texts and glossaries for the laws of the linker. */
import fc from 'fast-check';

/** Words that name terms of the test glossary, nearly name one, or stand between. */
const WORDS = [
  'NISC',
  'ＮＩＳＣ',
  'N I S C',
  'JPCERT/CC',
  'JPCERT / CC',
  'nicter',
  'ASEAN',
  '日・ASEAN友好協力40周年',
  '日・',
  '友好協力40周年',
  '情報セキュリティ政策会議',
  '情報セキュリティ',
  '政策会議',
  '内閣官房',
  '長官',
  '長',
  '重要インフラ',
  'ストラクチャ',
  'ﾏﾙｳｪｱ',
  'マルウェア',
  'サイバーセキュリティ戦略',
  '本部',
  '5G',
  '1',
  'IPAddress',
  'から',
  'の',
  '、',
  '。',
  '「',
  '」',
  '（',
  '）',
  'x',
  ' ',
  '\u3099',
  '\u200b',
  '\u{E0100}',
  '𠮷',
];

/** Marks of Markdown and of its dialects. */
const MARKS = [
  '*',
  '**',
  '_',
  '~~',
  '`',
  '\\',
  '&amp;',
  '&',
  '<b>',
  '</b>',
  '<a>',
  '</a>',
  '<br>',
  '[',
  ']',
  '(',
  ')',
  '!',
  '|',
  '{#s1}',
  '{{',
  '}}',
  '](/x)',
  '[^1]',
  'https://example.jp/NISC',
  'a@example.jp',
  '\n',
  '\n\n',
  '\n\n- ',
  '\n\n> ',
  '\n> ',
  '\n\n# ',
  '\n\n| a | b |\n| - | - |\n| ',
  '\\\n',
  '\n\n```\n',
  '\t',
];

/** Marks that mean something in one dialect and nothing in most. */
const DIALECT_MARKS = [
  ':x',
  '::x[',
  '\n:::note\n',
  '{.x}',
  '{: .x}',
  '{x}',
  '^',
  '^[',
  '@x ',
  '\\cmd',
  '\\cmd{',
  '$',
  '$$',
  '<!-- x -->',
  '\n<!-- ',
  '-->',
  '<Badge>',
  '</Badge>',
  '<Badge />',
  '\n\nexport const a = {\n',
  '\n}\n',
  '\n!!! note\n\n    ',
  '\n:   ',
  '\n```{note}\n',
  '\n```\n',
  '\n(x)=\n',
  '[[',
  ']]',
  '%%',
  '\n> [!TIP] ',
  '\n---\n',
  '\n/// note\n',
];

const word = fc.constantFrom(...WORDS);
const mark = fc.constantFrom(...MARKS);

/** Plain text: words, now and then any character at all. */
export const texts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) }),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''));

/** Markdown as nobody writes it: words and marks in any order. */
export const wildPages: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: mark }), { maxLength: 30 })
  .map(parts => parts.join(''));

/** The same with marks of all dialects. */
export const dialectPages: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: word },
      { weight: 1, arbitrary: mark },
      { weight: 2, arbitrary: fc.constantFrom(...DIALECT_MARKS) },
    ),
    { maxLength: 24 },
  )
  .map(parts => parts.join(''));

const phrase = fc
  .array(
    word.filter(text => !/\s/u.test(text)),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join(''));
const marked = fc.oneof(
  phrase.map(text => `**${text}**`),
  phrase.map(text => `*${text}*`),
  phrase.map(text => `~~${text}~~`),
  phrase.map(text => `\`${text}\``),
  phrase.map(text => `[${text}](/x)`),
  fc.constant('\n'),
);
/** Marked words with plain ones between them: marks that touch are read in ways that no author means. */
const paragraph = fc
  .tuple(phrase, fc.array(fc.tuple(marked, phrase), { maxLength: 4 }))
  .map(([first, rest]) => first + rest.flat().join(''));
const block = fc.oneof(
  paragraph,
  paragraph.map(text => `- ${text.replaceAll('\n', '\n  ')}`),
  paragraph.map(text => `> ${text.replaceAll('\n', '\n> ')}`),
  paragraph.map(text => `## ${text.replaceAll('\n', '')} {#s1}`),
  paragraph.map(text => `| a |\n| - |\n| ${text.replaceAll('\n', '')} |`),
);

/** Markdown as an author writes it. */
export const tamePages: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map(blocks => `${blocks.join('\n\n')}\n`);
