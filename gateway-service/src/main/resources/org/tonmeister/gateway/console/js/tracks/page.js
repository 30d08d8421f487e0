import { follow } from '../api/live.js';
import { tracks } from '../api/tracks.js';
import { el } from '../ui/dom.js';
import { title } from '../ui/router.js';
import { uploadPanel } from '../upload/panel.js';
import { trackList } from './list.js';
import { stateName } from './stages.js';

const TYPING_MS = 250;
const STATES = ['queued', 'working', 'done', 'rejected', 'failed'];

/** Uploading, and all tracks. */
export function tracksPage(main, signal) {
  title('Tracks');
  const list = trackList(signal);
  const offline = el('p', { class: 'offline', hidden: true }, 'Live updates are interrupted; this page asks again every two seconds.');
  main.append(
    el('h1', {}, 'Tracks'),
    uploadPanel(signal, () => list.load()),
    el('section', { 'aria-labelledby': 'all-tracks' },
      el('div', { class: 'head' }, el('h2', { id: 'all-tracks' }, 'All tracks'), el('div', { class: 'find end' }, ...finders(list))),
      offline, list.element));
  list.load();
  follow(tracks.eventsPath(), {
    signal,
    onEvent: ({ event, data }) => {
      if (event === 'deleted') list.remove(data.trackId);
      else if (event === 'track') list.apply(data);
    },
    poll: () => list.load(),
    onState: state => { offline.hidden = state === 'live'; },
  });
}

function finders(list) {
  let timer = null;
  const text = el('input', { type: 'search', placeholder: 'Search by name', 'aria-label': 'Search by name', onInput: () => {
    clearTimeout(timer);
    timer = setTimeout(search, TYPING_MS);
  } });
  const state = el('select', { 'aria-label': 'State', onChange: search },
    el('option', { value: '' }, 'Any state'), STATES.map(value => el('option', { value }, stateName(value))));

  function search() {
    list.search({ q: text.value.trim(), state: state.value });
  }

  return [text, state];
}
