/** Writes front matter that every YAML reader takes alike. */
import { Document, isCollection, isMap, isSeq, visit } from 'yaml';

/**
 * YAML 1.1 rules decide what is quoted, since VitePress reads 1.1: there an unquoted 14:00 is the number 840.
 * Records inside a list take one line each.
 */
export function writeMatter(matter: Readonly<Record<string, unknown>>): string {
  const document = new Document(matter, { version: '1.1' });
  document.directives = undefined as never;
  visit(document, {
    Seq: (_, list) => {
      if (isSeq(list))
        for (const item of list.items)
          if (isMap(item) && !item.items.some(pair => isCollection(pair.value))) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, directives: false }).trimEnd();
}
