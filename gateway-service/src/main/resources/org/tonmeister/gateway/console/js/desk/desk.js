import { whenIdle } from '../ui/busy.js';
import { LOUDNESS, variantName } from '../ui/choices.js';
import { el, id, say } from '../ui/dom.js';
import { ensembleMark, mark } from '../ui/marks.js';
import { strengthControl } from '../ui/strength.js';
import { percent } from '../ui/words.js';
import { fader } from './fader.js';
import { CHAIN } from './scale.js';

const PRESETS = { streaming: -14, apple: -16, broadcast: -23, club: -9 };

/**
 * Ten faders, the strength and the loudness, and the button that makes a mix of them.
 *
 * @param settings what it stands at
 * @param models [{model, parameters}]
 * @param onRemix gets the options; resolves when the mix is there or will not come
 */
export function desk(settings, models, onRemix) {
  const faders = new Map(CHAIN.map(name => [name, fader(settings.scales[name], models, value => {
    if (value === null) settings.release(name);
    else settings.move(name, value);
    show();
  })]));
  const strength = strengthControl(settings.strength, value => { settings.strength = value; show(); });
  const loudness = loudnessChoice(settings.loudness, value => { settings.loudness = value; show(); });
  const remix = el('button', { type: 'button', class: 'primary', onClick: whenIdle(() => onRemix(settings.options())) }, 'Remix');
  const reset = el('button', { type: 'button', onClick: () => { settings.reset(); show(); } }, 'Back to this mix');
  const release = el('button', { type: 'button', onClick: () => { settings.releaseAll(); show(); } }, 'Leave all to the models');
  const told = el('p', { class: 'note told' });
  let mixing = false;
  const loudnessId = id('loudness');
  loudness.id = loudnessId;

  function show() {
    const own = CHAIN.filter(name => name in settings.overrides);
    for (const [name, one] of faders) one.show(settings.value(name), settings.advised(name), name in settings.overrides);
    strength.set(settings.strength);
    loudness.value = settings.loudness === null ? 'none' : String(settings.loudness);
    const focused = document.activeElement;
    remix.disabled = !settings.changed && !mixing;
    reset.disabled = !settings.changed;
    release.disabled = own.length === 0;
    // A button that is disabled would let the focus fall back to the top of the page.
    if (focused === reset || focused === release) loudness.focus();
    const parts = own.length ? `Your own: ${own.map(name => settings.scales[name].label).join(', ')}.` : 'All ten are as the models decide.';
    say(told, settings.loudness === null ? parts : `${parts} The loudness target takes the place of the output level.`);
  }

  show();
  const element = el('div', { class: 'desk' },
    el('ul', { class: 'legend' },
      el('li', {}, ensembleMark(), `This mix (${variantName(settings.mix.variant)})`),
      models.map((model, index) => el('li', {}, mark(index), variantName(model.model)))),
    el('div', { class: 'faders' }, [...faders.values()].map(one => one.element)),
    el('div', { class: 'row under' },
      el('div', { class: 'field' }, el('span', {}, 'Strength'), strength.element),
      el('div', { class: 'field' }, el('label', { for: loudnessId }, 'Loudness'), loudness),
      el('div', { class: 'row end' }, reset, release, remix)),
    told);
  return {
    element,
    /** Shows that a mix is being made, with the share done; null: no more. */
    busy: share => {
      mixing = share !== null;
      remix.disabled = !settings.changed && !mixing;
      say(remix, share === null ? 'Remix' : `Mixing… ${percent(share)}`);
    },
  };
}

function loudnessChoice(initial, onChoose) {
  const choices = LOUDNESS.map(([name, label]) => [name === 'none' ? 'none' : String(PRESETS[name]), label]);
  if (initial !== null && !choices.some(([value]) => value === String(initial))) {
    choices.push([String(initial), `${String(initial).replace('-', '−')} LUFS`]);
  }
  const choice = el('select', { onChange: () => onChoose(choice.value === 'none' ? null : Number(choice.value)) },
    choices.map(([value, label]) => el('option', { value }, label)));
  return choice;
}
