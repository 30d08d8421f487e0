import { el, say } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { clock } from '../ui/words.js';

const FLOOR_DB = -54;

/**
 * Play, position, time and level.
 *
 * @param player {play, pause, seek, playing, position, duration, level}
 * @param onPosition gets seconds, as often as the screen is drawn
 * @param onFault gets what went wrong with playing; null: nothing any more
 */
export function transport(player, { onPosition, onFault, signal }) {
  const button = el('button', { class: 'play', type: 'button', 'aria-label': 'Play', disabled: true, onClick: toggle }, icon('play'));
  const slider = el('input', { type: 'range', class: 'seek', min: 0, max: 1, step: 0.1, value: '0', 'aria-label': 'Position', disabled: true,
    onInput: () => player.seek(Number(slider.value)) });
  const time = el('span', { class: 'time' }, '0:00 / 0:00');
  const level = el('i');
  const element = el('div', { class: 'transport' }, button, slider, time, el('div', { class: 'bar level', 'aria-hidden': 'true' }, level));
  let frame = null;

  async function toggle() {
    if (player.playing) return player.pause();
    onFault(null);
    try {
      await player.play();
    } catch (fault) {
      if (fault.name !== 'AbortError') onFault(fault);
    }
  }

  function show() {
    const { position, duration, playing } = player;
    slider.max = duration || 1;
    slider.value = String(position);
    slider.setAttribute('aria-valuetext', `${clock(position)} of ${clock(duration)}`);
    say(time, `${clock(position)} / ${clock(duration)}`);
    button.disabled = slider.disabled = !duration;
    const label = playing ? 'Pause' : 'Play';
    if (button.getAttribute('aria-label') !== label) {
      button.setAttribute('aria-label', label);
      button.replaceChildren(icon(playing ? 'pause' : 'play'));
    }
    const decibels = 20 * Math.log10(Math.max(player.level(), 1e-6));
    level.style.setProperty('--done', Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB)).toFixed(3));
    onPosition(position);
  }

  function tick() {
    frame = null;
    if (signal.aborted) return;
    show();
    if (player.playing) frame = requestAnimationFrame(tick);
  }

  return {
    element,
    toggle,
    /** Call it whenever the player changes. */
    update: () => { frame ??= requestAnimationFrame(tick); },
  };
}
