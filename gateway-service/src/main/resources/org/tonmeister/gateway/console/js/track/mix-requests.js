import { tracks } from '../api/tracks.js';

const PATIENCE_MS = 15 * 60_000;

/** Asks for mixes and waits until the track's events show them. */
export class MixRequests {
  #track;
  #pending = new Set();

  constructor(track) {
    this.#track = track;
  }

  /**
   * Resolves to the new mixes, rejects with the reason if there will be none.
   *
   * @param options of the remix
   * @param variants that must have come before it is whole
   */
  async ask(options, variants = [options.variant]) {
    const known = new Set(this.#track.mixes.map(mix => mix.mixId));
    const failedBefore = isOver(this.#track) ? this.#track.updatedAt : null;
    await tracks.remix(this.#track.trackId, options);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(() => reject(new Error('The mix has not come within a quarter of an hour. It may still come; this page will show it.'))), PATIENCE_MS);
      const end = how => {
        clearTimeout(timer);
        this.#pending.delete(check);
        how();
      };
      const check = track => {
        const fresh = track.mixes.filter(mix => !known.has(mix.mixId) && mix.format === options.format && variants.includes(mix.variant));
        if (variants.every(variant => fresh.some(mix => mix.variant === variant))) end(() => resolve(fresh));
        else if (isOver(track) && track.updatedAt !== failedBefore) end(() => reject(new Error(track.reason ?? 'The mix was not made.')));
      };
      this.#pending.add(check);
      check(this.#track);
    });
  }

  update(track) {
    this.#track = track;
    for (const check of [...this.#pending]) check(track);
  }
}

function isOver(track) {
  return track.state === 'rejected' || track.state === 'failed';
}
