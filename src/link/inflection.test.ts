/** Checks how English names are inflected, and what is not their plural. */

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
  ])('%s: %s', (matter, marked) => expect(mark(unmark(marked), createMatcher([card('x', matter)]))).toBe(marked));
});
