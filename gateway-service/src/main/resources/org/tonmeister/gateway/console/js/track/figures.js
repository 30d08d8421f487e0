import { variantName } from '../ui/choices.js';
import { el } from '../ui/dom.js';
import { scrolling } from '../ui/scrolling.js';
import { percent, plain, sentence, signed } from '../ui/words.js';

/** Label, unit, key, and what silence is reported as. */
const ROWS = [
  ['Loudness', 'LUFS', 'lufs', -70],
  ['Loudness range', 'LU', 'lra'],
  ['True peak', 'dBTP', 'truePeakDbtp', -150],
  ['Loudest 3 seconds', 'LUFS', 'maxShortTermLufs', -70],
  ['Loudest 0.4 seconds', 'LUFS', 'maxMomentaryLufs', -70],
];

/** Loudness and peaks before and after, and what compressor and limiter did. */
export function figures({ report }) {
  return [
    scrolling('Loudness figures', el('table', {},
      el('caption', {}, 'Loudness before and after'),
      el('thead', {}, el('tr', {}, ['Measure', 'Original', 'Mix', 'Change'].map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ROWS.map(([label, unit, key, silence]) =>
        row({ label, unit, silence, before: report.before[key], after: report.after[key] }))))),
    el('dl', { class: 'facts' }, facts(report).map(([term, text]) => el('div', {}, el('dt', {}, term), el('dd', {}, text)))),
    report.notes.length ? el('ul', { class: 'remarks' }, report.notes.map(note =>
      el('li', { class: 'note' }, sentence(note).replace(/-(?=\d)/g, '−')))) : null,
  ].filter(Boolean);
}

function row({ label, unit, silence, before, after }) {
  const silent = value => value !== null && value <= silence;
  const figure = value => el('td', {}, silent(value) ? `≤ ${plain(silence, 0)}` : plain(value));
  const change = before === null || after === null || silent(before) || silent(after) ? null : after - before;
  return el('tr', {}, el('th', { scope: 'row' }, label, el('small', {}, unit)), figure(before), figure(after), el('td', {}, signed(change)));
}

function facts({ gainReduction: reduction, source, missingModels }) {
  const channels = { 1: 'mono', 2: 'stereo' }[source.channels] ?? `${source.channels} channels`;
  const kind = `${source.codec.toUpperCase()}, ${plain(source.sampleRate / 1000, 1)} kHz, ${channels}`;
  return [
    ['Compressor', `${plain(reduction.compressorMeanDb)} dB on average, ${plain(reduction.compressorMaxDb)} dB at most`],
    ['Make-up gain', `${signed(reduction.makeUpDb)} dB`],
    ['Limiter', `${plain(reduction.limiterMaxDb)} dB at most, at work ${percent(reduction.limitedShare)} of the time`],
    ['Original', source.lossy ? `${kind}, lossy` : `${kind}, ${source.bitsPerSample} bit`],
    ...(missingModels.length ? [['Did not answer in time', missingModels.map(variantName).join(', ')]] : []),
  ];
}
