import { variantName } from '../ui/choices.js';
import { el, id, say } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { mark } from '../ui/marks.js';

/**
 * One fader with the models' marks beside it.
 *
 * @param scale of the parameter
 * @param models [{model, parameters}]
 * @param onMove gets the new value, or null if it is left to the models again
 */
export function fader(scale, models, onMove) {
  const heard = id('marks');
  const input = el('input', {
    type: 'range',
    id: id('fader'),
    min: 0,
    max: scale.steps,
    step: 1,
    'aria-describedby': heard,
    'data-parameter': scale.name,
    onInput: () => onMove(Number(input.value) / scale.steps),
  });
  const output = el('output', { for: input.id });
  const advice = el('i', { class: 'advice', 'aria-hidden': 'true' });
  const undo = el('button', {
    type: 'button',
    class: 'plain small undo',
    'aria-label': `Leave ${scale.label} to the models`,
    title: 'Leave to the models',
    onClick: () => { input.focus(); onMove(null); },
  }, icon('undo'));
  const element = el('div', { class: 'fader' },
    el('label', { for: input.id }, scale.label),
    el('div', { class: 'lane' },
      el('div', { class: 'scale', 'aria-hidden': 'true' }, scale.ticks.map(tick => el('span', { style: { '--at': tick.value } }, tick.text))),
      el('div', { class: 'marks', 'aria-hidden': 'true' }, models.map((model, index) => {
        const sign = mark(index);
        sign.style.setProperty('--at', model.parameters[scale.name]);
        sign.style.setProperty('--row', index);
        return sign;
      })),
      advice, input),
    output, undo,
    el('p', { class: 'unseen', id: heard }, models.map(model => `${variantName(model.model)} ${scale.text(model.parameters[scale.name])}. `)));

  return {
    element,
    /** Shows a value, what the models advise, and whether the value is the user's own. */
    show: (value, advised, own) => {
      input.value = String(Math.round(value * scale.steps));
      input.setAttribute('aria-valuetext', scale.text(value));
      say(output, scale.text(value));
      advice.style.setProperty('--at', advised);
      element.classList.toggle('own', own);
      undo.disabled = !own;
    },
  };
}
