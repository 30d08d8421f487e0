import { CENTRES } from '../audio/third-octaves.js';
import { el, say } from '../ui/dom.js';
import { scrolling } from '../ui/scrolling.js';
import { plain, signed } from '../ui/words.js';
import { drawSpectra } from './spectrum-drawing.js';

const REGIONS = [['bass below 200 Hz', 0, 200], ['mids from 200 Hz to 2 kHz', 200, 2000], ['highs above 2 kHz', 2000, 30_000]];

/** The spectra of original and mix at the same loudness: a picture, a sentence and a table. */
export function spectrum() {
  const canvas = el('canvas', { role: 'img', 'aria-label': 'Spectra, not there yet' });
  const told = el('p', { class: 'note', role: 'status' }, 'The spectrum is drawn when the sound is here.');
  const rows = el('tbody');
  const numbers = el('details', { class: 'waiting' }, el('summary', {}, 'The numbers'),
    scrolling('Spectrum in numbers', el('table', {},
      el('caption', {}, 'Third-octave bands at the same loudness'),
      el('thead', {}, el('tr', {}, ['Band', 'Original, dB', 'Mix, dB', 'Change, dB'].map(text => el('th', { scope: 'col' }, text)))), rows)));
  const legend = el('ul', { class: 'legend' },
    el('li', {}, el('i', { class: 'line original' }), 'Original'), el('li', {}, el('i', { class: 'line mix' }), 'Mix'));
  const drawn = [legend, canvas, numbers];
  let curves = null;
  const draw = () => drawSpectra(canvas, curves);
  const resized = new ResizeObserver(draw);
  resized.observe(canvas);
  document.addEventListener('themechange', draw);

  return {
    element: el('div', { class: 'spectrum' }, legend, canvas, told, numbers),
    /** Levels in dB of the third-octave bands, and the gains in dB that make both equally loud. */
    show: (original, mix, gains) => {
      curves = { original: original.map(level => level + gains.a), mix: mix.map(level => level + gains.b) };
      const sentence = inWords(curves);
      say(told, sentence);
      canvas.setAttribute('aria-label', `Spectra of original and mix. ${sentence}`);
      rows.replaceChildren(...CENTRES.map((centre, i) => el('tr', {}, el('th', { scope: 'row' }, hertz(centre)),
        el('td', {}, plain(curves.original[i])), el('td', {}, plain(curves.mix[i])), el('td', {}, signed(curves.mix[i] - curves.original[i])))));
      numbers.classList.remove('waiting');
      for (const part of drawn) part.hidden = false;
      draw();
    },
    /** Says why there is none. */
    fail: text => {
      say(told, text);
      for (const part of drawn) part.hidden = true;
    },
    close: () => {
      resized.disconnect();
      document.removeEventListener('themechange', draw);
    },
  };
}

function inWords({ original, mix }) {
  const changes = REGIONS.map(([name, from, to]) => {
    const power = levels => levels.reduce((sum, level, i) => (CENTRES[i] >= from && CENTRES[i] < to ? sum + 10 ** (level / 10) : sum), 0);
    return { name, decibels: 10 * Math.log10(power(mix) / power(original)) };
  }).filter(({ decibels }) => Number.isFinite(decibels));
  if (!changes.length) return 'There is no sound to compare.';
  return `At the same loudness the mix has ${changes.map(({ name, decibels }) => `${signed(decibels)} dB in the ${name}`).join(', ')}.`;
}

function hertz(frequency) {
  return frequency < 1000 ? `${Number(frequency.toPrecision(3))} Hz` : `${Number((frequency / 1000).toPrecision(3))} kHz`;
}
