import { reasonOf } from '../api/problem.js';
import { desk } from '../desk/desk.js';
import { fullValues, Settings } from '../desk/settings.js';
import { whenIdle } from '../ui/busy.js';
import { el } from '../ui/dom.js';
import { notice } from '../ui/notices.js';
import { section } from '../ui/section.js';
import { percent } from '../ui/words.js';
import { downloadPanel } from './download.js';
import { figures } from './figures.js';
import { MixRequests } from './mix-requests.js';
import { modelsTable } from './models-table.js';
import { comparison } from './player.js';
import { spectrum } from './spectrum.js';

/**
 * Everything that can be done with a track that has a mix. It holds the one state of the page: the track, the chosen mix,
 * and the side that is heard.
 */
export class Studio {
  #requests;
  #player;
  #spectrum = spectrum();
  #download;
  #deskPlace = section('Faders',
    'What the models decided, with each one’s mark beside it. Move a fader and remix: only what you move takes the place of the models’ values.');
  #figuresPlace = section('Loudness', 'Before and after, by EBU R 128.');
  #modelsPlace;
  #compare;
  #desk = null;

  constructor(track, parameters, scales, signal) {
    this.track = track;
    this.mix = track.mixes.find(mix => mix.variant === 'ensemble') ?? track.mixes[0];
    this.models = parameters.models;
    this.scales = scales;
    this.side = 'b';
    this.#requests = new MixRequests(track);
    this.#download = downloadPanel(this);
    this.#player = comparison(this, this.#download.element, signal);
    this.#compare = el('button', { type: 'button', onClick: whenIdle(() => this.#compareAll()) }, 'Compare all models');
    this.#modelsPlace = section('Models side by side', 'Each model’s own answer, and how its mix came out.', this.#compare);
    signal.addEventListener('abort', () => this.#spectrum.close(), { once: true });
    this.elements = [
      section('Listen', null, null, this.#player.element).element,
      this.#deskPlace.element,
      this.#figuresPlace.element,
      section('Spectrum', null, null, this.#spectrum.element).element,
      this.#modelsPlace.element,
    ];
    this.#player.update();
    this.#mixChanged();
  }

  /** Takes over the track as it is now. */
  update(track) {
    const before = this.track;
    this.track = track;
    this.#requests.update(track);
    if (before.mixes.length !== track.mixes.length || before.mixes[0]?.mixId !== track.mixes[0]?.mixId) {
      if (!track.mixes.some(mix => mix.mixId === this.mix.mixId)) this.hear(track.mixes[0]);
      this.#player.update();
      this.#showModels();
    }
  }

  /** Makes a mix be heard, or the original if it is null. */
  hear(mix) {
    this.side = mix ? 'b' : 'a';
    if (mix && mix.mixId !== this.mix.mixId) {
      this.mix = mix;
      this.#mixChanged();
    } else {
      this.#player.sideChanged();
      this.#showModels();
    }
  }

  /** Asks for a mix; resolves to the new ones. */
  ask(options, variants, onProgress) {
    return this.#requests.ask(options, variants, onProgress);
  }

  analysed(original, mix, gains) {
    this.#spectrum.show(original, mix, gains);
  }

  analysisFailed(text) {
    this.#spectrum.fail(text);
  }

  #mixChanged() {
    this.#player.mixChanged();
    this.#player.update();
    this.#download.update();
    this.#figuresPlace.show(figures(this.mix));
    this.#showDesk();
    this.#showModels();
  }

  #showDesk() {
    const full = fullValues(this.mix.variant, this.track.mixes, this.models, this.scales);
    this.#desk = desk(new Settings(this.mix, full, this.scales), this.models, options => this.#remix(options));
    this.#deskPlace.show([this.#desk.element]);
  }

  #showModels() {
    this.#modelsPlace.show([modelsTable(this)]);
  }

  async #remix(options) {
    const asked = this.#desk;
    asked.busy(0);
    try {
      const [mix] = await this.ask(options, [options.variant], share => asked.busy(share));
      notice('The remix is here.');
      this.#player.update();
      this.hear(mix);
    } catch (fault) {
      notice(`No remix: ${reasonOf(fault)}`);
    } finally {
      asked.busy(null);
    }
  }

  async #compareAll() {
    const { format, ceiling, strength, strengths, loudness } = this.mix.options;
    this.#compare.textContent = 'Mixing one by each…';
    try {
      const variants = ['ensemble', ...this.models.map(model => model.model)];
      await this.ask({ format, ceiling, strength, strengths, loudness, overrides: {}, variant: 'all' }, variants,
        share => { this.#compare.textContent = `Mixing one by each… ${percent(share)}`; });
      notice('Every model has made its mix.');
    } catch (fault) {
      notice(`Not all mixes came: ${reasonOf(fault)}`);
    } finally {
      this.#compare.textContent = 'Compare all models';
    }
  }
}
