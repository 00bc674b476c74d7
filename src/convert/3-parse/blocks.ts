/** Builds the blocks of a page from its classified lines. */
import { optional } from '@tsuzuri/core/collections';
import type { Attendee, Block, TextRun } from '@tsuzuri/core/minutes';
import { newForms } from '@tsuzuri/core/old-kanji';
import { agendaOf, NO_AGENDA } from './agenda.ts';
import { columnsIn, peopleInRows, readAttendance } from './attendance.ts';
import { type Builder, container, leave, openSpeech, textRun } from './builder.ts';
import { splitPipes, splitTabs } from './cells.ts';
import { ITEMS, startDepths } from './depths.ts';
import { type FlattenedTable, flattenedCells, flattenedTables } from './flattened.ts';
import { headForm } from './head-form.ts';
import {
  AGENDA,
  BRACKETED_PEOPLE,
  BUSINESS,
  contentOf,
  FRAMED,
  findSeries,
  findTopics,
  type Genre,
  genreOf,
  HEADED_VALUE,
  headingTest,
  isAttendance,
  isFact,
  isGroupAlone,
  isItemOfSection,
  isRuby,
  isSection,
  KIND_OF_BUSINESS,
  OTHER_BUSINESS,
  withoutColon,
} from './headings.ts';
import type { Shape } from './lines.ts';
import { buildItem, isEntry } from './lists.ts';
import { NUMBER_FORMS, type Numbering, type Style } from './numbering.ts';
import { IS_CALLED, isNotPresent, readPeople } from './people.ts';
import { isSpeakerLabel } from './speech.ts';
import { readDate } from './wareki.ts';

/** `文書番号: DX-WG3-N0147` above a title */
const NUMBER_OF_PAPER = /^(?:文書|資料|整理)番号\s*[：:]/u;

interface Built {
  readonly blocks: Block[];
  readonly attendees: readonly Attendee[];
  readonly genre: Genre;
}

/** A heading that names who speaks below it: 本部長冒頭挨拶, 生活安全局長挨拶 */
const ADDRESS =
  /^(?:\S{1,20}(?:長|大臣|長官|官|委員|座長|総理|議員))(?:の?(?:冒頭|開会|閉会|締め?括り|締めくくり|まとめの?))?(?:挨拶|あいさつ|ご挨拶|御挨拶|発言)$/u;
/** The second line of a title may be the kind of document alone. */
const KIND_ALONE = /^議事(?:要旨|録|概要|要録)(?:[（(]案[)）])?$/u;
/** `（別添２）　第４回あまね川流域治水協議会　議事録` */
const NAMED_KIND = /議事(?:録|要旨|概要|要録)|会議録/u;
/** `実施日　令和６年２月８日（木）`, but not `みどり町議会 令和5年第2回定例会 会議録` */
const LABELLED_DATE =
  /^(?!.*(?:議事(?:録|要旨|概要|要録)|会議録|記録)(?:[（(][^（）()]*[）)])?$)[^\s：:](?:[ \u3000]?[^\s：:]){0,5}(?:[ \u3000]+|\s*[：:]\s*)(?:令和|平成|昭和|大正|明治|[12][0-9]{3}[年/.-]|[RHS][0-9]{1,2}[./])/u;
/** `平成30年第９回定例会`, `令和元年度　第７回委員会（12月11日）`, below the name of the record */
const SITTING =
  /^(?:(?:令和|平成|昭和|大正)[0-9０-９元一二三四五六七八九十]+年度?[ \u3000]*)?第[ \u3000]*[0-9０-９一二三四五六七八九十]+[ \u3000]*回[ \u3000]*\S{0,10}(?:定例会|臨時会|委員会|会議|会合|総会|本会議)(?:[（(][^（）()]{2,12}[）)]|[ \u3000]+(?:令和|平成|昭和)[^。]{3,24})?$/u;
/** Lines above a title: `資料１`, `（別紙）` */
const NOT_A_TITLE = /^[（(【]?(?:様式|資料|別紙|別添|参考資料|机上配布|未定稿|取扱注意|会議後回収|案[)）】]?$)/u;

