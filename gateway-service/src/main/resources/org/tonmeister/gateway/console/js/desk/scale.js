import { plain, signed } from '../ui/words.js';

/** The ten parameters in the order in which the chain works. */
export const CHAIN = ['inputGain', 'compression', 'lowEq', 'midEq', 'highEq', 'presence', 'reverb', 'delay', 'width', 'outputLevel'];

const STEPS_A_DECIBEL = 10;
const COARSE_STEPS = 100;

/**
 * What a parameter's value, a number from 0 to 1, means to a person.
 *
 * @param unit as the API's `units` describe it: {label, unit, min, max, neutral}
 */
export function scaleOf(name, { label, unit, min, max, neutral }) {
  const ratio = unit === ':1';
  const toUnits = value => (ratio ? min * (max / min) ** value : min + (max - min) * value);
  return {
    name,
    label,
    neutral,
    toUnits,
    // How many steps a fader has from end to end.
    steps: unit === 'dB' ? Math.round(STEPS_A_DECIBEL * (max - min)) : COARSE_STEPS,
    text: value => textIn(unit, toUnits(value)),
    ticks: [0, 0.5, 1].map(value => ({ value, text: unit === 'dB' ? signed(toUnits(value), 0) : plain(toUnits(value), 0) })),
  };
}

function textIn(unit, amount) {
  if (unit === 'dB') return `${signed(amount, 1)} dB`;
  if (unit === ':1') return `${plain(amount, 1)}:1`;
  return `${plain(amount, 0)} %`;
}
