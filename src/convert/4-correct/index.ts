/** Finds characters that OCR misread, by rule cards; what may be wrong becomes a doubt. */

import { once } from '@tsuzuri/core/collections';
import { errorAt } from '@tsuzuri/core/messages';
import type { Block, Minutes, TextRun } from '@tsuzuri/core/minutes';
import { runWithTimeout } from '@tsuzuri/core/timeout';
import { type Change, type Doubt, scanOffset } from '@tsuzuri/core/trace';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { type Found, PLACES, type Place, type Rule } from './rules.ts';

interface Corrections {
  readonly changes: Change[];
  readonly doubts: Doubt[];
}

/** What an automatic edit never touches: a digit, a Latin letter. */
const UNTOUCHABLE = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/u;

/** Milliseconds for all rules together, and in addition for each character: some hundred times what ours take. */
const LIMIT = 10_000;
const LIMIT_A_CHARACTER = 1;

/**
 * Applies each rule to each part of the page; the first rule that matches at a place has it.
 * @param printed text of the page before any rule: it shows in which writing the document is
 * @throws VFileMessage when a rule does not come to an end
 */
export function findCorrections(minutes: Minutes, rules: readonly Rule[], printed: string): Corrections {
  let current: Rule | undefined;
  return runWithTimeout(
    LIMIT + minutes.trace.text.length * LIMIT_A_CHARACTER,
    () =>
      applyRules(minutes, rules, printed, rule => {
        current = rule;
      }),
    () => endless(current),
  );
}

const endless = (rule: Rule | undefined): VFileMessage =>
  errorAt(rule?.card.file ?? 'docs/rules', rule?.card.line('find'), ...say('convert.endlessRule'));

function applyRules(
  minutes: Minutes,
  rules: readonly Rule[],
  printed: string,
  onRule: (rule: Rule) => void,
): Corrections {
  const changes: Change[] = [];
  const doubts: Doubt[] = [];
  const taken = new Set<number>();
  const toScan = scanOffset(minutes.trace);
  const runs = textRunsOf(minutes);
  const isStopped = endsInStops(runs);
  const rulesAt = Object.fromEntries(
    PLACES.map(place => [
      place,
      rules.filter(
        ({ where }) =>
          (where.includes(place) && (place !== 'last' || isStopped)) || (place === 'last' && where.includes('running')),
      ),
    ]),
  ) as Record<Place, Rule[]>;
  const find = finderIn(minutes, printed);
  for (const { run, place } of runs) {
    for (const rule of rulesAt[place]) {
      onRule(rule);
      for (const found of find(rule, run)) {
        const start = run.start + found.start;
        if (taken.has(start)) continue;
        taken.add(start);
        const reason = doubtReason(found, { run, rule, minutes });
        const why = rule.title;
        if (reason === undefined)
          changes.push({ start, end: run.start + found.end, ins: found.ins, rule: rule.id, by: 'rule', why });
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

/** Asks a rule about a run of a page; in the last round those that act are asked twice, alone and with those that only ask. */
const finderIn = once((minutes: Minutes, printed: string) => {
  const asked = new Map<Rule, Map<string, readonly Found[]>>();
  return (rule: Rule, { value }: TextRun): readonly Found[] => {
    const byRun = asked.get(rule) ?? new Map<string, readonly Found[]>();
    asked.set(rule, byRun);
    const found = byRun.get(value) ?? rule.find(value, minutes.trace.text, printed);
    byRun.set(value, found);
    return found;
  };
});

/** Some minutes print no full stop at the end of what is said: there none is missing. */
function endsInStops(runs: readonly PlacedRun[]): boolean {
  const last = runs.filter(({ place }) => place === 'last');
  return last.filter(({ run }) => /[。．）」]$/u.test(run.value)).length * 2 > last.length;
}

interface Context {
  readonly run: TextRun;
  readonly rule: Rule;
  readonly minutes: Minutes;
}

/** Why a correction must be left to a person; nothing where it may be applied. */
function doubtReason(found: Found, { run, rule, minutes }: Context): string | undefined {
  if (rule.doubt || found.unsure) return '';
  const characters = run.value.slice(found.start, found.end) + found.ins;
  if (UNTOUCHABLE.test(characters) && !hasEvidence(rule, minutes.trace.text, run.start + found.start))
    return '（英数字に触れるため自動では直さない）';
  if (isQuoted(run.value, found.start)) return '（かぎ括弧の中は自動では直さない）';
  if (isInName(found, run, minutes)) return '（人名に触れるため自動では直さない）';
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

/** `学務課長　早苗田　さつき、`: in a list, what stands behind a short word and a space may be a given name. */
const GIVEN_NAME = /(?:^|[ \u3000、：:（(／])\p{sc=Han}[\p{sc=Han}々ヶケノ]{0,4}[ \u3000]+\p{L}{0,4}$/u;

function isInName(found: Found, run: TextRun, { meeting }: Minutes): boolean {
  if (!run.value.includes('。') && GIVEN_NAME.test(run.value.slice(0, found.start))) return true;
  return meeting.attendees.some(({ name }) => {
    const family = name?.split(' ')[0] ?? '';
    const from = family === '' ? -1 : run.value.indexOf(family, Math.max(0, found.start - family.length));
    return from >= 0 && from < found.end && from + family.length > found.start;
  });
}

interface PlacedRun {
  readonly run: TextRun;
  readonly place: Place;
}

/** All runs of text of a page, in order, with the part of the page that they stand in. */
export function textRunsOf(minutes: Pick<Minutes, 'children'>): PlacedRun[] {
  return minutes.children.flatMap(block => textRunsOfBlock(block, false));
}

function textRunsOfBlock(block: Block, last: boolean): PlacedRun[] {
  switch (block.type) {
    case 'title':
      return block.lines.map(run => ({ run, place: 'title' }));
    case 'heading':
      return [{ run: block.words, place: 'heading' }];
    case 'rule':
      return [];
    case 'table':
      return block.rows.flat().map(run => ({ run, place: 'table' }));
    case 'list':
      return block.children.flatMap(item => item.children.flatMap(child => textRunsOfBlock(child, false)));
    case 'speech':
      return [
        ...(block.label ? [{ run: block.label, place: 'label' as const }] : []),
        ...block.children.flatMap((child, index) => textRunsOfBlock(child, index === block.children.length - 1)),
      ];
    default:
      return [{ run: block.words, place: last ? 'last' : 'running' }];
  }
}