/** @param genre decided by a person */
export function buildBlocks(shapes: readonly Shape[], genre: Genre = genreOf(shapes)): Built {
  const topics = findTopics(shapes);
  const fields: ReadonlyMap<number, number> = genre === 'minutes' ? headForm(shapes) : new Map();
  const agenda = genre === 'minutes' ? agendaOf(shapes) : NO_AGENDA;
  const builder: Builder = {
    shapes,
    genre,
    blocks: [],
    attendees: [],
    depths: startDepths(shapes, fields),
    topics,
    takenUp: agenda.takenUp,
    fields,
    isHeading: headingTest(shapes, genre, { topics, agenda, fields }),
    series: genre === 'slides' ? findSeries(shapes) : new Set(),
    namesSpeakers: shapes.filter(({ label }) => label !== undefined).length >= 3,
    tables: new Map(flattenedTables(shapes).map(table => [table.from, table])),
    numbers: new Map(),
    lists: [],
    speech: undefined,
  };
  let index = buildTitle(builder);
  while (index < shapes.length) index = buildOne(builder, index);
  return { blocks: builder.blocks, attendees: builder.attendees, genre };
}

function buildTitle(builder: Builder): number {
  const lines: TextRun[] = [];
  let index = 0;
  for (; index < Math.min(5, builder.shapes.length); index++) {
    const shape = builder.shapes[index] as Shape;
    const { text, gap } = shape.line;
    const date = readDate(text);
    // `令和６年２月２２日` on the right above the title: when it was written
    const isAbove =
      index === 0 && date?.index === 0 && date.raw.length === text.length && (builder.shapes[1]?.line.gap ?? 0) > 0;
    const isNoTitle =
      (NOT_A_TITLE.test(text) && !NAMED_KIND.test(text)) || NUMBER_OF_PAPER.test(text) || shape.kind === 'page';
    if (isAbove || (lines.length === 0 && isNoTitle)) {
      builder.blocks.push({ type: 'paragraph', words: textRun(shape, 0) });
      continue;
    }
    const finished =
      gap > 0 &&
      !SITTING.test(text) &&
      lines.some(line => /議事|会合|要旨|概要|会議録|について|資料|記録|議録|要録|メモ$/u.test(newForms(line.value)));
    if (shape.kind === 'marked' && shape.depth === 1 && lines.length === 0) {
      builder.blocks.push({ type: 'title', lines: [textRun(shape, shape.contentStart)] });
      return index + 1;
    }
    if (
      shape.kind !== 'short' ||
      finished ||
      (date?.index === 0 && !(index === 0 && NAMED_KIND.test(text))) ||
      LABELLED_DATE.test(text) ||
      (isSection(text) && !KIND_ALONE.test(text)) ||
      HEADED_VALUE.test(text) ||
      text.length > 80
    )
      break;
    if (gap > 0 && lines.length > 0 && builder.genre === 'slides') break;
    lines.push(textRun(shape, 0));
  }
  if (lines.length > 0) builder.blocks.push({ type: 'title', lines });
  return index;
}

/** Builds from one line or the lines that belong with it; gives the index of the next. */
function buildOne(builder: Builder, index: number): number {
  const shape = builder.shapes[index] as Shape;
  if (shape.beginsSlide) {
    leave(builder);
    builder.blocks.push({ type: 'rule' });
  }
  const table = builder.tables.get(index);
  if (table) return buildFlattened(builder, table);
  if (opensList(builder, shape) && !builder.fields.has(index)) {
    builder.blocks.push({ type: 'paragraph', words: textRun(shape, 0) });
    return buildAttendance(builder, index);
  }
  if (isHeading(builder, index)) return buildHeading(builder, index);
  if (builder.genre === 'minutes' && shape.kind !== 'speech' && isAfterTalk(shape)) leave(builder);
  if (shape.kind === 'tab' || shape.kind === 'pipe') return buildTable(builder, index);
  if (isEntry(builder, index)) buildItem(builder, index);
  else buildLine(builder, hasHappened(shape) ? { ...shape, kind: 'direction' } : shape, index);
  return index + 1;
}

/** `出席議員は次のとおりである。`, `議長及番外左ノ如シ`: over those who came, in the head of minutes */
const OPENS_LIST =
  /^(?=[^。]{0,20}(?:出席|欠席|応招|列席|説明|職務|番外|議員|委員|職員|傍聴))[^。]{2,30}?[はハ]?[、，]?(?:次|左|下記|以下)[のノ](?:とおり|通り|通リ|トホリ|如[しクシ]|ごとし)(?:である|であった|です|でした|ナリ)?。?$/u;

