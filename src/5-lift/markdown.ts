/** The house style in which Markdown is written: what stands in a text is never HTML, Vue or an attribute. */
import type { Node, Parents, Text } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';

/** An id for the block that it ends: ` {#u12}`. */
export interface Anchor extends Node {
  readonly type: 'anchor';
  readonly id: string;
}

/** Letters that HTML or Vue could take for code, as the references that protect them: `\{{` would still run in VitePress. */
const PROTECTED: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '{': '&#123;',
  '}': '&#125;',
  '&': '&amp;',
  // `:::` opens a container of VitePress, `:tada:` is a picture there.
  ':': '&#58;',
};
const PIECES = /[<{}&]|:(?=::|[a-z_][\w+-]*:)|(?:(?!:::|:[a-z_][\w+-]*:)[^<{}&])+/gi;

/** Writes a text piece by piece, each told what stands beside it, so that what needs escaping is escaped. */
function writeText(node: Text, _: Parents | undefined, state: State, info: Info): string {
  const pieces = node.value.match(PIECES) ?? [];
  return pieces
    .map((piece, index) => {
      const reference = PROTECTED[piece];
      if (reference) return reference;
      const before = index === 0 ? info.before : ';';
      const after = index === pieces.length - 1 ? info.after : '&';
      return state.safe(piece, { ...info, before, after });
    })
    .join('');
}

const writeAnchor: Handle = (node: Anchor) => ` {#${node.id}}`;

/** Options for remark-stringify. */
export const HOUSE_STYLE: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  handlers: { text: writeText, anchor: writeAnchor } as NonNullable<Options['handlers']>,
};
