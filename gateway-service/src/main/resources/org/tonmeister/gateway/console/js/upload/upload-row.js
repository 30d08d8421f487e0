import { reasonOf } from '../api/problem.js';
import { el, say } from '../ui/dom.js';
import { bytes, percent } from '../ui/words.js';
import { newKey, send } from './send.js';

/**
 * One file on its way: its name, how much has gone out, and what went wrong.
 *
 * @param options of the mix, as query parameters
 * @param queue that runs the upload when it is its turn
 * @param onSent gets the file and the server's answer {trackId, uploadId, links}
 */
export function uploadRow(file, options, { queue, onSent }) {
  const key = newKey();
  const stop = new AbortController();
  const told = el('span', { class: 'soft small' }, 'Waiting');
  const fill = el('i');
  const bar = el('div', {
    class: 'bar',
    role: 'progressbar',
    'aria-label': `Upload of ${file.name}`,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': 0,
  }, fill);
  const reason = el('p', { class: 'reason bad', role: 'alert', hidden: true });
  const again = el('button', { class: 'small', type: 'button', hidden: true, onClick: start }, 'Try again');
  const cancel = el('button', {
    class: 'small',
    type: 'button',
    'aria-label': `Cancel the upload of ${file.name}`,
    onClick: () => { stop.abort(); leave(); },
  }, 'Cancel');
  const row = el('li', { class: 'upload' },
    el('span', { class: 'name', dir: 'auto', title: file.name }, file.name), told, el('span', {}, again, ' ', cancel), bar, reason);

  function start() {
    again.hidden = true;
    reason.hidden = true;
    say(told, 'Waiting');
    queue.add(run);
  }

  async function run() {
    if (stop.signal.aborted) return;
    try {
      const accepted = await send(file, options, {
        key,
        signal: stop.signal,
        onProgress: share => {
          fill.style.setProperty('--done', share);
          bar.setAttribute('aria-valuenow', Math.round(share * 100));
          say(told, `${percent(share)} of ${bytes(file.size)}`);
        },
        onWait: seconds => say(told, `The server is busy; next try in ${seconds} s`),
      });
      leave();
      onSent(file, accepted);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      say(told, 'Not sent');
      reason.textContent = reasonOf(fault);
      reason.hidden = false;
      again.hidden = false;
    }
  }

  function leave() {
    const focused = row.contains(document.activeElement);
    row.remove();
    if (focused) document.getElementById('main').focus({ preventScroll: true });
  }

  start();
  return row;
}