const opensList = ({ genre, speech }: Builder, { line }: Shape): boolean =>
  genre === 'minutes' && speech === undefined && OPENS_LIST.test(newForms(line.text));

function buildHeading(builder: Builder, index: number): number {
  const shape = builder.shapes[index] as Shape;
  const previous = builder.blocks.at(-1);
  leave(builder);
  const { numbering } = shape;
  if (numbering) count(builder, numbering, shape.line.indent);
  const known = shape.depth === undefined ? undefined : Math.max(2, shape.depth);
  const depth =
    builder.genre === 'slides'
      ? builder.depths.ofSlide(shape.line.text, {
          after: previous?.type === 'heading',
          before: nextIsHeading(builder, index),
          isBracketed: shape.kind === 'bracketed',
          ...(known && { known }),
        })
      : (known ??
        builder.depths.ofNumbered(seriesOf(builder, index), {
          text: contentOf(shape),
          value: numbering?.value,
          indent: shape.line.indent,
        }));
  const value = valueBehind(builder, index);
  const { frame = '', words = '' } = FRAMED.exec(shape.line.text)?.groups ?? {};
  const valueEnd = shape.contentStart + (value?.label.length ?? 0);
  const end = value ? valueEnd : frame.length + words.length || withoutColon(shape.line.text).length;
  const label = shape.kind === 'bracketed' && builder.genre === 'minutes';
  const start = shape.kind === 'marked' ? shape.contentStart : frame.length;
  builder.blocks.push({ type: 'heading', depth, words: textRun(shape, start, end), ...(label ? { label } : {}) });
  const isPeople = !numbering || isAttendance(value?.label ?? '');
  if (value && isPeople && builder.genre === 'minutes')
    return buildAttendance(builder, index, { first: [rest(shape, shape.contentStart + value.length)] });
  if (value) builder.blocks.push({ type: 'paragraph', words: textRun(shape, shape.contentStart + value.length) });
  if (ADDRESS.test(contentOf(shape)) && builder.genre === 'minutes') openAddress(builder, index);
  return isAttendance(contentOf(shape)) && builder.genre === 'minutes' ? buildAttendance(builder, index) : index + 1;
}

/** `１　本部` below `（１）活動報告` counts anew, and `５　議案` behind `（２）会計報告` goes on. */
function count({ numbers, depths }: Builder, { series, value }: Numbering, indent: number): void {
  for (const [other, { outer }] of numbers) if (outer?.within === series) numbers.set(other, outer.last);
  const last = numbers.get(series);
  const within = depths.below(series).find(other => numbers.has(other));
  const isInner = value === 1 && last !== undefined && within !== undefined;
  const outer = isInner ? { within, last } : last?.outer;
  numbers.set(series, { value, indent, ...optional('outer', value === 1 && !isInner ? undefined : outer) });
  for (const narrower of depths.below(series)) if (narrower !== outer?.within) numbers.delete(narrower);
}

/** `６　担当部署　　環境政策課`: the label of a heading that has its value behind it, and where that begins */
function valueBehind({ fields, shapes }: Builder, index: number): { label: string; length: number } | undefined {
  const shape = shapes[index] as Shape;
  const text = contentOf(shape);
  const known = (shape.numbering ? HEADED_VALUE : BRACKETED_PEOPLE).exec(text);
  if (known) return { label: known.groups?.label ?? '', length: known[0].length };
  const label = text.slice(0, Math.max(0, (fields.get(index) ?? 0) - shape.contentStart));
  const gap = /^[\s：:]+/u.exec(text.slice(label.length))?.[0];
  return label === '' || gap === undefined ? undefined : { label, length: label.length + gap.length };
}

function seriesOf(builder: Builder, index: number): string {
  const { shapes, topics } = builder;
  const shape = shapes[index] as Shape;
  const { kind, line, numbering } = shape;
  // `■会場　体育館` says where it was held; what is numbered below it is no part of that.
  const isFactOf = (): boolean => isFact(contentOf(shape)) || numbersOnly(shapes, index);
  if (numbering) return numbering.style === 'mark' && isFactOf() ? 'fact' : numbering.series;
  if (KIND_OF_BUSINESS.test(line.text) || (OTHER_BUSINESS.test(line.text) && !topics.has(line.text))) return ITEMS;
  // What was on the agenda without a number lies beside what had one.
  if (builder.takenUp.has(index)) return 'bill';
  if (numbersOnly(shapes, index)) return 'fact';
  if (isFact(line.text)) return 'fact';
  if (kind === 'bracketed') return 'bracketed';
  return topics.has(line.text) || isItemOfSection(shapes, index) ? 'topic' : 'plain';
}

