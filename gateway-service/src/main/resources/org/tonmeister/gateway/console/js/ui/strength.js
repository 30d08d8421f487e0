import { el, say } from './dom.js';
import { percent } from './words.js';

/** How far to go from the source towards the models' values, 0 to 1: {element, value(), set(strength)}. */
export function strengthControl(initial, onInput = () => {}) {
  const output = el('output', {}, percent(initial));
  const input = el('input', { type: 'range', min: 0, max: 100, step: 1, value: String(Math.round(initial * 100)), 'aria-label': 'Strength',
    onInput: () => { show(); onInput(value()); } });
  const value = () => Number(input.value) / 100;

  function show() {
    say(output, percent(value()));
    input.setAttribute('aria-valuetext', percent(value()));
  }

  show();
  return {
    element: el('div', { class: 'strength' }, input, output),
    value,
    set: strength => { input.value = String(Math.round(strength * 100)); show(); },
  };
}
