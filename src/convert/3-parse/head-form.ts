/** Finds the numbered fields of a head: `１　開会の日時　平成26年…`, `２　場所　…`, `６　担当部署　…`, one after the other, whatever they are called. */
import { isSection } from './headings.ts';
import type { Shape } from './lines.ts';

/** One of them says when, where or who: else it may be any list. */
const FACT = /^(?:会議の|開催|開会の?|招集の?)?(?:日\s*時|期\s*日(?!前)|年月日|場\s*所|会\s*場)|^(?:出\s*席|欠\s*席)/u;
/** Label and value of one: `６　担当部署　　環境政策課`, `議題：…` */
const FIELD =
  /^(?<label>[^\s：:。、](?:(?![ \u3000]{2}|[：:。]|(?<=[^ \u3000]{3})[ \u3000]).){1,24}?)(?:[ \u3000]{2,}|\s*[：:]\s*|[ \u3000]+(?=(?:令和|平成|昭和|午[前後]|[0-9]|出席|欠席|(?:一部)?(?:非?公開)$|(?:あり|有り?|なし|無し?)$)))(?=\S)/u;
/** `出席議員は、９名で次のとおりである。` */
const TELLS = /^[^。]{2,60}次のとおり(?:である|です|とする)?。$/u;
const LONGEST = 40;

/** `配付資料　議案書、…`: a section that minutes have, and what it says */
function sectionBefore(text: string): string | undefined {
  const word = /^\S{2,8}(?=[ \u3000]\S)/u.exec(text)?.[0];
  return word !== undefined && isSection(word) ? word : undefined;
}

/** @returns of each line that is such a field, where its label ends */
export function headForm(shapes: readonly Shape[]): ReadonlyMap<number, number> {
  const first = shapes.findIndex(({ kind }) => kind === 'speech' || kind === 'opinion');
  const head = shapes.slice(0, first < 0 ? shapes.length : first);
  const found = new Map<number, number>();
  const begin = head.findIndex(({ numbering }) => numbering?.value === 1);
  const one = head[begin];
  if (!one?.numbering) return found;
  const { series } = one.numbering;
  let last = 0;
  for (let index = begin; index < head.length; index++) {
    const { numbering, line, contentStart, kind } = head[index] as Shape;
    if (kind === 'marked' || kind === 'rule') break;
    if (line.indent < one.line.indent) break;
    if (numbering?.series !== series || line.indent !== one.line.indent) continue;
    const text = line.text.slice(contentStart);
    const label = FIELD.exec(text)?.groups?.label ?? sectionBefore(text);
    if (
      numbering.value !== last + 1 ||
      !(label || TELLS.test(text) || (text.length <= LONGEST && !text.includes('。')))
    )
      break;
    last = numbering.value;
    found.set(index, contentStart + (label ?? text).length);
  }
  const texts = [...found.keys()].map(index =>
    (head[index] as Shape).line.text.slice((head[index] as Shape).contentStart),
  );
  return found.size > 2 && texts.some(text => FACT.test(text)) ? found : new Map();
}
