/** Keeps a text beside the scan that it comes from, so that every change can be undone. */

/** One change: what the scan says (`del`) from `at` on, what stands in the clean text instead (`ins`). */
export interface Edit {
  /** Offset in the decoded scan, in UTF-16 units. */
  readonly at: number;
  readonly del: string;
  readonly ins: string;
  /** Id of the rule, also the name of its page. */
  readonly rule: string;
  readonly by: 'rule' | 'person';
  /** In Japanese, for the reader. */
  readonly why: string;
  /** The two edits of one move carry the same number. */
  readonly move?: number;
}

/** An edit that was considered, not applied: a person should look. Offsets and lengths in the scan, UTF-16 units. */
export interface Doubt {
  readonly at: number;
  readonly length: number;
  readonly suggestion: string;
  readonly rule: string;
  readonly why: string;
}

/** A text with the sorted, non-overlapping edits that lead to it from the scan. */
export interface Trace {
  readonly scan: string;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A change to apply: offsets in `Trace.text`, not yet in the scan. */
export interface Change extends Omit<Edit, 'at' | 'del'> {
  readonly start: number;
  readonly end: number;
}

export function startTrace(scan: string): Trace {
  return { scan, text: scan, edits: [] };
}

/**
 * Gives the scan back.
 * @example undo('GCHQ', [{at: 3, del: '\n\n', ins: ''}]) === 'GCH\n\nQ'
 */
export function undo(clean: string, edits: readonly Pick<Edit, 'at' | 'del' | 'ins'>[]): string {
  let scan = '';
  let position = 0;
  for (const edit of edits) {
    const kept = edit.at - scan.length;
    scan += clean.slice(position, position + kept) + edit.del;
    position += kept + edit.ins.length;
  }
  return scan + clean.slice(position);
}

/** An edit with the range that its `ins` takes in the clean text. */
export interface Placed {
  readonly edit: Edit;
  readonly start: number;
  readonly end: number;
}

/** In their order. */
export function place(edits: readonly Edit[]): Placed[] {
  let shift = 0;
  return edits.map(edit => {
    const start = edit.at + shift;
    shift += edit.ins.length - edit.del.length;
    return { edit, start, end: start + edit.ins.length };
  });
}

/**
 * Finds where in the scan an offset of the clean text lies. At a place where something was deleted there are two
 * answers: `after` it (for the start of a range) or `before` it (for its end).
 */
export function scanOffset(trace: Trace, side: 'after' | 'before' = 'after'): (offset: number) => number {
  const placed = place(trace.edits);
  const passed =
    side === 'after' ? (p: Placed, at: number) => p.end <= at : (p: Placed, at: number) => p.end < at || p.start < at;
  return offset => {
    let low = 0;
    for (let high = placed.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (passed(placed[middle] as Placed, offset)) low = middle + 1;
      else high = middle;
    }
    const last = placed[low - 1];
    const next = placed[low];
    if (next && next.start < offset && next.end > offset) return next.edit.at;
    return last ? last.edit.at + last.edit.del.length + Math.max(0, offset - last.end) : offset;
  };
}

/**
 * Applies changes to the text and writes them to the list of edits; a change that covers an earlier one is merged with it.
 * @param changes must not overlap each other; any order
 */
export function apply(trace: Trace, changes: readonly Change[]): Trace {
  if (changes.length === 0) return trace;
  const sorted = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const placed = place(trace.edits);
  const groups = groupOverlaps(sorted, placed);
  const edits = groups.flatMap(group => merge(trace, group));
  return { scan: trace.scan, text: rewrite(trace.text, sorted), edits };
}

function rewrite(text: string, sorted: readonly Change[]): string {
  let out = '';
  let position = 0;
  for (const change of sorted) {
    if (change.start < position) throw new RangeError(`changes overlap at ${change.start} (${change.rule})`);
    out += text.slice(position, change.start) + change.ins;
    position = change.end;
  }
  return out + text.slice(position);
}

interface Group {
  readonly changes: Change[];
  readonly placed: Placed[];
  readonly shift: number;
  end: number;
}

/** Walks edits and changes side by side in the order of the clean text; what overlaps falls into one group. */
function groupOverlaps(changes: readonly Change[], placed: readonly Placed[]): Group[] {
  const groups: Group[] = [];
  let shift = 0;
  let i = 0;
  let j = 0;
  while (i < changes.length || j < placed.length) {
    const change = changes[i];
    const edit = placed[j];
    // An edit that ends where the change begins comes first, so that an insertion stands behind what was deleted there.
    const first = !change || (edit && (edit.end <= change.start || edit.start < change.start)) ? edit : change;
    const range = first as { start: number; end: number };
    const group = groups.at(-1);
    const target = group && overlaps(group, range) ? group : newGroup(groups, shift);
    target.end = Math.max(target.end, range.end);
    if (first === change && change) {
      target.changes.push(change);
      i++;
    } else if (edit) {
      target.placed.push(edit);
      shift += edit.edit.ins.length - edit.edit.del.length;
      j++;
    }
  }
  return groups;
}

function newGroup(groups: Group[], shift: number): Group {
  const group: Group = { changes: [], placed: [], shift, end: -1 };
  groups.push(group);
  return group;
}

function overlaps(group: Group, range: { start: number; end: number }): boolean {
  return range.start < group.end;
}

function merge(trace: Trace, group: Group): Edit[] {
  const [first] = group.changes;
  if (!first) return group.placed.map(({ edit }) => edit);
  const start = Math.min(first.start, group.placed[0]?.start ?? Infinity);
  const before = group.shift;
  const inside = group.placed.reduce((sum, { edit }) => sum + edit.ins.length - edit.del.length, 0);
  const at = start - before;
  const del = trace.scan.slice(at, group.end - before - inside);
  const shifted = group.changes.map(change => ({ ...change, start: change.start - start, end: change.end - start }));
  const ins = rewrite(trace.text.slice(start, group.end), shifted);
  if (ins === del) return [];
  const { rule, by, move } = group.changes.at(-1) as Change;
  const why = [
    ...new Set([...group.placed.map(({ edit }) => edit.why), ...group.changes.map(change => change.why)]),
  ].join('／');
  return [{ at, del, ins, rule, by, why, ...(move === undefined ? {} : { move }) }];
}
