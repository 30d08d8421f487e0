const FADE_S = 0.012;
const START_S = 0.03;
const PATIENCE_MS = 5000;

/**
 * Two decoded sounds that run in step, sample by sample; one is heard. Switching is a short fade between their gains, so it
 * has no gap and stays at the same place.
 */
export class BufferPlayer {
  #context = null;
  #analyser = null;
  #levels = null;
  #sides = { a: { buffer: null }, b: { buffer: null } };
  #gains = { a: 1, b: 1 };
  #heard = 'a';
  #playing = false;
  #position = 0;
  #startedAt = 0;
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  get duration() {
    return Math.max(...Object.values(this.#sides).map(side => side.buffer?.duration ?? 0));
  }

  get playing() {
    return this.#playing;
  }

  get position() {
    if (!this.#playing) return this.#position;
    return Math.min(this.duration, this.#position + Math.max(0, this.#context.currentTime - this.#startedAt));
  }

  /** Puts a sound on a side; if it plays, it joins at the place where the other one is. */
  setSound(side, buffer) {
    const position = this.position;
    this.#sides[side].buffer = buffer;
    if (this.#playing) this.#restart(position);
  }

  setGains(gains) {
    this.#gains = gains;
    this.#fade();
  }

  hear(side) {
    this.#heard = side;
    this.#fade();
  }

  /** Rejects if the browser gives no sound: without an output it would have us wait for ever. */
  async play() {
    this.#open();
    await Promise.race([this.#context.resume(), new Promise(resolve => setTimeout(resolve, PATIENCE_MS))]);
    if (this.#context.state !== 'running') throw new Error('the browser starts no sound. Is there an output?');
    this.#restart(this.position >= this.duration - 0.05 ? 0 : this.position);
    this.#playing = true;
    this.#onChange();
  }

  pause() {
    if (!this.#playing) return;
    this.#position = this.position;
    this.#playing = false;
    this.#silence();
    this.#onChange();
  }

  seek(seconds) {
    const place = Math.min(Math.max(0, seconds), this.duration);
    if (this.#playing) this.#restart(place);
    else this.#position = place;
    this.#onChange();
  }

  /** The root mean square of what is heard now, 0 to 1. */
  level() {
    if (!this.#playing || !this.#analyser) return 0;
    this.#analyser.getFloatTimeDomainData(this.#levels);
    return Math.sqrt(this.#levels.reduce((sum, sample) => sum + sample * sample, 0) / this.#levels.length);
  }

  close() {
    this.#silence();
    this.#playing = false;
    this.#context?.close();
    this.#context = null;
  }

  #open() {
    if (this.#context) return;
    // Only now: a context made before the user has done anything is refused by browsers.
    this.#context = new AudioContext();
    this.#analyser = new AnalyserNode(this.#context, { fftSize: 2048 });
    this.#levels = new Float32Array(this.#analyser.fftSize);
    this.#analyser.connect(this.#context.destination);
    for (const side of Object.values(this.#sides)) {
      side.gain = new GainNode(this.#context, { gain: 0 });
      side.gain.connect(this.#analyser);
    }
    for (const [name, side] of Object.entries(this.#sides)) side.gain.gain.value = this.#target(name);
  }

  #restart(position) {
    this.#silence();
    const when = this.#context.currentTime + START_S;
    for (const side of Object.values(this.#sides)) {
      if (!side.buffer || position >= side.buffer.duration) continue;
      side.source = new AudioBufferSourceNode(this.#context, { buffer: side.buffer });
      side.source.connect(side.gain);
      side.source.start(when, position);
    }
    this.#position = position;
    this.#startedAt = when;
    const longest = Object.values(this.#sides).filter(side => side.source).sort((x, y) => y.buffer.duration - x.buffer.duration)[0];
    if (longest) longest.source.onended = () => { this.#ended(); };
  }

  #ended() {
    this.#position = this.duration;
    this.#playing = false;
    this.#silence();
    this.#onChange();
  }

  #silence() {
    for (const side of Object.values(this.#sides)) {
      if (!side.source) continue;
      side.source.onended = null;
      side.source.stop();
      side.source.disconnect();
      side.source = null;
    }
  }

  #target(name) {
    return name === this.#heard ? this.#gains[name] : 0;
  }

  #fade() {
    if (!this.#context) return;
    const now = this.#context.currentTime;
    for (const [name, side] of Object.entries(this.#sides)) {
      side.gain.gain.cancelScheduledValues(now);
      side.gain.gain.setValueAtTime(side.gain.gain.value, now);
      side.gain.gain.linearRampToValueAtTime(this.#target(name), now + FADE_S);
    }
  }
}
