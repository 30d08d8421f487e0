import { request } from '../api/http.js';
import { analyse } from './analysis.js';

const LOWEST_RATE = 8000;
const HIGHEST_RATE = 96_000;
const BYTES_A_SAMPLE = 4;
const KEPT_BYTES = 900_000_000;

/** Decoded sounds by name. The longest unused ones are let go when they would fill the browser's memory. */
export class SoundLoader {
  #sounds = new Map();
  #sampleRate;
  #signal;

  /** @param sampleRate of the track, so that decoding does not resample */
  constructor(sampleRate, signal) {
    this.#sampleRate = Math.min(HIGHEST_RATE, Math.max(LOWEST_RATE, sampleRate));
    this.#signal = signal;
  }

  /** The sound {buffer, analysis (a promise)} behind a path; fetched once. */
  load(name, path) {
    const known = this.#sounds.get(name);
    const sound = known ?? this.#fetch(path);
    this.#sounds.delete(name);
    this.#sounds.set(name, sound);
    if (!known) {
      sound.then(() => this.#forgetSome(), () => this.#sounds.delete(name));
    }
    return sound;
  }

  async #fetch(path) {
    const response = await request(path, { signal: this.#signal });
    const file = await response.arrayBuffer();
    let buffer;
    try {
      buffer = await new OfflineAudioContext(2, 1, this.#sampleRate).decodeAudioData(file);
    } catch {
      throw new Error('This browser cannot decode the file.');
    }
    const sound = { buffer, bytes: buffer.length * buffer.numberOfChannels * BYTES_A_SAMPLE };
    sound.analysis = analyse(buffer);
    sound.analysis.catch(() => {});
    return sound;
  }

  async #forgetSome() {
    const entries = [...this.#sounds.entries()];
    let sum = 0;
    // Newest last: what is played is never among those that go.
    for (const [name, promise] of entries.reverse()) {
      const sound = await promise.catch(() => null);
      sum += sound?.bytes ?? 0;
      if (sum > KEPT_BYTES && name !== 'original') this.#sounds.delete(name);
    }
  }
}
