import { reasonOf } from '../api/problem.js';
import { pipeline } from '../api/pipeline.js';
import { whenIdle } from '../ui/busy.js';
import { el } from '../ui/dom.js';
import { notice } from '../ui/notices.js';
import { moment, sentence } from '../ui/words.js';

const LIMIT = 20;

/** The dead letters, a page at a time, each with its reason and a button to try again. */
export function deadLetters(signal) {
  const list = el('ul', { class: 'letters', 'aria-label': 'Dead letters', tabindex: -1 });
  const empty = el('p', { class: 'nothing', hidden: true }, 'None. Everything that came in could be worked on.');
  const trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
  const back = el('button', { type: 'button', onClick: () => turn(cursors.slice(0, -1)) }, 'Newer');
  const on = el('button', { type: 'button', onClick: () => turn([...cursors, next]) }, 'Older');
  const pages = el('div', { class: 'pages', hidden: true }, back, on);
  let cursors = [null];
  let next = null;
  let shown = null;

  async function load() {
    try {
      const page = await pipeline.deadLetters({ limit: LIMIT, cursor: cursors.at(-1) });
      if (signal.aborted) return;
      trouble.hidden = true;
      next = page.next;
      if (JSON.stringify(page) === shown) return;
      shown = JSON.stringify(page);
      const focused = document.activeElement?.dataset?.redrive;
      list.replaceChildren(...page.deadLetters.map(letter));
      if (focused) list.querySelector(`[data-redrive="${CSS.escape(focused)}"]`)?.focus();
      list.hidden = page.deadLetters.length === 0;
      empty.hidden = page.deadLetters.length > 0;
      pages.hidden = cursors.length === 1 && !next;
      back.disabled = cursors.length === 1;
      on.disabled = !next;
    } catch (fault) {
      if (signal.aborted) return;
      trouble.textContent = reasonOf(fault);
      trouble.hidden = false;
    }
  }

  async function turn(to) {
    cursors = to;
    await load();
    list.focus({ preventScroll: true });
    list.scrollIntoView();
  }

  async function redrive(dead) {
    try {
      await pipeline.redrive(dead.id);
      notice(`Put back into ${dead.origin.topic}.`);
      await load();
    } catch (fault) {
      notice(`Not redriven: ${reasonOf(fault)}`);
    }
  }

  function letter(dead) {
    const { topic, partition, offset } = dead.origin;
    const button = el('button', {
      type: 'button',
      class: 'small',
      'data-redrive': dead.id,
      'aria-label': `Redrive record ${offset} of ${topic}, partition ${partition}`,
      onClick: whenIdle(() => redrive(dead)),
    }, dead.redrivenAt ? 'Redrive again' : 'Redrive');
    // Of a record that was too large only the reason was kept.
    button.disabled = dead.bytes < 0;
    return el('li', { class: 'letter' },
      el('p', { class: 'why' }, sentence(dead.reason)),
      el('p', { class: 'small soft' },
        dead.trackId && [el('a', { href: `#/tracks/${encodeURIComponent(dead.trackId)}` }, 'Track'), ' · '],
        `${moment(dead.at)} · stage ${dead.stage} · ${topic}, partition ${partition}, offset ${offset}`,
        dead.cause && ` · ${dead.cause.replace(/^.*\./, '')}`),
      el('div', { class: 'act' }, dead.redrivenAt && el('span', { class: 'small soft' }, `Redriven ${moment(dead.redrivenAt)}`), button));
  }

  return { element: el('div', {}, trouble, list, empty, pages), load };
}