/** `議　題` over the numbers of what will be taken up, a blank line behind them: the sections of the minutes lie beside it. */
function numbersOnly(shapes: readonly Shape[], index: number): boolean {
  if (
    !AGENDA.test(
      shapes[index]?.line.text.replace(/[ \u3000]|^[［【〔＜〈《≪○〇◯●◎■◆◇□△▲]|[］】〕＞〉》≫]$/gu, '') ?? '',
    )
  )
    return false;
  let at = index + 1;
  while (shapes[at]?.numbering && (at === index + 1 || shapes[at]?.line.gap === 0)) at++;
  return at > index + 2 && ((shapes[at]?.line.gap ?? 1) > 0 || shapes[at]?.kind === 'rule');
}

const isHeading = (builder: Builder, index: number): boolean =>
  builder.isHeading(index, { last: builder.numbers, isSpoken: builder.speech?.label !== undefined });

const nextIsHeading = (builder: Builder, index: number): boolean =>
  index + 1 < builder.shapes.length && isHeading(builder, index + 1);

const rankOf = (style: Style | undefined): number => NUMBER_FORMS.findIndex(form => form.style === style);

/** `柿添教育長からあいさつがあった。`: it says that one spoke, not what. */
const TELLS_OF_ADDRESS =
  /^[^。]{2,40}(?:から|より|が|は)[^。]{0,30}(?:あいさつ|挨拶)[^。]{0,12}た。$|(?:旨の?|との)(?:あいさつ|挨拶)(?:を|が|も)?[^。]{0,10}た。$/u;

function openAddress(builder: Builder, index: number): void {
  const next = builder.shapes[index + 1];
  if (next?.kind !== 'prose' || TELLS_OF_ADDRESS.test(next.line.text)) return;
  builder.speech = { type: 'speech', form: 'circle', children: [] };
  builder.blocks.push(builder.speech);
}

/** What happened, on a line of its own: nobody says it. */
const HAPPENED: readonly RegExp[] = [
  // `午後二時四十五分散会`
  /^[（(＝=]?\s*(?:午[前後])?[0-9〇零一二三四五六七八九十]{1,3}時.{0,10}(?:[散閉延][会會議]|休憩|再開|開[議会])[スシ]?\s*[）)＝=]?$/u,
  // `于時午後四時十分`
  /^(?:于時|時[ニに])(?:午[前後])?[0-9〇一二三四五六七八九十]{1,3}時[^。]{0,6}$/u,
  // `休憩　午前10時31分`
  /^[（(]?(?:[散閉延][会會議]|休憩|再開|開[議会會])[ \u3000]+(?:午[前後])?[0-9〇零一二三四五六七八九十]{1,3}時[^。]{0,6}[）)]?$/u,
  // `以上で付議事項を終了した。`, `以上をもって閉会した。`
  /^以上(?:で|をもって|により)[^。]{0,30}(?:終了|閉会|散会|終え)(?:した|た)。$/u,
  // `部長が挨拶を行い、午前11時50分に閉会した。`
  /^[・○]?[ \u3000]*[^。「」]{0,40}午[前後][^。、「」]{2,9}(?:に|をもって)[^。「」]{0,12}(?:閉会|散会|終了)した。$/u,
  // `以上をもって議事を終了したので、議長は午後7時18分に閉会を宣した。`
  /^以上(?:で|をもって|により)[^。]{0,80}(?:議長|委員長|会長)[はが][^。]{0,40}(?:宣した|宣言した|告げた|閉じた)。$/u,
];

