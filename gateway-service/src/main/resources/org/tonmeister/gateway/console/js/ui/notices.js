import { el } from './dom.js';

const SECONDS = 7;

/** Says something for a few seconds, to eyes and to screen readers; gives its element. */
export function notice(text) {
  const note = el('div', { class: 'notice' }, text);
  document.getElementById('notices').append(note);
  setTimeout(() => note.remove(), SECONDS * 1000);
  return note;
}

/**
 * A notice of things that come one after another: while it is there, the next ones are told in it too.
 *
 * @param tell gets an array of things, gives the text
 * @return a function that takes a thing
 */
export function gathering(tell) {
  let things = [];
  let note = null;
  return thing => {
    if (!note?.isConnected) things = [];
    things.push(thing);
    note?.remove();
    note = notice(tell(things));
  };
}
