/** Puts the tools of minutes where they are used: into speeches, into what a link has led to, where words are chosen. */

import { landed } from '../landing.ts';
import { onArrival } from '../navigation.ts';
import { type Cited, citeButton } from './cite.ts';
import { speechName } from './place.ts';
import { chosenWords, reportAddress, reportOfPart } from './report.ts';
import { leadTo, REPORT } from './report-link.ts';

export interface Tools {
  readonly cited: Cited;
  /** Address of the form for a report; nothing where there is none. */
  readonly form: string | undefined;
}

/** A choice that still changes offers nothing. */
const SETTLED = 300;

/** @returns takes them away */
export function offerTools(root: Element, { cited, form }: Tools): () => void {
  const report = (block: Element): Element[] => (form ? [reportLink(block, { form, title: cited.title })] : []);
  const both = (block: Element): Element[] => {
    const { button, status } = citeButton(block, cited);
    return [button, ...report(block), status];
  };
  for (const speech of root.querySelectorAll('[id^="u"][data-b]')) put(speech, both(speech));
  const land = (): void => {
    root.querySelector('.tool-landed')?.remove();
    const block = landed();
    if (block?.matches('[data-b]') && !block.querySelector('.cite')) put(block, both(block), ['tool-landed']);
  };
  land();
  const stops = [onArrival(land), form ? onChoice(() => choose(root, report)) : () => {}];
  return () => {
    for (const stop of stops) stop();
    for (const tool of root.querySelectorAll('.tool')) tool.remove();
  };
}

function put(block: Element, parts: readonly Element[], kind: string[] = []): void {
  const tool = document.createElement('span');
  tool.classList.add('tool', ...kind, 'ignore-header'); // VitePress leaves such out of its outline
  tool.append(...parts);
  block.append(tool);
}

function reportLink(block: Element, { form, title }: { form: string; title: string }): Element {
  const link = document.createElement('a');
  link.className = 'report no-icon';
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.textContent = REPORT;
  link.setAttribute('aria-label', `${speechName(block)}${REPORT}`);
  const report = () => reportOfPart(title, block);
  link.href = reportAddress(form, report());
  for (const [event, act] of Object.entries(leadTo(form, report))) link.addEventListener(event, act as EventListener);
  return link;
}

/** Analyzer of a block without tools can be reported at its end; what somebody is about to use stays. */
function choose(root: Element, report: (block: Element) => Element[]): void {
  const last = root.querySelector('.tool-chosen');
  if (last?.matches(':hover, :focus-within')) return;
  last?.remove();
  const part = chosenWords()?.part;
  const isHere = part?.matches('[data-b]') && part.contains(getSelection()?.anchorNode ?? null);
  if (part && isHere && root.contains(part) && !part.querySelector('.tool')) put(part, report(part), ['tool-chosen']);
}

/** @returns stops watching */
function onChoice(act: () => void): () => void {
  let timer: number | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(act, SETTLED);
  };
  document.addEventListener('selectionchange', wait);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', wait);
  };
}
