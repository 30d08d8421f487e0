import { formatName, variantName } from '../ui/choices.js';
import { moment } from '../ui/words.js';

/** What a mix is called in a list of mixes. */
export function mixName(mix) {
  const made = mix.revision > 1 ? `, mix ${mix.revision}` : '';
  const own = Object.keys(mix.options.overrides).length;
  const moved = own ? `, ${own} own ${own === 1 ? 'setting' : 'settings'}` : '';
  const strength = mix.options.strength < 1 ? `, strength ${Math.round(mix.options.strength * 100)} %` : '';
  return `${variantName(mix.variant)}${made}${moved}${strength} · ${formatName(mix.format)} · ${moment(mix.createdAt)}`;
}

/** Whether two mixes sound the same but for their encoding. */
export function sameSound(one, other) {
  const sound = ({ variant, options: { format: _, ...rest }, parameters }) => JSON.stringify([variant, sorted(rest), sorted(parameters)]);
  return sound(one) === sound(other);
}

function sorted(value) {
  if (value === null || typeof value !== 'object') return value;
  return Object.keys(value).sort().map(key => [key, sorted(value[key])]);
}
