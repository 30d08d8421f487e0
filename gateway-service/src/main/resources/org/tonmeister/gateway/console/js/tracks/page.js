import { follow } from '../api/live.js';
import { tracks } from '../api/tracks.js';
import { el } from '../ui/dom.js';
import { liveNote } from '../ui/live-note.js';
import { title } from '../ui/router.js';
import { uploadPanel } from '../upload/panel.js';
import { trackList } from './list.js';
import { stateName } from './stages.js';

const TYPING_MS = 250;
const STATES = ['queued', 'working', 'done', 'rejected', 'failed'];

/** Uploading, and all tracks. */
export function tracksPage(main, signal) {
  title('Tracks');
  // Kept with the entry of the browser's history: who comes back from a track finds the list as it was.
  const place = history.state?.place ?? { query: { q: '', state: '' }, cursors: [null] };
  const list = trackList(place, { signal, onPlace: now => history.replaceState({ place: now }, '') });
  const live = liveNote();
  main.append(
    el('h1', {}, 'Tracks'),
    uploadPanel(signal, () => list.load()),
    el('section', { 'aria-labelledby': 'all-tracks' },
      el('div', { class: 'head' }, el('h2', { id: 'all-tracks' }, 'All tracks'), el('div', { class: 'find end' }, ...finders(list, place.query))),
      live.element, list.element));
  list.load();
  follow(tracks.eventsPath(), {
    signal,
    onEvent: ({ event, data }) => {
      if (event === 'deleted') list.remove(data.trackId);
      else if (event === 'track') list.apply(data);
    },
    poll: () => list.load(),
    onState: live.show,
  });
}

function finders(list, begin) {
  let timer = null;
  const text = el('input', { type: 'search', value: begin.q, placeholder: 'Search by name', 'aria-label': 'Search by name', onInput: () => {
    clearTimeout(timer);
    timer = setTimeout(search, TYPING_MS);
  } });
  const state = el('select', { 'aria-label': 'State', onChange: search },
    el('option', { value: '' }, 'Any state'), STATES.map(value => el('option', { value }, stateName(value))));

  state.value = begin.state;

  function search() {
    list.search({ q: text.value.trim(), state: state.value });
  }

  return [text, state];
}
