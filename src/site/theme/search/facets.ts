/** Turns what the results have in common into chips, each of which puts a filter into the query or takes it out. */
import { groupBy } from '@tsuzuri/core/collections';
import type { Answer, Facet } from '@tsuzuri/search/shared/result';
import { ref } from 'vue';
import { label } from '../label.ts';

/** As long as the reader stays on the site: who comes back finds the page as it was. */
export const areChipsShown = ref(false);

/** A button above the results. */
interface Chip {
  readonly text: string;
  /** How many of the results have it; nothing of a filter that left none. */
  readonly count: number | undefined;
  readonly isOn: boolean;
  /** The query that pressing it asks. */
  readonly query: string;
}

export interface ChipRow {
  readonly field: Facet['field'];
  readonly title: string;
  readonly chips: readonly Chip[];
}

/** How a query names each field, in the languages that it knows; the first of a language is what a chip writes. */
const NAMES: Readonly<Record<Facet['field'], Readonly<Record<'ja' | 'en', readonly string[]>>>> = {
  kind: { ja: ['種類'], en: ['kind'] },
  body: { ja: ['会議', '会議体'], en: ['body'] },
  year: { ja: ['年'], en: ['year'] },
  speaker: { ja: ['発言者', '話者'], en: ['speaker'] },
};
const FIELDS = Object.keys(NAMES) as readonly Facet['field'][];

/** `年:2012`, `会議："…"`; a filter that was typed with a minus is no chip. */
const filterPattern = (field: Facet['field']): RegExp =>
  new RegExp(
    `(?<![^\\s\u3000])(?:${Object.values(NAMES[field]).flat().join('|')})[:：](?:["“”＂]([^"“”＂]*)["“”＂]?|(\\S+))`,
    'giu',
  );

/** Kinds of pages as the site calls them; those that a project adds have their own names. */
const KINDS = ['minutes', 'term', 'person', 'body', 'rule', 'text'] as const;
export function kindName(kind: string): string {
  const known = KINDS.find(name => name === kind);
  return known ? label(`theme.kind.${known}`) : kind;
}
const shown = (field: Facet['field'], value: string): string => (field === 'kind' ? kindName(value) : value);

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** The rows from which a reader can choose, and those in which something is chosen. */
export function chipRows(query: string, { facets }: Pick<Answer, 'facets'>): ChipRow[] {
  const byField = groupBy(facets, ({ field }) => field);
  return FIELDS.flatMap(field => {
    const chosen = [...query.matchAll(filterPattern(field))].map(([filter, quoted, word = '']) => ({
      filter,
      value: quoted ?? word,
    }));
    const found = byField.get(field) ?? [];
    if (chosen.length === 0 && found.length < 2) return [];
    const isChosen = ({ value }: Facet): boolean =>
      chosen.some(one => [value, shown(field, value)].some(name => bare(name) === bare(one.value)));
    const lost = chosen.filter(
      one => !found.some(({ value }) => [value, shown(field, value)].some(name => bare(name) === bare(one.value))),
    );
    return [
      {
        field,
        title: label(`theme.facet.${field}`),
        chips: [
          ...lost.map(({ filter, value }) => ({
            text: value,
            count: undefined,
            isOn: true,
            query: without(query, filter),
          })),
          ...found.map(facet => {
            const isOn = isChosen(facet);
            return {
              text: shown(field, facet.value),
              count: facet.count,
              isOn,
              query: isOn
                ? chosen.reduce((rest, { filter }) => without(rest, filter), query)
                : `${query.trim()} ${written(facet)}`,
            };
          }),
        ],
      },
    ];
  });
}

const without = (query: string, filter: string): string =>
  query
    .replace(filter, '')
    .replace(/\s{2,}/g, ' ')
    .trim();

/** `年:2012`, `speaker:"村井 純"` */
function written({ field, value }: Facet): string {
  const language = label.language === 'ja' ? 'ja' : 'en';
  const words = shown(field, value);
  return `${NAMES[field][language][0]}:${/[\s\u3000]/u.test(words) ? `"${words}"` : words}`;
}
