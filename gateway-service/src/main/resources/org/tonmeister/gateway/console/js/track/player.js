import { reasonOf } from '../api/problem.js';
import { tracks } from '../api/tracks.js';
import { matched } from '../audio/match.js';
import { waveform } from '../audio/waveform.js';
import { el, id, say } from '../ui/dom.js';
import { mixName } from './mix-names.js';
import { twoSides } from './sound.js';
import { transport } from './transport.js';

const SIDES = { a: 'Original', b: 'Mix' };
const HOW_IT_PLAYS = 'The switch has no gap and stays at the same place. Keys in this box: Space plays, 1 and 2 choose the side.';
const HOW_LONG_SOUNDS_PLAY = 'This track is longer than 15 minutes: it is played without being decoded first. So there are no'
  + ' waveforms and no spectrum, and a switch may be off by some hundredths of a second.';

/**
 * Both sounds: waveforms, transport, and the switch between them.
 *
 * @param beside an element that stands beside the choice of mixes
 * @param studio gives `track`, `mix`, `hear(mix or null)`, and `analysed(original, mix, gains in dB)`
 */
export function comparison(studio, beside, signal) {
  const { report } = studio.mix;
  const sides = twoSides(report, {
    signal,
    onChange: () => controls.update(),
    onFault: side => failed(side, new Error('This browser cannot play the file.')),
  });
  const told = { a: el('p', { class: 'note', role: 'status' }), b: el('p', { class: 'note', role: 'status' }) };
  const places = { a: el('div', { class: 'wave' }), b: el('div', { class: 'wave' }) };
  const waves = { a: waveform(places.a, 'original', seek), b: waveform(places.b, 'mix', seek) };
  const analyses = { a: null, b: null };
  const trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
  const controls = transport(sides.player, {
    signal,
    onPosition: seconds => Object.values(waves).forEach(wave => wave.show(seconds)),
    onFault: fault => {
      trouble.hidden = !fault;
      say(trouble, fault ? `This cannot be played: ${fault.message}` : '');
    },
  });
  const match = el('input', { type: 'checkbox', checked: true, onChange: balance });
  const group = id('side');
  const radios = Object.fromEntries(Object.entries(SIDES).map(([side, label]) => [side, el('input', {
    type: 'radio',
    name: group,
    value: side,
    'data-side': side,
    'aria-label': label,
    onChange: () => studio.hear(side === 'a' ? null : studio.mix),
  })]));
  const mixes = el('select', { id: id('mixes'), onChange: () => studio.hear(studio.track.mixes.find(mix => mix.mixId === mixes.value)) });

  function seek(seconds) {
    sides.player.seek(seconds);
  }

  function gains() {
    return match.checked ? matched({ a: studio.mix.report.before.lufs, b: studio.mix.report.after.lufs }) : { a: 1, b: 1 };
  }

  function balance() {
    sides.player.setGains(gains());
  }

  async function load(side, name, path) {
    analyses[side] = null;
    say(told[side], side === 'a' ? 'Loading the original…' : 'Loading the mix…');
    try {
      const sound = await sides.set(side, name, path);
      if (sides.long && isWanted(side, name)) say(told[side], '');
      if (!sound) return;
      balance();
      controls.update();
      const analysis = await sound.analysis;
      if (signal.aborted || !isWanted(side, name)) return;
      say(told[side], '');
      waves[side].draw(analysis.peaks, sound.duration);
      waves[side].show(sides.player.position);
      analyses[side] = analysis;
      tellSpectra();
    } catch (fault) {
      if (!signal.aborted) failed(side, fault);
    }
  }

  function isWanted(side, name) {
    return side === 'a' || name === studio.mix.mixId;
  }

  function failed(side, fault) {
    waves[side].clear();
    say(told[side], `${SIDES[side]}: ${reasonOf(fault)}`);
    radios[side].disabled = true;
    studio.analysisFailed(`There is no spectrum: ${reasonOf(fault)}`);
  }

  function tellSpectra() {
    if (!analyses.a || !analyses.b) return;
    const linear = matched({ a: studio.mix.report.before.lufs, b: studio.mix.report.after.lufs });
    studio.analysed(analyses.a.bands, analyses.b.bands, { a: 20 * Math.log10(linear.a), b: 20 * Math.log10(linear.b) });
  }

  function choose() {
    radios[studio.side].checked = true;
    sides.player.hear(studio.side);
    balance();
  }

  const element = el('div', { class: 'player', onKeydown: keys },
    el('div', { class: 'sides' }, Object.keys(SIDES).map(side => el('div', { class: `side ${side}` },
      el('label', { class: 'chip' }, radios[side], el('span', {}, el('b', {}, side.toUpperCase()), ` ${SIDES[side]}`)),
      el('div', { class: 'view' }, places[side], told[side])))),
    controls.element,
    trouble,
    el('div', { class: 'choose' },
      el('div', {}, el('div', { class: 'field grow' }, el('label', { for: mixes.id }, 'Mix to compare with the original'), mixes),
        el('label', { class: 'check' }, match, 'Match loudness')),
      beside),
    el('p', { class: 'note' }, sides.long ? HOW_LONG_SOUNDS_PLAY : HOW_IT_PLAYS));
  if (sides.long) {
    element.classList.add('long');
    studio.analysisFailed('There is no spectrum of a track that is longer than 15 minutes.');
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const side = { 1: 'a', 2: 'b' }[event.key];
    if (side && !radios[side].disabled && event.target !== mixes) {
      radios[side].focus();
      studio.hear(side === 'a' ? null : studio.mix);
    } else if (event.key === ' ' && event.target.matches('input[type="radio"], .seek')) {
      event.preventDefault();
      controls.toggle();
    }
  }

  signal.addEventListener('abort', () => Object.values(waves).forEach(wave => wave.close()), { once: true });
  load('a', 'original', tracks.originalPath(studio.track.trackId));
  return {
    element,
    /** Call it when the chosen mix is another. */
    mixChanged: () => {
      radios.b.disabled = false;
      load('b', studio.mix.mixId, tracks.audioPath(studio.track.trackId, studio.mix));
      choose();
    },
    /** Call it when the other side is to be heard. */
    sideChanged: choose,
    /** Call it when there are new mixes. */
    update: () => {
      const options = studio.track.mixes.map(mix => el('option', { value: mix.mixId }, mixName(mix)));
      mixes.replaceChildren(...options);
      mixes.value = studio.mix.mixId;
    },
  };
}
