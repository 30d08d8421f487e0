import { el } from './dom.js';

const SECONDS = 7;

/** Says something for a few seconds, to eyes and to screen readers. */
export function notice(text) {
  const note = el('div', { class: 'notice' }, text);
  document.getElementById('notices').append(note);
  setTimeout(() => note.remove(), SECONDS * 1000);
}
