/** Prints how much of injected damage is mended or doubted, by class of error, and how much else is touched. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { convertSeed, readRules } from '@tsuzuri/book/load';
import { readScan } from '@tsuzuri/convert/1-decode';
import { NOTHING_KNOWN } from '@tsuzuri/convert/4-correct/corrections';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { convert } from '@tsuzuri/convert/pipeline';
import { DAMAGES, damage, generator, injure, judge, place } from './damage.ts';

/** A folder of texts known to be right (proofread records, say); without it, what our own scans came to. */
const corpus = process.env.TSUZURI_CORPUS || undefined;
const ROUNDS = Number(process.env.TSUZURI_ROUNDS ?? (corpus ? 1 : 20));
const SHOWN = Number(process.env.TSUZURI_SHOWN ?? 0);

const analyzer = await loadAnalyzer();
const tools = { analyzer, rules: readRules('docs/rules', analyzer) };
const folder = corpus ?? 'seeds';
const random = generator(7);
const count = new Map(DAMAGES.map(kind => [kind, { injected: 0, healed: 0, pointed: 0, named: 0, shown: 0 }]));
const wrong = new Map<string, string[]>();
let letters = 0;
let idle = 0;
let doubts = 0;
let stray = 0;

for (const name of readdirSync(folder).filter(file => file.endsWith('.txt') && !file.includes('slides'))) {
  const path = join(folder, name);
  const { ledger } = existsSync(path.replace('.txt', '.yml'))
    ? await convertSeed(path, tools)
    : await convert(readScan(path), NOTHING_KNOWN, tools);
  const correct = ledger.clean;
  const read = { ...readScan(path), text: correct };
  const before = await convert(read, NOTHING_KNOWN, tools);
  idle += before.ledger.edits.length;
  doubts += before.ledger.doubts.length;
  letters += correct.length;
  for (let round = 0; round < ROUNDS; round++) {
    const injuries = injure(correct, 3, random);
    const text = damage(correct, injuries);
    const mended = await convert({ ...read, text }, NOTHING_KNOWN, tools);
    const { edits } = mended.ledger;
    const outcome = judge(correct, injuries, edits);
    for (const edit of outcome.wrong) {
      const shown = `${text.slice(edit.at - 12, edit.at)}[${edit.del}→${edit.ins}]${text.slice(edit.at + edit.del.length, edit.at + edit.del.length + 12)}`;
      wrong.set(edit.rule, [...(wrong.get(edit.rule) ?? []), shown]);
    }
    const placed = place(correct, injuries);
    for (const { injury, start, end, ins } of placed) {
      const row = count.get(injury.kind);
      if (!row) continue;
      row.injected++;
      if (outcome.healed.includes(injury)) {
        row.healed++;
        continue;
      }
      const doubt = mended.ledger.doubts.find(({ at, length }) => at <= end + 1 && at + length >= start - 1);
      if (doubt) row.pointed++;
      if (doubt?.suggestion === ins) row.named++;
      if (!doubt && row.shown++ < SHOWN)
        console.log(
          `missed ${injury.kind.name}: ${text.slice(start - 14, start)}[${ins}→${injury.ins}]${text.slice(end, end + 14)}`.replaceAll(
            '\n',
            '⏎',
          ),
        );
    }
    stray += mended.ledger.doubts.filter(
      ({ at, length }) => !placed.some(({ start, end }) => at <= end + 1 && at + length >= start - 1),
    ).length;
  }
}

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10} %`;
console.log(`${folder}: ${letters} letters, ${ROUNDS} round(s); left as it is: ${idle} edits, ${doubts} doubts`);
const sum = { all: 0, allHealed: 0, automatic: 0, automaticHealed: 0 };
for (const [{ name, automatic }, { injected, healed, pointed, named }] of count) {
  sum.all += injected;
  sum.allHealed += healed;
  if (automatic) sum.automatic += injected;
  if (automatic) sum.automaticHealed += healed;
  console.log(
    `${automatic ? 'automatic' : 'doubt    '} ${name}: ${healed}/${injected} healed (${percent(healed, injected)}), ${pointed} of the rest doubted, ${named} with the right letter`,
  );
}
console.log(
  `automatic classes healed: ${sum.automaticHealed}/${sum.automatic} (${percent(sum.automaticHealed, sum.automatic)})`,
);
console.log(`all classes healed: ${sum.allHealed}/${sum.all} (${percent(sum.allHealed, sum.all)})`);
const wrongs = [...wrong.values()].flat().length;
console.log(
  `wrong edits: ${wrongs} (${percent(wrongs, sum.all)} of the errors), doubts elsewhere: ${stray / ROUNDS} a round`,
);
for (const [rule, places] of wrong) {
  console.log(`  ${rule}: ${places.length}`);
  for (const shown of places.slice(0, SHOWN)) console.log(`    ${shown.replaceAll('\n', '⏎')}`);
}
