import { variantName } from '../ui/choices.js';
import { el, say } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { moment, sentence } from '../ui/words.js';
import { removeTrack } from './remove.js';
import { stageBars, stateBadge } from './stages.js';

/**
 * One track of the list: {element, update(track)}.
 *
 * @param onRemoved gets the id of the track when the user has deleted it
 */
export function trackRow(track, onRemoved) {
  let shown = track;
  const name = el('a', { class: 'name', dir: 'auto', href: `#/tracks/${encodeURIComponent(track.trackId)}` });
  const about = el('p');
  const badge = stateBadge();
  const bars = stageBars('Progress');
  const reason = el('p', { class: 'reason bad', hidden: true });
  const remove = el('button', { class: 'plain remove', type: 'button', onClick: async () => {
    if (await removeTrack(shown)) onRemoved(shown.trackId);
  } }, icon('trash'));
  const element = el('li', { class: 'track', 'data-track': track.trackId },
    el('div', { class: 'what' }, name, about), bars.element, el('div', { class: 'status' }, badge.element), remove, reason);

  function update(next) {
    shown = next;
    say(name, next.fileName);
    name.title = next.fileName;
    remove.setAttribute('aria-label', `Delete ${next.fileName}`);
    say(about, `${moment(next.createdAt)}${mixes(next)}`);
    badge.update(next);
    bars.element.setAttribute('aria-label', `Progress of ${next.fileName}`);
    bars.update(next);
    bars.element.classList.toggle('over', next.state === 'done');
    reason.hidden = !next.reason;
    say(reason, sentence(next.reason ?? ''));
  }

  update(track);
  return { element, update };
}

function mixes(track) {
  if (!track.mixes.length) return '';
  const variants = new Set(track.mixes.map(mix => mix.variant));
  const by = variants.size === 1 ? variantName(track.mixes[0].variant) : `${variants.size} variants`;
  return ` · ${track.mixes.length} ${track.mixes.length === 1 ? 'mix' : 'mixes'} · ${by}`;
}
