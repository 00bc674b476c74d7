/** Reads the id that stands at the end of a heading or a paragraph. */
import type { Heading, Paragraph } from 'mdast';

/** A trailing anchor: `藤村官房長官 {#u12}`. */
const TRAILING_ID = /[ \t\n]*\{#([A-Za-z][\w-]*)\}[ \t\n]*$/;

/** The node without its trailing `{#id}`, which is given back beside it. */
export function splitId<T extends Heading | Paragraph>(node: T): { node: T; id?: string } {
  const last = node.children.at(-1);
  const id = last?.type === 'text' ? TRAILING_ID.exec(last.value)?.[1] : undefined;
  if (last?.type !== 'text' || id === undefined) return { node };
  const rest = last.value.replace(TRAILING_ID, '');
  const children = [...node.children.slice(0, -1), ...(rest ? [{ ...last, value: rest }] : [])];
  return { node: { ...node, children }, id };
}