/** Other lines that nobody says. */
const NOT_SAID: readonly RegExp[] = [
  // `採決の結果、全員賛成により原案のとおり可決。`, `条例の規定により、梅田川委員長が議長として議事を進行。`
  /^(?:(?:審議|協議|討議|採決|討論)の結果[^。]{0,60}(?:可決|否決|承認|了承|決定|採択|同意)|[^。「」]{0,50}が(?:議長|司会|進行役)として(?:議事を)?進行)(?:する|した)?。$/u,
  // `議長ハ本案ノ賛否ヲ諮リタルニ満場異議ナク…可決セルモノト認メタリ`, `右ノ通リ決定ス。`
  /^(?:議長[ハガ]|右ノ?(?:通リ|議案|件)|満場異議ナ|採決ノ結果)[^ぁ-ゖ]{0,120}(?:[タセ]リ|(?:決|宣|認メ|決定|可決|確定)ス)。?$/u,
  // `→ 公園で実施。雨天時の判断は、…`, `⇒　修正の上、承認。12月1日から施行する。`: what came of it
  /^[→⇒][ \u3000]*(?![^。]{0,20}[）)：:])\S/u,
  // `判定：条件付承認（全会一致）`, `決定: 4.3に要求事項を追加する。`, `次回　　令和7年1月9日（木）`
  /^(?:[*＊※][ \u3000]*)?(?:判定|決定(?:事項)?|結論|合意(?:事項)?|次回(?:の?(?:開催|会議|日程|予定))?|出典|問い?合わ?せ先|(?:議会|会議)?(?:開会|閉会|散会|終了)時[間刻])(?:[ \u3000]*[：:]|[ \u3000]{2,})[ \u3000]*\S/u,
  // `［決議 41-1］WG3-N0220 を、…承認する。`, `［AI-41-01］毛利・高見沢　…`
  /^[［【〔[](?:決議|決定|合意|AI|Action|Resolution|Decision)[ \u3000-]?[0-9][^］】〕\]]{0,12}[］】〕\]]/iu,
  // `問合せ先　上下水道局　経営総務課`, `【問合せ先】交通政策課`, `（照会先）安全課`
  /^[【（(][お御]?(?:問い?合わ?せ|照会|連絡)先[】）)]|^(?:問い?合わ?せ先|照会先|閉会時[間刻])[ \u3000]+\S/u,
  // `各委員から異議はなく、会長の提案のとおり決定した。`, `以上の内容で改めることについて、全員の賛成により決定した。`
  /^(?:各?委員(?:全員)?から|全員|出席者|以上の(?:内容|とおり))[^。「」]{0,60}(?:決定|承認|了承|可決|決議)(?:した|された)。$/u,
  // `会議録の確定　　平成30年8月24日　議長　天羽　聡`, `記録：若葉ヶ丘小学校　教務主任　生井`
  /^(?:会議録|議事録)の?(?:確定|承認)[ \u3000：:]+\S|^(?:記録|書記|文責)(?:者|係)?\s*[：:]\s*[^。]{1,40}$/u,
  // `右會議ノ顛末ヲ記載シ議長及議員二名左ニ署名ス`
  /^右会議ノ[^ぁ-ゖ]{2,60}署名ス(?:ル)?。?$/u,
  // `（この記録は、区長の確認を受けている。）`
  /^[（(※]\s*この(?:記録|議事録|会議録|会見録|議事要旨|懇談)[^（）()]{4,80}。[）)]?$/u,
  // `議長が賛否を諮ったところ、全員異議なく、原案のとおり可決された。`, not `…可決されました。`
  /^(?:(?:審議|協議|討議|採決|討論)の結果|(?:議長|委員長|会長)が|全員(?:異議|一致)|異議なく).{0,200}(?<!まし)た。$/u,
];

const OUTSIDE_TALK = [...HAPPENED, ...NOT_SAID];

