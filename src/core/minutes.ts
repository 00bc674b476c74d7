/** Defines the tree of one document: what a meeting has, before it becomes mdast. */
import type { Doubt, Trace } from './trace.ts';
import type { Saying } from './wording.ts';

/** A run of clean text; `start` is its offset in `Trace.text`, in UTF-16 units. */
export interface TextRun {
  readonly value: string;
  readonly start: number;
}

/** The title at the head of the page: one entry a printed line. */
interface Title {
  readonly type: 'title';
  readonly lines: readonly TextRun[];
}

export interface Heading {
  readonly type: 'heading';
  /** 2 = a section of the page, 6 = the deepest; the title is 1. */
  readonly depth: number;
  readonly words: TextRun;
  /** 【決定事項】, <報告1>, （委員）: a label for what follows, not a section that speeches belong to. */
  readonly label?: true;
}

/** What one person says; without a label it is an anonymous opinion. */
export interface Speech {
  readonly type: 'speech';
  /** The printed label without ○ and its brackets: 片山委員. Absent for an opinion, or where only the heading names the speaker. */
  readonly label?: TextRun;
  readonly form: 'label' | 'circle' | 'item';
  readonly children: Block[];
}

interface Paragraph {
  readonly type: 'paragraph';
  readonly words: TextRun;
}

/** 【事務局から説明】, (「異議なし」と声あり) */
interface Direction {
  readonly type: 'direction';
  readonly words: TextRun;
}

export interface Item {
  readonly type: 'item';
  readonly children: Block[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly first: number;
  readonly children: Item[];
}

export interface Table {
  readonly type: 'table';
  /** Head cells that are ours (氏名 | 役職), empty strings where the scan prints none. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly TextRun[])[];
}

/** — 以 上 — */
interface Closing {
  readonly type: 'closing';
  readonly words: TextRun;
}

/** A reading printed above a word: アクティブ over ACTIVE. */
interface Ruby {
  readonly type: 'ruby';
  readonly words: TextRun;
}

/** ――――◇――――― between two parts. */
interface Rule {
  readonly type: 'rule';
}

export type Block = Title | Heading | Speech | Paragraph | Direction | List | Table | Closing | Ruby | Rule;

/** A person on the attendance list. What the scan does not say is absent. */
export interface Attendee {
  readonly name?: string;
  /** The name is a family name alone: several people may have it, and none gets a page. */
  readonly family?: true;
  readonly role?: string;
  readonly affiliation?: string;
  readonly group?: string;
  readonly note?: string;
  /** Name of the person in whose place this one sits. */
  readonly proxyFor?: string;
}

/** The document that a scan was made of, as a person says. */
export interface Original {
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  /** `12`: how many; `3-14`: those that the scan holds. */
  readonly pages?: string;
  /** ISO day. */
  readonly retrieved?: string;
}

/** What the head of the page says of the meeting. What the scan does not say is absent. */
export interface Meeting {
  readonly title: string;
  readonly body?: string;
  readonly parent?: string;
  readonly session?: number;
  readonly fiscal?: number;
  /** ISO day. */
  readonly date?: string;
  /** The date as the scan says it: 平成24年11月1日(木). */
  readonly era?: string;
  readonly start?: string;
  readonly end?: string;
  readonly venue?: string;
  readonly document?: string;
  readonly draft?: true;
  readonly issuer?: string;
  readonly attendees: readonly Attendee[];
}

/** The root. */
export interface Minutes {
  readonly type: 'minutes';
  readonly children: Block[];
  readonly meeting: Meeting;
  readonly trace: Trace;
  /** What the head itself makes doubtful: a day that is none. */
  readonly doubts: readonly Doubt[];
  /** What was not understood, in the order of the page. */
  readonly notes: readonly Note[];
}

/** A line for whoever converts the scan: nothing is wrong with the text. */
export interface Note {
  /** Offset in the scan. */
  readonly at: number;
  readonly why: Saying;
}
