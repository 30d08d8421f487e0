const NEAR_S = 0.015;
const FAR_S = 0.35;
const CHECK_MS = 200;
const STEEPEST = 0.08;

/**
 * The same for long sounds, with two media elements: they need little memory, but run together only to some hundredths of
 * a second. The one that is not heard is played a little faster or slower until it is in step.
 */
export class MediaPlayer {
  #sides = { a: new Audio(), b: new Audio() };
  #gains = { a: 1, b: 1 };
  #heard = 'a';
  #playing = false;
  #timer = null;
  #onChange;

  constructor(onChange, onFault) {
    this.#onChange = onChange;
    for (const [name, audio] of Object.entries(this.#sides)) {
      audio.preload = 'auto';
      audio.addEventListener('durationchange', onChange);
      audio.addEventListener('seeked', onChange);
      audio.addEventListener('ended', () => { if (name === this.#heard) this.pause(); });
      audio.addEventListener('error', () => { if (audio.getAttribute('src')) onFault(name); });
    }
    this.#mix();
  }

  get duration() {
    return Math.max(...Object.values(this.#sides).map(audio => audio.duration || 0).filter(Number.isFinite));
  }

  get playing() {
    return this.#playing;
  }

  get position() {
    return this.#now.currentTime;
  }

  setSource(side, url) {
    const audio = this.#sides[side];
    const place = this.position;
    audio.src = url;
    audio.addEventListener('loadedmetadata', () => {
      audio.currentTime = place;
      if (this.#playing) audio.play().catch(() => {});
    }, { once: true });
    audio.load();
  }

  setGains(gains) {
    this.#gains = gains;
    this.#mix();
  }

  hear(side) {
    const place = this.position;
    this.#heard = side;
    this.#now.playbackRate = 1;
    if (Math.abs(this.#now.currentTime - place) > FAR_S / 4) this.#now.currentTime = place;
    this.#mix();
  }

  async play() {
    if (this.#now.ended) this.seek(0);
    this.#playing = true;
    this.#timer ??= setInterval(() => this.#together(), CHECK_MS);
    this.#onChange();
    await Promise.all(Object.values(this.#sides).filter(audio => audio.src && !audio.error).map(audio => audio.play()));
  }

  pause() {
    this.#playing = false;
    clearInterval(this.#timer);
    this.#timer = null;
    for (const audio of Object.values(this.#sides)) audio.pause();
    this.#onChange();
  }

  seek(seconds) {
    for (const audio of Object.values(this.#sides)) if (audio.src) audio.currentTime = seconds;
    this.#onChange();
  }

  /** Media elements do not tell how loud they are. */
  level() {
    return 0;
  }

  close() {
    this.pause();
    for (const audio of Object.values(this.#sides)) {
      audio.removeAttribute('src');
      audio.load();
    }
  }

  get #now() {
    return this.#sides[this.#heard];
  }

  #mix() {
    for (const [name, audio] of Object.entries(this.#sides)) {
      audio.volume = this.#gains[name];
      // Telephones leave the volume to their own keys, but not this.
      audio.muted = name !== this.#heard;
    }
  }

  #together() {
    for (const audio of Object.values(this.#sides)) {
      if (audio === this.#now || audio.error || audio.seeking) continue;
      const ahead = audio.currentTime - this.position;
      if (Math.abs(ahead) > FAR_S) audio.currentTime = this.position;
      audio.playbackRate = Math.abs(ahead) < NEAR_S ? 1 : 1 - Math.max(-STEEPEST, Math.min(STEEPEST, ahead));
    }
  }
}
