/** Finds who came by the labels of who speaks: 北勢課長 is listed as 北勢保育課長, which by itself could be any office. */
import type { Attendee } from '@tsuzuri/core/minutes';
import type { Shape } from './lines.ts';
import { isNotPresent, LETTER, OF_DEPARTMENT } from './people.ts';
import { isSpeakerLabel } from './speech.ts';

/** `北勢課長`, `足達係長`, `松武事務局長` */
const CALLED =
  /^(?<family>\p{sc=Han}[\p{sc=Han}々ヶケノ]{0,3}?)(?<post>(?:副|次)?(?:事務[局所]|支所|本部|学部|研究科|センター|指導|[部課局室係館所院園校学班]|)長(?:補佐|代理)?|補佐|(?:副|統括|主任)?(?:主[査幹任事]|参[事与])|(?:審議|調整|企画|専門|指導|調査|監察)官|[^\p{L}]?監|司書|書記)$/u;
/** What a list of people has between them */
const PIECE = /[^、，：:；;／\s\u3000（）()【】〔〕［］]+/gu;
/** A name stands behind an office: nobody is called by it. */
const NAME_BEHIND = new RegExp(`^[ \\u3000]+${LETTER}`, 'u');

interface Called {
  readonly family: string;
  readonly post: string;
}

/** @returns the attendees, with those of them, and others, whom lines before the first speech name as labels do */
export function withFamilyNames(attendees: readonly Attendee[], shapes: readonly Shape[]): Attendee[] {
  const first = shapes.findIndex(({ kind }) => kind === 'speech');
  const called = [...new Set(shapes.flatMap(labelOf))].flatMap(readCalled);
  if (first < 0 || called.length === 0) return [...attendees];
  const found = [...attendees];
  for (const { line } of shapes.slice(0, first)) {
    if (line.text.includes('。') || isNotPresent(line.text)) continue;
    const pieces = [...line.text.matchAll(PIECE)].map(({ 0: piece, index }) => ({
      piece,
      isNamed: NAME_BEHIND.test(line.text.slice(index + piece.length)),
    }));
    const people = pieces.map(({ piece, isNamed }) => (isNamed ? undefined : personIn(piece, called)));
    for (const [at, person] of people.entries()) {
      // An office of a department alone is sure only beside one that says where it is: 畔柳課長補佐 beside 小坂井安全課長.
      const isSure = person?.isSure || people.some(other => other?.isSure);
      if (!person || !isSure || found.some(({ name }) => name?.split(' ')[0] === person.attendee.name)) continue;
      const { piece = '' } = pieces[at] ?? {};
      const same = found.findIndex(({ name, role }) => name === undefined && role === piece);
      if (same < 0) found.push(person.attendee);
      else found[same] = { ...found[same], ...person.attendee };
    }
  }
  return found;
}

/** `事務局（北勢課長）` is called 北勢課長. */
function labelOf({ line, label }: Shape): string[] {
  if (!label) return [];
  const words = line.text.slice(...label.label).replace(/[ \u3000]/gu, '');
  const inner = /[（(](?<inner>[^（）()]+)[）)]$/u.exec(words)?.groups?.inner;
  return [inner && isSpeakerLabel(inner) ? inner : words.replace(/[（(].*$/u, '')];
}

function readCalled(label: string): Called[] {
  const { family = '', post = '' } = CALLED.exec(label)?.groups ?? {};
  return family === '' || OF_DEPARTMENT.test(family) || NO_FAMILY.test(family) ? [] : [{ family, post }];
}
/** `副`, `学校`, `公益`: what an office begins with */
const NO_FAMILY =
  /^(?:[副次前元正各両同]|公益|労働|使用|学識|専門|臨時|担当|事務|副.*|議|会|座|委員?|司会|校|園|館|院|.*[部課局室係市町村区県])$/u;

function personIn(piece: string, called: readonly Called[]): { attendee: Attendee; isSure: boolean } | undefined {
  const who = called.find(({ family, post }) => piece.startsWith(family) && piece.endsWith(post));
  if (!who) return undefined;
  const role = piece.slice(who.family.length);
  if (role.length < who.post.length || !isSpeakerLabel(role)) return undefined;
  return {
    attendee: { name: who.family, role, family: true },
    isSure: role.length > who.post.length || /(?:主[査幹任事]|補佐|司書|書記)$/u.test(role),
  };
}
