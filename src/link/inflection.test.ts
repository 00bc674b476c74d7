/** Checks how English names are inflected, and what is not their plural. */

import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, it } from 'vitest';
import { mark, unmark } from '../../tests/link/mark.ts';
import { card } from '../../tests/link/terms.ts';
import { variantsOf } from './inflection.ts';
import { createMatcher } from './matcher.ts';

describe('variantsOf', () => {
  it.each([
    ['GPU', 'GPUs'],
    ['OS', 'OSs, OSes'],
    ['policy', 'policies'],
    ['key', 'keys'],
    ['bus', 'buses'],
    ['box', 'boxes'],
    ['branch', 'branches'],
    ['leaf', 'leaves'],
    ['shelf', 'shelves'],
    ['proof', 'proofs'],
    ['knife', 'knives'],
    ['analysis', 'analyses'],
    ['index', 'indices, indexes'],
    ['schema', 'schemas, schemata'],
    ['hero', 'heroes, heros'],
    ['quiz', 'quizzes'],
    ['child', 'children'],
    ['workman', 'workmen'],
    ['content type', 'content types, content-type, content-types'],
    ['front-matter', 'front-matters, front matter, front matters'],
    ['IP address', 'IP addresses'],
    ['REST API', 'REST APIs'],
    ['policies', 'policy, policie'],
    ['boxes', 'box'],
    ['feature flags', 'feature flag, feature-flags, feature-flag'],
    ['authorization', 'authorizations, authorisation, authorisations'],
    ['colour', 'colours, color, colors'],
    ['data centre', 'data centres, data-centre, data-centres, data center, data centers'],
    ['licence', 'licences, license, licenses'],
    ['awareness', ''],
    ['malware', ''],
    ['analytics', ''],
    ['IPv6', ''],
    ['設定 file', ''],
    ['Café', ''],
    ['コンピュータ', 'コンピューター'],
    ['セキュリティー', 'セキュリティ'],
    ['ヘッダ', 'ヘッダー'],
    ['ドラマ', ''],
    ['スキー', ''],
    ['リスク', ''],
  ])('%s: %s', (name, forms) =>
    expect(variantsOf(name).map(({ form }) => form)).toEqual(forms === '' ? [] : forms.split(', ')),
  );
});

describe('mentions of inflected names', () => {
  it.each([
    ['term: GPU', "[GPUs], the [GPU]'s and the [GPU]’s, GPUS, gpus, GPUsX, GPU-s"],
    ['term: policy', '[Policies] and [policies]; the [policy]’s policing, policyholder'],
    ['term: content type', '[Content types], [content type], [content-types]; Content-Type, content typed'],
    ['term: window', '[windows] on Windows'],
    ['term: IT', 'its ITS [ITs]'],
    ['term: IT\ncase: any', 'its'],
    ['term: AS', 'ass'],
    ['term: US', 'uses'],
    ['term: leaf', '[leaves], leafs'],
    ['term: GPU\ninflect: false', 'GPUs [GPU]'],
    ['term: NISC\ncategory: organisation', 'NISCs [NISC]'],
    ['term: サーバ', '[サーバー]、[サーバ]、[サーバー]ルーム、サーバーレス'],
    ['term: AI', '[AI] and Vertex AI, VertexAI, Vertex [AIs]'],
    ['term: IP', 'TCP/IP, [IP]'],
    ['term: Vertex AI\naliases: [AI]', '[Vertex AI], [AI]'],
    ['term: build', 'Two [builds] of it. The server builds your site.'],
    ['term: cache', '[caches] caching cached'],
    ['term: Web Components', 'a [web component] of [Web Components]'],
    ['term: GitHub Actions', 'a github action of [GitHub Actions]'],
    ['term: Windows', 'a window, [Windows]'],
    ['term: Kubernetes', 'Kubernete, [Kubernetes]'],
    ['term: Go', 'Written in [Go]. Let it go. Go to the page.'],
    ['term: Go\ncase: any', '[go]'],
    ['term: Rust', '[Rust] and rust'],
    ['term: React', '[React] renders. They react. React to it.'],
  ])('%s: %s', (matter, marked) => expect(mark(unmark(marked), createMatcher([card('x', matter)]))).toBe(marked));
});

describe('a card that says what one does', () => {
  it.each([
    ['merge', '[Merging], [merged]; it [merges] the two. merger'],
    ['commit', '[committed], [committing], [commits]; commitment'],
    ['copy', '[copied] [copying] [copies]'],
    ['deploy', '[deployed] [deploying]; deployment'],
  ])('%s: %s', (verb, marked) => {
    const match = createMatcher([readTerm('x.md', `---\nterm: ${verb}\n---\n# It\n\nTo do something.\n`)]);
    expect(mark(unmark(marked), match)).toBe(marked);
  });
});

describe('English beside a noun', () => {
  it.each([
    [
      'metric',
      'the [metrics] that it exposes, [metrics] you add, exposing [metrics] to the server, [metrics] to watch',
    ],
    [
      'link',
      'The page links to the entry. It links the two. [links] to apply, add [links] to a page, classic [links] to the page',
    ],
    ['instance', 'For instance, this. A constraint, for instance by size. [instances], for [instance] availability'],
    ['counter', 'It runs counter to that, a [counter] to keep'],
    ['summary', 'In summary, one. In [summary] metrics'],
    ['gauge', 'at [Gauge]/Counter/Summary/Histogram, gauge/sub/index.md'],
    ['HTTP', '[HTTP]/1.1 and [HTTP]/2, HTTP/index.html'],
  ])('%s', (term, marked) => expect(mark(unmark(marked), createMatcher([card('x', `term: ${term}`)]))).toBe(marked));
});
