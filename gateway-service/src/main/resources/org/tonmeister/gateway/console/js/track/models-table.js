import { CHAIN } from '../desk/scale.js';
import { variantName } from '../ui/choices.js';
import { el } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { ensembleMark, mark } from '../ui/marks.js';
import { scrolling } from '../ui/scrolling.js';
import { plain } from '../ui/words.js';

/**
 * All models side by side: what each wants, and how its mix came out.
 *
 * @param studio gives `track`, `mix`, `models`, `scales`, `side`, and `hear(mix or null for the original)`
 */
export function modelsTable(studio) {
  const without = (variant, mixes) => mixes.find(mix => mix.variant === variant && !Object.keys(mix.options.overrides).length);
  // The one that is heard stands for its model; else the newest that nobody has changed.
  const mixOf = variant => without(variant, [studio.mix, ...studio.track.mixes]) ?? studio.track.mixes.find(mix => mix.variant === variant);
  const before = studio.mix.report.before;
  return scrolling('Models side by side', el('table', { class: 'models' },
    el('caption', {}, 'Models side by side'),
    el('thead', {}, el('tr', {},
      el('th', { scope: 'col' }, 'Made by'), el('th', { scope: 'col' }, el('span', { class: 'unseen' }, 'Listen')),
      CHAIN.map(name => el('th', { scope: 'col' }, studio.scales[name].label)),
      ['LUFS', 'LU', 'dBTP'].map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {},
      el('tr', { class: studio.side === 'a' && 'now', style: { '--c': 'var(--original)' } },
        el('th', { scope: 'row' }, 'Original'), hear(studio, null, 'the original'),
        CHAIN.map(() => el('td', {}, '–')), results(before)),
      line('ensemble', ensembleMark(), mixOf('ensemble')?.parameters),
      studio.models.map((model, index) => line(model.model, mark(index), model.parameters)))));

  function line(variant, sign, parameters) {
    const mix = mixOf(variant);
    const now = studio.side === 'b' && mix && studio.mix.mixId === mix.mixId;
    return el('tr', { class: now && 'now', style: { '--c': 'var(--mix)' }, 'data-variant': variant },
      el('th', { scope: 'row' }, sign, ' ', variantName(variant)), hear(studio, mix, variantName(variant)),
      CHAIN.map(name => el('td', {}, parameters ? studio.scales[name].text(parameters[name]) : '–')), results(mix?.report.after));
  }
}

function hear(studio, mix, name) {
  if (mix === undefined) return el('td', { class: 'text soft' }, 'no mix yet');
  return el('td', { class: 'text' },
    el('button', { type: 'button', class: 'small', 'aria-label': `Hear ${name}`, onClick: () => studio.hear(mix) }, icon('play'), 'Hear'));
}

function results(figures) {
  return ['lufs', 'lra', 'truePeakDbtp'].map(key => el('td', {}, plain(figures?.[key])));
}
