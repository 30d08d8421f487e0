import { follow } from '../api/live.js';
import { Problem, reasonOf } from '../api/problem.js';
import { tracks } from '../api/tracks.js';
import { scaleOf } from '../desk/scale.js';
import { el, say } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { liveNote } from '../ui/live-note.js';
import { notice } from '../ui/notices.js';
import { title } from '../ui/router.js';
import { moment, named, sentence } from '../ui/words.js';
import { removeTrack } from '../tracks/remove.js';
import { stageBars, stateBadge } from '../tracks/stages.js';
import { Studio } from './studio.js';

const NOT_FOUND = 404;

/** One track: how far it is, and what can be done with its mixes. */
export function trackPage(main, signal, trackId) {
  title('Track');
  const header = trackHeader();
  let studio = null;
  let making = false;
  let shown = null;
  const live = liveNote();
  main.append(header.element, live.element);

  async function apply(track) {
    if (signal.aborted) return;
    shown = track;
    title(track.fileName);
    header.update(track);
    if (studio) return studio.update(track);
    if (!track.mixes.length || making) return;
    making = true;
    try {
      const parameters = await tracks.parameters(trackId);
      if (signal.aborted) return;
      const scales = Object.fromEntries(Object.entries(parameters.units).map(([name, unit]) => [name, scaleOf(name, unit)]));
      studio = new Studio(shown, parameters, scales, signal);
      main.append(...studio.elements);
    } catch (fault) {
      header.trouble(reasonOf(fault));
    } finally {
      making = false;
    }
  }

  /** Somebody else has deleted it. */
  function leave() {
    if (header.removing) return;
    notice(`${shown ? named(shown.fileName) : 'The track'} was deleted.`);
    location.hash = '#/tracks';
  }

  async function load() {
    try {
      await apply(await tracks.find(trackId));
      header.trouble('');
      live.element.hidden = false;
    } catch (fault) {
      if (signal.aborted) return;
      header.trouble(reasonOf(fault));
      if (!(fault instanceof Problem) || fault.status !== NOT_FOUND) return;
      header.gone();
      live.element.hidden = true;
    }
  }

  load();
  follow(tracks.eventsPath(trackId), {
    signal,
    onEvent: ({ event, data }) => {
      if (event === 'track') apply(data);
      else if (event === 'deleted') leave();
    },
    poll: load,
    onState: live.show,
  });
}

function trackHeader() {
  const name = el('h1', { dir: 'auto' }, 'Track');
  const about = el('p', { class: 'soft about' });
  const badge = stateBadge();
  const bars = stageBars('Progress');
  const reason = el('p', { class: 'trouble', hidden: true });
  const trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
  let track = null;
  let removing = false;
  const state = el('div', { class: 'line progress' }, badge.element, bars.element);
  const remove = el('button', { type: 'button', disabled: true, onClick: async () => {
    removing = true;
    if (await removeTrack(track)) location.hash = '#/tracks';
    removing = false;
  } }, icon('trash'), 'Delete');
  const element = el('div', { class: 'title' },
    el('a', { href: '#/tracks', class: 'button plain back' }, icon('back'), 'All tracks'),
    el('div', { class: 'line' }, el('div', { class: 'names' }, name, about), remove),
    state, reason, trouble);
  return {
    element,
    /** Whether the user is about to delete the track here. */
    get removing() { return removing; },
    update: next => {
      track = next;
      remove.disabled = state.hidden = about.hidden = remove.hidden = false;
      say(name, next.fileName);
      say(about, `Uploaded ${moment(next.createdAt)}`);
      badge.update(next);
      bars.update(next);
      bars.element.classList.toggle('over', next.state === 'done');
      reason.hidden = !next.reason;
      say(reason, sentence(next.reason ?? ''));
    },
    trouble: text => {
      trouble.hidden = !text;
      say(trouble, text);
    },
    gone: () => {
      say(name, 'No such track');
      state.hidden = about.hidden = remove.hidden = true;
    },
  };
}