/** The same, behind a blank line only: somebody may say them. */
const AFTER_TALK: readonly RegExp[] = [
  // `令和7年1月9日`, `Signed on 28 June 2024`; right below what is said it dates a letter that somebody reads out
  /^(?:(?:令和|平成|昭和)[^。]{3,12}日|Signed on\b.{0,30})$/u,
  // `会議の経過を記載してその相違ないことを証するため、ここに署名する。`, `以上のとおり相違ありません。`
  /^(?:会議録|議事録)?署名(?:者|人|議員|委員)(?:[\s：:]|$)|証(?:する|スル)(?:ため|為|タメ)|記名(?:押印|捺印|なつ印)|署名(?:押印|捺印|なつ印)|(?:経過|次第|[顛てん]末).{0,20}明らかにするため|署名(?:する|します)。$|^以上のとおり相違|^上記のとおり(?:確認|相違|決定)/u,
  // `議　　長　　箕輪　克彦`, who signs
  /^(?:議\s*長|委\s*員\s*長|[副部]?会\s*長|教\s*育\s*長|理\s*事\s*長)[ \u3000]{2,}\p{L}{1,5}[ \u3000]+\p{L}{1,5}(?:[ \u3000]+[印㊞])?$/u,
  // `賛成した者　荒谷　雅美、…`, `反対議員（2名）`
  /^(?:賛成|反対|棄権|退席)(?:した)?(?:者|議員|委員)(?:[：:\s]|[（(])/u,
  // `（別紙1）席次表`, `別紙　出席者名簿`, `配付資料：…`
  /^[（(【〔]?(?:別紙|別添|別表|別記|参考資料|附属書類|添付資料|配[付布]資料)[0-9一二三四五六七八九十]{0,2}(?:[）)】〕\s：:]|$)[^。]{0,40}$/u,
  // `（なお、議事の内容は、広報一月号に抜粋して載せます。）`
  /^[（(](?:この|本(?:会|記録|議事)|なお|以上)[^（）()]{8,80}。[）)]$/u,
  // `文責　書記`, `記録者：事務局`
  /^(?:文責|記録者?|議事録作成者?|作成者)[\s：:][^。]{1,30}$/u,
];

/** `23: 午前11時17分散会`, from the search of an assembly's site */
const COUNTED = /^[0-9]{1,4}[:：][ \u3000]+/u;

/** `休　憩　　午前11時48分` */
const SPREAD_WORD = /^(?<first>[（(]?\p{sc=Han})[ \u3000]+(?=\p{sc=Han}[ \u3000])/u;
/** Characters; none of the patterns holds more. */
const LONGEST_NOTICE = 300;

function isOneOf(patterns: readonly RegExp[], text: string): boolean {
  if (text.length > LONGEST_NOTICE) return false;
  const words = newForms(text.replace(COUNTED, '').replace(SPREAD_WORD, '$<first>'));
  return patterns.some(pattern => pattern.test(words));
}

const hasHappened = ({ kind, line: { text } }: Shape): boolean =>
  (kind === 'short' || kind === 'prose') && isOneOf(HAPPENED, text);

const isAfterTalk = ({ line: { text, gap } }: Shape): boolean =>
  isOneOf(OUTSIDE_TALK, text) || (gap > 0 && AFTER_TALK.some(pattern => pattern.test(newForms(text))));

/** `午前10時03分　開会`, `開会　午前9時32分` */
const OPENING =
  /^(?:午[前後])?[0-9〇一二三四五六七八九十]{1,3}時.{0,8}(?:開[会會議]|再開)$|^(?:開[会會議]|再開)[ \u3000]+(?:午[前後])?[0-9〇一二三四五六七八九十]{1,3}時.{0,8}$/u;

/** `１　条例第３条第１号委員（１人）`, over people, below `出席委員` */
function isGroupOfMembers(heading: Shape, shapes: readonly Shape[], index: number): boolean {
  const [shape, next] = [shapes[index], shapes[index + 1]];
  const isOver = shape && next?.line.gap === 0 && next.line.indent > shape.line.indent;
  return heading.numbering === undefined && isOver === true && MEMBERS.test(contentOf(shape));
}
const MEMBERS = /^[^。、：:]{2,30}(?:委員|議員|理事|職員|構成員)(?:[（(][0-9]+[名人][）)])?$/u;

/** What no group of people is called: `開会`, `議　事` */
const OPENS_TALK = /^(?:開[ \u3000]*[会議]|議[ \u3000]*事|あいさつ|挨[ \u3000]*拶)(?:[ \u3000]|$)/u;

/** What stands behind a heading on its line, as a line. */
const rest = (shape: Shape, from: number): Shape => ({
  kind: 'short',
  contentStart: 0,
  line: {
    ...shape.line,
    printed: shape.line.printed.slice(from),
    text: shape.line.text.slice(from),
    start: shape.line.start + from,
  },
});

/**
 * Builds from the lines below a heading over people; gives the index of the next.
 * @param head index of the heading
 * @param first what stands behind it on its line
 */
/** `　　　　議長　　　尾辻　秀久君`, `　　　事務局側`: behind a rule, and farther in than what opens the list */
const goesOnBehind = (heading: Shape, next: Shape | undefined): boolean =>
  next !== undefined &&
  next.line.indent > heading.line.indent &&
  next.line.gap === 0 &&
  (/^[^ \u3000]{2,5}側$/u.test(next.line.text) ||
    isSpeakerLabel(next.line.text) ||
    (IS_CALLED.test(next.line.text) && readPeople(next.line.text).length > 0));

function buildAttendance(
  builder: Builder,
  head: number,
  { first = [], from = head + 1 }: { readonly first?: readonly Shape[]; readonly from?: number } = {},
): number {
  const heading = builder.shapes[head] as Shape;
  const rank = rankOf(heading.numbering?.style);
  const ends = ({ numbering, kind, line, contentStart, label }: Shape, index: number): boolean =>
    (kind === 'short' && line.gap > 0 && isHeading(builder, index)) ||
    (numbering !== undefined &&
      rankOf(numbering.style) <= (rank < 0 ? rankOf('digit') : rank) &&
      !isGroupOfMembers(heading, builder.shapes, index)) ||
    (isSection(line.text) && (line.gap > 0 || isAttendance(line.text))) ||
    kind === 'marked' ||
    // `１　開会`, below `○出席者`
    (numbering !== undefined && line.gap > 0 && OPENS_TALK.test(line.text.slice(contentStart))) ||
    (BUSINESS.test(newForms(line.text)) && isSection(line.text)) ||
    isGroupAlone(builder.shapes, index) ||
    builder.fields.has(index) ||
    // `病院出席者`, beside `欠席委員`
    (kind === 'short' &&
      heading.numbering === undefined &&
      isAttendance(line.text) &&
      isNotPresent(line.text) !== isNotPresent(heading.line.text) &&
      line.indent === heading.line.indent &&
      (builder.shapes[index + 1]?.line.indent ?? 0) > line.indent) ||
    (isSection(line.text) && index > from && line.indent < (builder.shapes[index - 1]?.line.indent ?? 0)) ||
    (isAttendance(line.text) && line.gap > 0 && !/^[（(【〔＜<]/u.test(line.text)) ||
    OPENING.test(line.text) ||
    ['opinion', 'closing'].includes(kind) ||
    (kind === 'bracketed' && heading.kind === 'bracketed') ||
    // `【開会】` is no group of people.
    (kind === 'bracketed' &&
      line.gap > 0 &&
      isSection(line.text.slice(1, -1)) &&
      !isAttendance(line.text.slice(1, -1))) ||
    (kind === 'rule' && !/^…+$/u.test(line.text) && !goesOnBehind(heading, builder.shapes[index + 1])) ||
    (kind === 'prose' && line.text.includes('。')) ||
    // A sentence without a full stop, as records in katakana have it.
    (line.gap > 0 && line.text.length >= 20 && !/[ \u3000、，・]/u.test(line.text)) ||
    OPENS_LIST.test(newForms(line.text)) ||
    (kind === 'speech' &&
      (contentStart < line.text.length || label?.form === 'alone' || label?.form === 'circle alone'));
  let to = from;
  while (to < builder.shapes.length && !builder.tables.has(to) && !ends(builder.shapes[to] as Shape, to)) to++;
  const below = builder.shapes.slice(from, to);
  const lines = [...first, ...below];
  const words = newForms(heading.line.text);
  const arePresent = !/欠席/u.test(words) || /出席者?.{0,4}欠席/u.test(words);
  const table = builder.tables.get(to);
  if (table) {
    for (const shape of lines) buildParagraph(builder, shape);
    if (arePresent) builder.attendees.push(...peopleInRows(rowsIn(builder.shapes, table)));
    return buildAttendance(builder, head, { from: buildFlattened(builder, table) });
  }
  // Which cell belongs to which is not known any more: the lines stay, no one is invented.
  if (flattenedCells(below).size > 0) {
    for (const shape of lines) buildParagraph(builder, shape);
    return to;
  }
  const groupHeading = (words: TextRun): Block => ({
    type: 'heading',
    depth: builder.depths.ofNumbered('group'),
    words,
  });
  const { blocks, attendees } = readAttendance(lines, groupHeading);
  builder.blocks.push(...blocks);
  if (arePresent) builder.attendees.push(...attendees);
  return to;
}

function buildLine(builder: Builder, shape: Shape, index: number): void {
  const open = builder.lists.at(-1)?.list.children.at(-1);
  const note = shape.kind === 'direction' && builder.genre === 'slides';
  if (open && shape.line.gap === 0 && (note || shape.kind === 'prose' || shape.kind === 'short')) {
    open.children.push({ type: 'paragraph', words: textRun(shape, 0) });
    return;
  }
  builder.lists.length = 0;
  const build = (note ? undefined : BUILDERS[shape.kind]) ?? buildParagraph;
  build(builder, shape, index);
}

type Build = (builder: Builder, shape: Shape, index: number) => void;

const BUILDERS: Partial<Record<Shape['kind'], Build>> = {
  closing: (builder, shape) => {
    leave(builder);
    builder.blocks.push({ type: 'closing', words: textRun(shape, 0) });
  },
  rule: builder => container(builder).push({ type: 'rule' }),
  direction: (builder, shape) => container(builder).push({ type: 'direction', words: textRun(shape, 0) }),
  speech: (builder, shape) => {
    const [from, to] = shape.label?.label ?? [0, 0];
    openSpeech(builder, { type: 'speech', form: 'label', label: textRun(shape, from, to), children: [] });
    if (shape.contentStart < shape.line.text.length)
      container(builder).push({ type: 'paragraph', words: textRun(shape, shape.contentStart) });
  },
  opinion: (builder, shape) =>
    openSpeech(builder, {
      type: 'speech',
      form: 'circle',
      children: [{ type: 'paragraph', words: textRun(shape, 0) }],
    }),
  short: (builder, shape, index) => {
    const ruby = isRuby(shape, builder.shapes[index + 1]);
    container(builder).push({ type: ruby ? 'ruby' : 'paragraph', words: textRun(shape, 0) });
  },
  // Notes behind a blank line are the document's, not those of who spoke last.
  note: (builder, shape, index) => {
    const next = builder.shapes[index + 1];
    const goesOn = next?.line.gap === 0 && next.kind === 'prose';
    if (shape.line.gap > 0 && !goesOn && builder.genre === 'minutes') leave(builder);
    container(builder).push({ type: 'paragraph', words: textRun(shape, 0) });
  },
  item: (builder, shape) => container(builder).push({ type: 'paragraph', words: textRun(shape, shape.contentStart) }),
};

function buildParagraph(builder: Builder, shape: Shape): void {
  container(builder).push({ type: 'paragraph', words: textRun(shape, 0) });
}

/** Builds a table from lines with tabs or pipes; gives the index of the line behind it. */
function buildTable(builder: Builder, from: number): number {
  const { kind } = builder.shapes[from] as Shape;
  let to = from + 1;
  while (builder.shapes[to]?.kind === kind && builder.shapes[to]?.line.gap === 0) to++;
  // `役職	氏名	出欠	備考` at the head
  if (builder.genre === 'minutes' && builder.speech === undefined && columnsIn(builder.shapes[from] as Shape)) {
    const groupHeading = (words: TextRun): Block => ({ type: 'paragraph', words });
    const { blocks, attendees } = readAttendance(builder.shapes.slice(from, to), groupHeading);
    builder.blocks.push(...blocks);
    builder.attendees.push(...attendees);
    return to;
  }
  const rows = builder.shapes
    .slice(from, to)
    .map(shape => (kind === 'tab' ? splitTabs(shape) : splitPipes(shape)))
    .filter(row => row.some(cell => !/^[-: ]*$/.test(cell.value)));
  builder.lists.length = 0;
  const target = container(builder);
  if (rows.length > 0) target.push({ type: 'table', ...headed(rows) });
  return to;
}

const rowsIn = (shapes: readonly Shape[], { from, to, width }: FlattenedTable): TextRun[][] =>
  Array.from({ length: (to - from) / width }, (_, row) =>
    shapes.slice(from + row * width, from + (row + 1) * width).map(shape => textRun(shape, 0)),
  );

/** Its first row has the names of the columns. */
function buildFlattened(builder: Builder, table: FlattenedTable): number {
  builder.lists.length = 0;
  container(builder).push({ type: 'table', head: [], rows: rowsIn(builder.shapes, table) });
  return table.to;
}

/** The first row is the head where it alone has no digits. */
function headed(rows: TextRun[][]): { head: string[]; rows: TextRun[][] } {
  const [first = [], ...others] = rows;
  const hasDigits = (row: readonly TextRun[]): boolean => row.some(cell => /[0-9０-９]/.test(cell.value));
  const width = Math.max(...rows.map(row => row.length));
  if (others.length > 1 && !hasDigits(first) && others.every(hasDigits)) return { head: [], rows };
  return { head: Array.from({ length: width }, () => ''), rows };
}
