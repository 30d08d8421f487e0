import { el } from './dom.js';

/** What may be wider than its place: it scrolls, also by the keyboard, and so needs a name. */
export function scrolling(label, ...children) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': label }, children);
}
