import { CHAIN } from './scale.js';

const STEPS = 1000;

/**
 * What the desk stands at: the mix it began with, and what the user has moved since. Only what was moved overrides the
 * models.
 */
export class Settings {
  /**
   * @param mix the mix that the desk shows
   * @param full the models' values at strength 1, by parameter
   * @param scales by parameter
   */
  constructor(mix, full, scales) {
    this.mix = mix;
    this.full = full;
    this.scales = scales;
    this.reset();
  }

  /** Back to the mix. */
  reset() {
    this.strength = this.mix.options.strength;
    this.loudness = this.mix.options.loudness;
    this.overrides = { ...this.mix.options.overrides };
  }

  /** The value that a mix with these settings would have. */
  value(name) {
    return this.overrides[name] ?? this.advised(name);
  }

  /** The models' value, at the strength that is set. */
  advised(name) {
    // An untouched desk shows what the mix really has, to the last digit.
    if (this.strength === this.mix.options.strength && !(name in this.mix.options.overrides)) return this.mix.parameters[name];
    const strength = this.strength * (this.mix.options.strengths[name] ?? 1);
    return strength * this.full[name] + (1 - strength) * this.scales[name].neutral;
  }

  move(name, value) {
    this.overrides[name] = Math.round(value * STEPS) / STEPS;
  }

  /** Leaves a parameter to the models again. */
  release(name) {
    delete this.overrides[name];
  }

  releaseAll() {
    this.overrides = {};
  }

  get changed() {
    const { strength, loudness, overrides } = this.mix.options;
    return this.strength !== strength || this.loudness !== loudness
      || CHAIN.some(name => this.overrides[name] !== overrides[name]);
  }

  /** The options of a remix with these settings. */
  options() {
    const { format, ceiling, strengths } = this.mix.options;
    return { format, ceiling, strengths, strength: this.strength, loudness: this.loudness, overrides: this.overrides, variant: this.mix.variant };
  }
}

/**
 * A variant's values at strength 1. The ensemble does more than take a mean, so they are read from mixes that were made
 * without an override; where there is none, from the models' own answers and their shares.
 *
 * @param mixes of the track
 * @param models [{model, parameters, weights}]
 * @param scales by parameter
 */
export function fullValues(variant, mixes, models, scales) {
  const own = models.find(model => model.model === variant);
  return Object.fromEntries(CHAIN.map(name => [name, own?.parameters[name] ?? seen(name) ?? mean(name)]));

  function seen(name) {
    const strengthOf = mix => mix.options.strength * (mix.options.strengths[name] ?? 1);
    const best = mixes
      .filter(mix => mix.variant === variant && !(name in mix.options.overrides) && strengthOf(mix) > 0)
      .sort((x, y) => strengthOf(y) - strengthOf(x))[0];
    if (!best) return null;
    const strength = strengthOf(best);
    const value = (best.parameters[name] - (1 - strength) * scales[name].neutral) / strength;
    return Math.min(1, Math.max(0, value));
  }

  function mean(name) {
    const weights = models.reduce((sum, model) => sum + model.weights[name], 0);
    if (weights > 0) return models.reduce((sum, model) => sum + model.weights[name] * model.parameters[name], 0) / weights;
    return models.length ? models.reduce((sum, model) => sum + model.parameters[name], 0) / models.length : scales[name].neutral;
  }
}
