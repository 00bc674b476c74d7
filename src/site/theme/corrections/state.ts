/** Holds whether the corrections and the scan of the open page are shown; the address says so too. */

import type { Proof } from '@tsuzuri/print/data/corrections';
import { type Component, reactive, shallowRef } from 'vue';
import { targetElement } from '../shell/arrivals.ts';
import { fetchJson } from '../shell/fetch-json.ts';

/** What can be shown, by its name in the address: `?show=edits,scan`. */
const VIEWS = ['edits', 'scan'] as const;
export type View = (typeof VIEWS)[number];

export const shown = reactive<Record<View, boolean>>({ edits: false, scan: false });
/** Of the open page, once it was asked for; `null` where it could not be read. */
export const proof = shallowRef<Proof | null>();

/** The reader did not ask by hand, but came by an address that says so. */
let isAsked = false;
/** Where such an address leads. */
export const placeAsked = (): HTMLElement | null => (isAsked ? targetElement() : null);

/** @param path path of the page: `minutes/2012-11-01-isc-31` */
export async function show(path: string, view: View, isOn: boolean): Promise<void> {
  isAsked = false;
  await turn(path, view, isOn);
}

async function turn(path: string, view: View, isOn: boolean): Promise<void> {
  if (isOn) proof.value ??= (await load(path)) ?? null;
  shown[view] = isOn && Boolean(proof.value);
  writeAddress();
}

/** The program that shows what was corrected. */
export const loadList = (): Promise<{ default: Component }> => import('./correction-list.vue');

/** @returns nothing where the corrections or the program cannot be had */
async function load(path: string): Promise<Proof | undefined> {
  const [found, list] = await Promise.all([
    fetchJson<Proof>(`/data/${path}.proof.json`),
    loadList().catch(() => undefined),
  ]);
  return list && found;
}

/** Shows what the address asks for. */
export async function showAsked(path: string): Promise<void> {
  const asked = new URL(location.href).searchParams.get('show')?.split(',') ?? [];
  isAsked = true;
  for (const view of VIEWS) if (asked.includes(view)) await turn(path, view, true);
}

/** To call as the page is left. */
export function reset(): void {
  for (const view of VIEWS) shown[view] = false;
  proof.value = undefined;
}

function writeAddress(): void {
  const url = new URL(location.href);
  url.searchParams.delete('show');
  const views = VIEWS.filter(view => shown[view]).join(',');
  const search = [url.searchParams.toString(), views && `show=${views}`].filter(Boolean).join('&');
  history.replaceState(history.state, '', `${url.pathname}${search && `?${search}`}${url.hash}`);
}
