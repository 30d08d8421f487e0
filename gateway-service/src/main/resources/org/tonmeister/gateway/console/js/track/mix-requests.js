import { tracks } from '../api/tracks.js';
import { sentence } from '../ui/words.js';

const PATIENCE_MS = 15 * 60_000;
const LATE = 'The mix has not come within a quarter of an hour. It may still come; this page will show it.';

/** Asks for mixes and waits until the track's events show them. */
export class MixRequests {
  #track;
  #pending = new Set();

  constructor(track) {
    this.#track = track;
  }

  /**
   * Resolves to the new mixes, rejects with the reason if one of them will not come.
   *
   * @param options of the remix
   * @param variants that it makes
   * @param onProgress gets the share done, 0 to 1
   */
  async ask(options, variants = [options.variant], onProgress = () => {}) {
    const { requestId } = await tracks.remix(this.#track.trackId, options);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(() => reject(new Error(LATE))), PATIENCE_MS);
      const end = how => {
        clearTimeout(timer);
        this.#pending.delete(check);
        how();
      };
      const check = track => {
        const made = track.mixes.filter(mix => mix.requestId === requestId);
        const work = track.work.filter(one => one.requestId === requestId);
        const refused = work.find(one => one.state !== 'running');
        if (variants.every(variant => made.some(mix => mix.variant === variant))) end(() => resolve(made));
        else if (refused) end(() => reject(new Error(sentence(refused.reason ?? 'The mix was not made.'))));
        else onProgress((made.length + work.reduce((sum, one) => sum + one.fraction, 0)) / variants.length);
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
