/** Joins lines that a page break or a line wrap has cut within a sentence. */
import type { Change } from '@tsuzuri/core/trace';
import type { Analyzer } from '../morphology/index.ts';
import type { Kind, LineContext, Shape } from './lines.ts';

/** A sentence may stop here: `。`, `」`, `)`; bold marks behind it do not count. */
const STOPPED = /[。．！？!?」』）)】〕\]:：](?:\*\*)?$/u;
/** No sentence begins with these: small kana, a long-vowel mark, closing or separating marks, を, the particle の. */
const NEVER_FIRST = /^(?:[をっゃゅょぁぃぅぇぉァィゥェォッャュョー、。，．」』）〕】・]|の(?![うこちどべぼみりろん]))/u;
/** A bullet that OCR put before the second half of a sentence: `- も、解析の…` */
const FALSE_BULLET = /^[-*]\s+(?=[\p{sc=Hiragana}、])/u;

/** A remark below an entry of a list: `(含・地方公共団体)` */
const REMARK = /^[（(][^（）()]*[）)]$/u;

/** Kinds whose text runs on, and kinds that can hold the rest of it. */
const RUNNING: readonly Kind[] = ['prose', 'speech', 'opinion', 'item', 'note', 'pair', 'short'];
const CARRYING: readonly Kind[] = ['prose', 'short'];

/**
 * How much likelier, in units of kuromoji's lattice, two halves are as one: 16 of 16 true joins lie above, 0 of 400
 * places that must stay apart (measured on the five scans).
 */
const MARGIN = 250;
/**
 * The same where a full sentence stands on both sides and the cut is in no place where a sentence can end (財政¶需要):
 * 98 of 100 cuts lie above, 13 of 9,000 ends of paragraphs whose 。 was taken away (Diet speeches, 2024–25).
 */
const OPEN_MARGIN = -2000;
/** Last characters of a sentence: `思います`, `図る`, `ないか`. */
const SENTENCE_END = /[すかたんいとねるよもうだ]$/u;

export function joinLines(shapes: readonly Shape[], context: LineContext): Change[] {
  const changes: Change[] = [];
  let quoted = 0;
  shapes.forEach((right, index) => {
    const left = shapes[index - 1];
    if (!left) return;
    quoted = (continues(changes, left) ? quoted : 0) + openQuotes(left.line.text);
    const reason =
      quoted > 0 && RUNNING.includes(left.kind) && carries(right)
        ? '開いたかぎ括弧が閉じる前に'
        : cutReason(left, right, context);
    if (reason) changes.push(join(left, right, reason));
  });
  return changes;
}

/** Whether the line is itself the second half of a join. */
function continues(changes: readonly Change[], shape: Shape): boolean {
  const last = changes.at(-1);
  return last !== undefined && last.end >= shape.line.start;
}

const openQuotes = (text: string): number => count(text, '「') - count(text, '」');
const count = (text: string, mark: string): number => text.split(mark).length - 1;

const carries = (right: Shape): boolean => CARRYING.includes(right.kind) || falseBullet(right);
const falseBullet = ({ line }: Shape): boolean => line.gap > 0 && FALSE_BULLET.test(line.text);

/** Why the two lines are one sentence, in Japanese; nothing where they are not. */
function cutReason(left: Shape, right: Shape, { text, analyzer }: LineContext): string | undefined {
  if (!RUNNING.includes(left.kind) || STOPPED.test(left.line.text) || !carries(right)) return undefined;
  if (left.contentStart >= left.line.text.length) return undefined;
  if (left.kind === 'item' && right.line.gap === 0 && REMARK.test(right.line.text)) return '行の折り返しで';
  const place = right.line.gap > 0 ? 'ページの切れ目で' : '行の折り返しで';
  if (isProse(left) && NEVER_FIRST.test(right.line.text)) return place;
  if (right.line.gap === 0 && left.line.text.endsWith('、')) return place;
  if (isAttested(left, right, text)) return place;
  const sure = right.line.gap === 0 ? endsOpen(left) : (isProse(left) || endsInParticle(left)) && isProse(right);
  return sure && costGain(left.line.text, second(right), analyzer) > marginOf(left, right) ? place : undefined;
}

function marginOf(left: Shape, right: Shape): number {
  const said = SAID.includes(left.kind) && /\p{sc=Hiragana}$/u.test(left.line.text);
  const begun = left.line.text.includes('。') || said || endsInParticle(left);
  const open = begun && right.line.text.includes('。') && !SENTENCE_END.test(left.line.text);
  return open ? OPEN_MARGIN : MARGIN;
}

/** A sentence or a part of one, not a heading or a label; what a speaker says is one without any mark. */
const SAID: readonly Kind[] = ['speech', 'opinion'];
const isProse = ({ kind, line }: Shape): boolean =>
  SAID.includes(kind) || (kind !== 'short' && /[。、]/u.test(line.text));
/** No heading, no label ends so: `国境を`, `特にデジタル庁においては` */
const endsInParticle = ({ line }: Shape): boolean => /[をがはにへ]$/u.test(line.text);
/** Ends in hiragana as an unfinished clause does (`NISCによる`), but is no title (`…について`). */
const endsOpen = ({ kind, line }: Shape): boolean =>
  (kind !== 'short' && /[。、]/u.test(line.text)) ||
  (/\p{sc=Hiragana}$/u.test(line.text) && !/について$|[るた]$/u.test(line.text.replace(/による$/u, '')));

/** `サ¶イバー攻撃` where the page has サイバー in another place. */
function isAttested(left: Shape, right: Shape, page: string): boolean {
  const tail = /[ァ-ヶー]+$/u.exec(left.line.text)?.[0] ?? '';
  const head = /^[ァ-ヶー]+/u.exec(second(right))?.[0] ?? '';
  return tail !== '' && head !== '' && (tail + head).length >= 4 && page.includes(tail + head);
}

const second = ({ line }: Shape): string => line.text.replace(FALSE_BULLET, '');

/** Cost of the halves apart, less their cost as one. */
function costGain(left: string, right: string, analyzer: Analyzer): number {
  const tail = /[^、。「」（）()]{1,40}$/u.exec(left)?.[0] ?? '';
  const head = /^[^、。「」]{1,40}/u.exec(right)?.[0] ?? '';
  return analyzer.cost(tail) + analyzer.cost(head) - analyzer.cost(tail + head);
}

function join(left: Shape, right: Shape, reason: string): Change {
  const start = left.line.end;
  const end = right.line.end - second(right).length;
  return {
    start,
    end,
    ins: latinGap(left.line.text, right.line.text),
    rule: 'join',
    by: 'rule',
    why: `${reason}文が切れている`,
  };
}

/** Two Latin words keep a space between them (`Security¶Partnership`), one that was cut does not (`GCH¶Q`). */
function latinGap(left: string, right: string): string {
  const before = /[A-Za-z]+$/.exec(left)?.[0];
  const behind = /^[A-Za-z]+/.exec(right)?.[0];
  if (before === undefined || behind === undefined) return '';
  return before === before.toUpperCase() && behind === behind.toUpperCase() ? '' : ' ';
}
