/** Mends characters that OCR misread, by rule cards; what may be wrong becomes a doubt. */

import { errorAt } from '@tsuzuri/core/messages';
import type { Block, TextRun as Leaf, Minutes } from '@tsuzuri/core/minutes';
import { runWithTimeout } from '@tsuzuri/core/timeout';
import { type Change, type Doubt, scanOffset } from '@tsuzuri/core/trace';
import type { VFileMessage } from 'vfile-message';
import type { Found, Place, Rule } from './rules.ts';

interface Corrections {
  readonly changes: Change[];
  readonly doubts: Doubt[];
}

/** What an automatic edit never touches: a figure, a Latin letter. */
const UNTOUCHABLE = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/u;

/** Milliseconds for all rules together, and beside those for each letter: some hundred times of what ours take. */
const LIMIT = 10_000;
const LIMIT_A_LETTER = 1;

/**
 * Asks each rule about each part of the page; the first rule that wants to touch a place has it.
 * @throws VFileMessage when a rule does not come to an end
 */
export function findCorrections(minutes: Minutes, rules: readonly Rule[]): Corrections {
  let asked: Rule | undefined;
  return runWithTimeout(
    LIMIT + minutes.trace.text.length * LIMIT_A_LETTER,
    () =>
      askAll(minutes, rules, rule => {
        asked = rule;
      }),
    () => endless(asked),
  );
}

const endless = (rule: Rule | undefined): VFileMessage =>
  errorAt(
    rule?.card.file ?? 'docs/rules',
    rule?.card.line('find'),
    'この規則は、文章によっては探し終わりません',
    '「(…+)+」のような、繰り返しの中の繰り返しを除いてください',
  );

function askAll(minutes: Minutes, rules: readonly Rule[], onAsk: (rule: Rule) => void): Corrections {
  const changes: Change[] = [];
  const doubts: Doubt[] = [];
  const taken = new Set<number>();
  const toScan = scanOffset(minutes.trace);
  for (const { leaf, place } of leavesOf(minutes)) {
    for (const rule of rules.filter(
      candidate => candidate.where.includes(place) || (place === 'last' && candidate.where.includes('running')),
    )) {
      onAsk(rule);
      for (const found of rule.find(leaf.value, minutes.trace.text)) {
        const start = leaf.start + found.start;
        if (taken.has(start)) continue;
        taken.add(start);
        const reason = doubtReason(found, { leaf, rule, minutes });
        const why = rule.title;
        if (reason === undefined)
          changes.push({ start, end: leaf.start + found.end, ins: found.ins, rule: rule.id, by: 'rule', why });
        else
          doubts.push({
            at: toScan(start),
            length: found.end - found.start,
            suggestion: found.ins,
            rule: rule.id,
            why: `${why}${reason}`,
          });
      }
    }
  }
  return { changes, doubts };
}

interface Context {
  readonly leaf: Leaf;
  readonly rule: Rule;
  readonly minutes: Minutes;
}

/** Why a correction must be left to a person; nothing where it may be applied. */
function doubtReason(found: Found, { leaf, rule, minutes }: Context): string | undefined {
  if (rule.doubt || found.unsure) return '';
  const letters = leaf.value.slice(found.start, found.end) + found.ins;
  if (UNTOUCHABLE.test(letters) && !hasEvidence(rule, minutes.trace.text, leaf.start + found.start))
    return '（英数字に触れるため自動では直さない）';
  if (isQuoted(leaf.value, found.start)) return '（かぎ括弧の中は自動では直さない）';
  if (isInName(found, leaf, minutes)) return '（人名に触れるため自動では直さない）';
  return undefined;
}

/** Whether the page has, elsewhere, what the rule takes the place to be: `P6` for `○OP15`. */
function hasEvidence(rule: Rule, text: string, start: number): boolean {
  return (
    rule.evidence !== undefined && [...text.matchAll(rule.evidence)].some(match => Math.abs(match.index - start) > 8)
  );
}

function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.lastIndexOf('「') > before.lastIndexOf('」') || before.lastIndexOf('『') > before.lastIndexOf('』');
}

function isInName(found: Found, leaf: Leaf, { meeting }: Minutes): boolean {
  return meeting.attendees.some(({ name }) => {
    const family = name?.split(' ')[0] ?? '';
    const from = family === '' ? -1 : leaf.value.indexOf(family, Math.max(0, found.start - family.length));
    return from >= 0 && from < found.end && from + family.length > found.start;
  });
}

interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly place: Place;
}

/** All runs of text of a page, in order, with the part of the page that they stand in. */
export function leavesOf(minutes: Pick<Minutes, 'children'>): PlacedLeaf[] {
  return minutes.children.flatMap(block => leavesOfBlock(block, false));
}

function leavesOfBlock(block: Block, last: boolean): PlacedLeaf[] {
  switch (block.type) {
    case 'title':
      return block.lines.map(leaf => ({ leaf, place: 'title' }));
    case 'heading':
      return [{ leaf: block.words, place: 'heading' }];
    case 'rule':
      return [];
    case 'table':
      return block.rows.flat().map(leaf => ({ leaf, place: 'table' }));
    case 'list':
      return block.children.flatMap(item => item.children.flatMap(child => leavesOfBlock(child, false)));
    case 'speech':
      return [
        ...(block.label ? [{ leaf: block.label, place: 'label' as const }] : []),
        ...block.children.flatMap((child, index) => leavesOfBlock(child, index === block.children.length - 1)),
      ];
    default:
      return [{ leaf: block.words, place: last ? 'last' : 'running' }];
  }
}
