import { reasonOf } from '../api/problem.js';
import { tracks } from '../api/tracks.js';
import { el, say } from '../ui/dom.js';
import { trackRow } from './row.js';

const LIMIT = 20;
const RELOAD_MS = 400;

/**
 * The list of tracks: a page of those that match, kept up to date by `apply`.
 *
 * @param place where it begins: {query: {q, state}, cursors: those of the pages up to this one, the first is null}
 * @param onPlace gets the place whenever it is another
 */
export function trackList(place, { onPlace, signal }) {
  const rows = new Map();
  const list = el('ul', { class: 'tracks', 'aria-busy': 'true', tabindex: -1 });
  const empty = el('p', { class: 'nothing', hidden: true });
  const trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
  const back = el('button', { type: 'button', onClick: () => turn(-1) }, 'Newer');
  const on = el('button', { type: 'button', onClick: () => turn(1) }, 'Older');
  const number = el('span', { class: 'soft' });
  const pages = el('div', { class: 'pages', hidden: true }, back, number, on);
  const element = el('div', {}, trouble, list, empty, pages);
  let { query, cursors } = place;
  let next = null;
  let newest = '';
  let latest = 0;
  let timer = null;

  async function load() {
    const ticket = ++latest;
    try {
      const page = await tracks.list({ ...query, limit: LIMIT, cursor: cursors.at(-1) });
      if (ticket !== latest || signal.aborted) return;
      trouble.hidden = true;
      if (!page.tracks.length && cursors.length > 1) {
        go(cursors.slice(0, -1));
        return;
      }
      next = page.next;
      show(page.tracks);
    } catch (fault) {
      if (ticket !== latest || signal.aborted) return;
      trouble.textContent = reasonOf(fault);
      trouble.hidden = false;
    } finally {
      list.setAttribute('aria-busy', 'false');
    }
  }

  /** Many events at once ask only once. */
  function soon() {
    timer ??= setTimeout(() => {
      timer = null;
      load();
    }, RELOAD_MS);
  }

  function show(page) {
    const wanted = new Set(page.map(track => track.trackId));
    for (const id of rows.keys()) if (!wanted.has(id)) drop(id);
    page.forEach((track, index) => {
      const row = rows.get(track.trackId) ?? add(track);
      row.update(track);
      if (list.children[index] !== row.element) list.insertBefore(row.element, list.children[index] ?? null);
    });
    newest = page[0]?.createdAt ?? '';
    tell();
  }

  function add(track) {
    const row = trackRow(track, remove);
    rows.set(track.trackId, row);
    return row;
  }

  function drop(id) {
    const row = rows.get(id);
    rows.delete(id);
    if (!row) return;
    const focused = row.element.contains(document.activeElement);
    row.element.remove();
    if (focused) (rows.size ? list : document.getElementById('main')).focus({ preventScroll: true });
  }

  function remove(id) {
    drop(id);
    tell();
    // The next page's first track moves up.
    if (next || cursors.length > 1) soon();
  }

  function tell() {
    list.hidden = rows.size === 0;
    empty.hidden = rows.size > 0;
    empty.textContent = query.q || query.state ? 'No track matches.' : 'No tracks yet. Drop a song above and hear what becomes of it.';
    pages.hidden = cursors.length === 1 && !next;
    const page = `Page ${cursors.length}`;
    say(number, page);
    list.setAttribute('aria-label', pages.hidden ? 'Tracks' : `Tracks, ${page}`);
    back.disabled = cursors.length === 1;
    on.disabled = !next;
  }

  async function turn(step) {
    await go(step > 0 ? [...cursors, next] : cursors.slice(0, -1));
    // The button may be disabled now; and a page is read from its beginning.
    list.focus({ preventScroll: true });
    (element.closest('section') ?? element).scrollIntoView();
  }

  async function go(to) {
    if (signal.aborted) return;
    cursors = to;
    onPlace({ query, cursors });
    await load();
  }

  return {
    element,
    load,
    search: wanted => {
      query = wanted;
      go([null]);
    },
    /** Takes over a change of a track: in its row, or by asking anew if it may belong on this page. */
    apply: track => {
      const row = rows.get(track.trackId);
      if (row && (!query.state || query.state === track.state)) row.update(track);
      else if (row || cursors.length === 1) {
        // A new track is shown at once: it may be done before the list is asked again.
        if (!row && !query.q && !query.state && track.createdAt > newest) {
          newest = track.createdAt;
          list.prepend(add(track).element);
          tell();
        }
        soon();
      }
    },
    remove,
  };
}
