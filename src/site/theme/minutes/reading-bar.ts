/** Makes the bar that says while one reads minutes what one is in: the meeting, who speaks, which speech. Loaded when first needed. */
import './reading-bar.css';
import { label, langOf, setLang } from '../label.ts';
import { watchPassed } from '../shell/passed.ts';
import { inLanguages } from './in-languages.ts';
import { isSpeech, leadTo, nameOf, otherSpeeches, PARTS, speakerOf, wordsIn } from './position.ts';

export interface Bar {
  readonly show: (isShown: boolean) => void;
  readonly remove: () => void;
}

/** @param meeting what the page is called */
export function makeBar(root: Element, meeting: string): Bar {
  const parts = [...root.querySelectorAll(PARTS)];
  const speeches = parts.filter(isSpeech);
  const bar = element('nav', 'reading-bar', { 'aria-label': label('theme.reading') });
  const place = element('a', 'reading-place') as HTMLAnchorElement;
  const title = element('span', 'reading-meeting', {}, meeting);
  const [speaker, number] = [element('b', ''), element('span', 'reading-number')];
  const buttons = (['previous', 'next'] as const).map(way => ({
    way,
    button: element('button', '', { type: 'button' }),
    name: element('span', 'visually-hidden'),
  }));
  const said = element('span', 'visually-hidden', { role: 'status' });
  setLang(title, langOf(meeting));
  for (const { button, name } of buttons) button.append(name);
  place.append(title, speaker, number);
  bar.append(place, ...buttons.map(({ button }) => button), said);
  bar.hidden = true;
  const tell = (part: Element | undefined): void => {
    const words = (part && (isSpeech(part) ? speakerOf(part) : wordsIn(part))) ?? '';
    speaker.replaceChildren(...inLanguages(words));
    number.textContent = part && isSpeech(part) ? `${nameOf(part)}/${speeches.length}` : '';
    place.hash = part?.id ?? '';
    const others = part && isSpeech(part) ? otherSpeeches(part) : {};
    for (const { way, button, name } of buttons) {
      const other = others[way];
      button.hidden = !others.previous && !others.next;
      button.ariaDisabled = other ? null : 'true'; // it keeps the focus where it leads no further
      name.replaceChildren(...inLanguages(label(`theme.${way}SpeechOf`, { speaker: words })));
      button.onclick = () => {
        if (!other) return;
        leadTo(other);
        said.textContent = nameOf(other);
      };
    }
  };
  tell(undefined);
  const stop = watchPassed(parts, tell);
  root.closest('main')?.append(bar);
  return {
    show: isShown => {
      bar.hidden = !isShown;
    },
    remove: () => {
      stop();
      bar.remove();
    },
  };
}

function element(
  name: string,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  words = '',
): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
