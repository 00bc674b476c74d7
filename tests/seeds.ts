/** Converts the five scans once for all tests that look at them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertSeed, readRules } from '@tsuzuri/book/load';
import { loadProject } from '@tsuzuri/book/project';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Converted, Tools } from '@tsuzuri/convert/pipeline';

export const ROOT = join(import.meta.dirname, '..');

/** The project of this repository. */
export const PROJECT = await loadProject(ROOT);

/** Names of the scans, by the names that the facts give them. */
export const SEEDS: Readonly<Record<string, string>> = {
  '000': '2012-11-01-isc-31',
  '001': '2014-01-15-policy-slides',
  '002': '2013-06-20-ci-committee-32',
  '003': 'fy2015-sgst-4',
  '004': '2021-09-27-cs-hq-31',
};

let tools: Promise<Tools> | undefined;

export function loadTools(): Promise<Tools> {
  tools ??= loadAnalyzer().then(analyzer => ({
    analyzer,
    rules: readRules(join(ROOT, 'docs/rules'), analyzer),
  }));
  return tools;
}

export async function convertSeeds(): Promise<ReadonlyMap<string, Converted>> {
  const loaded = await loadTools();
  const entries = Object.entries(SEEDS).map(
    async ([id, name]) => [id, await convertSeed(join(ROOT, 'seeds', `${name}.txt`), loaded)] as const,
  );
  return new Map(await Promise.all(entries));
}

export function casesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('hostile-'))
    .map(entry => entry.name);
}

export const readText = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
