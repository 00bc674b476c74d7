/** Writes for the person at the terminal: progress in one line that fits, what is wrong with its place in red. */
import { relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { textLine } from '@tsuzuri/core/messages';
import width from 'fast-string-truncated-width';
import type { VFileMessage } from 'vfile-message';

/** Columns of a text on a terminal: a Japanese character has two. */
export const columnsOf = (text: string): number => width(text).width;

/** A Latin word, or one Japanese character, with the marks that may not stand at the edge of a line: `（例`, `す。` */
const CHUNK =
  /\s*(?:[「（]*(?:[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー、。「」（）]+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])[、。」）ー]*|\S)/gu;

/** The text in lines of so many columns; commander by itself breaks where a blank is, which Japanese has not. */
export function wrap(text: string, limit: number): string {
  const wrapLine = (line: string): string => {
    const lines: string[] = [];
    for (const chunk of line.match(CHUNK) ?? []) {
      const last = lines.at(-1);
      if (last === undefined || columnsOf(last + chunk) > limit)
        lines.push(last === undefined ? chunk : chunk.trimStart());
      else lines[lines.length - 1] = last + chunk;
    }
    return lines.join('\n');
  };
  return text.split('\n').map(wrapLine).join('\n');
}

/** On a terminal each step replaces the last one; elsewhere a step is a line, and what is counted would fill pages. */
export function progress(step: string, count?: readonly [at: number, of: number]): void {
  const { isTTY, columns = 80 } = process.stderr;
  if (isTTY) process.stderr.write(`\r\u001b[K${fit(count ? `[${count.join('/')}] ${step}` : step, columns - 1)}`);
  else if (!count) process.stderr.write(`${step}\n`);
}

export const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

/** So much of a line as there are columns: a longer one would wrap, and the next step could not replace it. */
function fit(line: string, limit: number): string {
  const { index, ellipsed } = width(line, { limit, ellipsis: '…', ellipsisWidth: 2 });
  return ellipsed ? `${line.slice(0, index)}…` : line;
}

export function say(line: string): void {
  endProgress();
  process.stdout.write(`${line}\n`);
}

export function note(line: string): void {
  endProgress();
  process.stderr.write(`${line}\n`);
}

/** `out/a.md:3: what is wrong`; a path is given from where the person stands. */
export function warn(message: VFileMessage): void {
  const { file = '' } = message;
  const below = relative(process.cwd(), resolve(file)) || '.';
  const near = file.startsWith('/') && !below.startsWith('..') ? below : file;
  const line = textLine(Object.assign(message, { file: near }));
  const [place = ''] = /^.*?:(?= )/su.exec(line) ?? [];
  note(`${styleText('red', place, { stream: process.stderr })}${line.slice(place.length)}`);
}
