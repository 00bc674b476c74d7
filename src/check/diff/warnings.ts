/** Says what a reviewer should look at before anything else. */

import type { Mention } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { allNames } from '@tsuzuri/core/term-names';
import { termPath } from '@tsuzuri/core/urls';
import type { VFileMessage } from 'vfile-message';
import type { Difference, Taken } from './compare.ts';
import { code, inert, list } from './markdown.ts';
import { linkTo } from './render.ts';

/** A name that is found in more new places than this may be too common a word. */
const MANY = 20;

export function warnings(difference: Difference): string[] {
  const { errors, mentions, pages } = difference;
  const wide = [...groupBy(mentions.gained, ({ entry }) => entry).values()].filter(({ length }) => length > MANY);
  const taken = [...groupBy(mentions.taken, ({ from, by }) => JSON.stringify([from.entry, by.entry])).values()];
  const lines = [
    list(errors.gained, errorLine, '件'),
    list(pages.rescanned, ({ source }) => `${code(source)} の中身が前と違います。原文は書き換えられません。`, '件'),
    list(wide, gained => wideLine(gained, difference), '件'),
    list(taken, group => takenLine(group, difference), '件'),
  ].filter(Boolean);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

export const mended = ({ errors }: Difference): string[] => [list(errors.lost, errorLine, '件')].filter(Boolean);

const errorLine = ({ file = '', line, reason }: VFileMessage): string =>
  `${code(line === undefined ? file : `${file}:${line}`)} ${inert(reason)}`;

/** `用語「サイバー攻撃」の言及が59か所増えます（「攻撃」59か所、カードに加わった名前は「攻撃」）。…` */
function wideLine(gained: readonly Mention[], difference: Difference): string {
  const { entry } = gained[0] as Mention;
  const words = [...groupBy(gained, ({ text }) => text)].toSorted(([, one], [, other]) => other.length - one.length);
  const said = words.slice(0, 5).map(([text, { length }]) => `「${inert(text)}」${length}か所`);
  const names = newNames(entry, difference)
    .slice(0, 5)
    .map(name => `「${inert(name)}」`);
  const added = names.length > 0 ? `。カードに加わった名前は${names.join('')}` : '';
  return `${nameOf(entry, difference)}の言及が${gained.length}か所増えます（${said.join('、')}${added}）。広すぎる名前でないか確かめてください。`;
}

function newNames(entry: string, { before, after }: Difference): string[] {
  const [old = [], now = []] = [before, after].map(({ terms }) =>
    terms.filter(({ id }) => id === entry).flatMap(allNames),
  );
  return now.filter(name => !old.includes(name));
}

/** `用語「NISC」の言及2か所が、用語「副センター長」のものになります: 「NISC」→「NISC副センター長」 /minutes/…#u7` */
function takenLine(taken: readonly Taken[], difference: Difference): string {
  const [{ from, by }] = taken as [Taken];
  const shown = taken
    .slice(0, 5)
    .map(({ from, by }) => `「${inert(from.text)}」→「${inert(by.text)}」 ${linkTo(by, difference)}`);
  const rest = taken.length - shown.length;
  const more = rest > 0 ? `、ほか${rest}か所` : '';
  const [loser, winner] = [from, by].map(({ entry }) => nameOf(entry, difference));
  return `${loser}の言及${taken.length}か所が、${winner}のものになります: ${shown.join('、')}${more}`;
}

const nameOf = (entry: string, { titleOf }: Difference): string => `用語「${inert(titleOf(termPath(entry)))}」`;
