import { FORMATS, LOUDNESS, VARIANTS } from '../ui/choices.js';
import { el, id } from '../ui/dom.js';
import { strengthControl } from '../ui/strength.js';

/** The options of the mixes of the next uploads. `value()` gives them as query parameters; defaults are left out. */
export function uploadOptions() {
  const format = select(FORMATS);
  const loudness = select([...LOUDNESS, ['custom', 'Another target…']]);
  const target = el('input', { type: 'number', min: -40, max: -5, step: 0.5, value: '-14', 'aria-label': 'Target in LUFS' });
  const targetField = el('div', { class: 'field', hidden: true }, el('span', { 'aria-hidden': 'true' }, 'Target in LUFS'), target);
  const variant = select(VARIANTS);
  const strength = strengthControl(1);
  const summary = el('span');
  const element = el('details', { class: 'options', onInput: tell, onChange: tell },
    el('summary', {}, 'Options of the mix ', summary),
    el('div', { class: 'row' },
      field('Format', format), field('Loudness', loudness), targetField, field('Made by', variant),
      el('div', { class: 'field' }, el('span', {}, 'Strength'), strength.element)));

  function tell() {
    targetField.hidden = loudness.value !== 'custom';
    const chosen = [format, loudness, variant].filter(choice => choice.selectedIndex > 0).map(choice =>
      choice === loudness && choice.value === 'custom' ? `${target.value.replace('-', '−')} LUFS` : choice.selectedOptions[0].textContent);
    if (strength.value() < 1) chosen.push(`strength ${Math.round(strength.value() * 100)} %`);
    summary.textContent = chosen.length ? `– ${chosen.join(', ')}` : '– FLAC, all as the models decide';
  }

  tell();
  return {
    element,
    value: () => ({
      format: format.value === 'flac' ? null : format.value,
      loudness: loudness.value === 'custom' ? target.value : loudness.value === 'none' ? null : loudness.value,
      strength: strength.value() < 1 ? strength.value() : null,
      variant: variant.value === 'ensemble' ? null : variant.value,
    }),
  };
}

function select(choices) {
  return el('select', {}, choices.map(([value, label]) => el('option', { value }, label)));
}

function field(label, input) {
  input.id = id('option');
  return el('div', { class: 'field' }, el('label', { for: input.id }, label), input);
}
