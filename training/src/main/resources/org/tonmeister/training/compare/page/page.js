
// All versions play at once, silent but for one: so a change of version has no gap. Volumes, not Web Audio, because a page
// opened as a file may not read the samples of its neighbours.
(() => {
  'use strict';
  const root = document.documentElement;
  const player = document.querySelector('.player');
  const find = selector => player.querySelector(selector);
  const seek = find('.seek'), elapsed = find('.elapsed'), button = find('.play'), match = find('.match input');
  const tracks = new Map([...player.querySelectorAll('audio')].map(audio => [audio.dataset.v, audio]));
  const radios = [...player.querySelectorAll('.chip input')];
  const FADE_MS = 25, CHECK_MS = 200;
  const NEAR_S = 0.004, FAR_S = 0.25;
  let now = root.dataset.now, playing = false, dragging = false;

  const current = () => tracks.get(now);
  const clock = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;
  const volume = audio => match.checked ? Number(audio.dataset.volume) : 1;

  function fade(audio, target) {
    const from = audio.volume, began = performance.now();
    const ticket = audio.fade = {};
    const step = time => {
      if (audio.fade !== ticket) return;
      const part = Math.min(1, Math.max(0, (time - began) / FADE_MS));
      audio.volume = from + (target - from) * part;
      if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  function mix() {
    tracks.forEach((audio, id) => fade(audio, id === now ? volume(audio) : 0));
  }

  function show() {
    root.dataset.now = now;
    document.querySelectorAll('.now').forEach(element => element.classList.remove('now'));
    document.querySelectorAll(`[data-v="${CSS.escape(now)}"]`).forEach(element => {
      element.classList.add('now');
      if (element.matches('.curve')) element.parentNode.append(element);
    });
    const chips = find('.chips'), chip = find('.chip.now');
    chips.scrollLeft = chip.offsetLeft - chips.offsetLeft - (chips.clientWidth - chip.offsetWidth) / 2;
    player.classList.toggle('playing', playing);
    button.setAttribute('aria-label', playing ? 'Pause' : 'Play');
  }

  function choose(id) {
    if (!tracks.has(id) || id === now) return;
    const place = current().currentTime;
    now = id;
    current().playbackRate = 1;
    if (Math.abs(current().currentTime - place) > FAR_S / 5) current().currentTime = place;
    mix();
    show();
  }

  /** Silent versions that lag or lead are played a little faster or slower until they are together again. */
  function together() {
    const place = current().currentTime;
    tracks.forEach((audio, id) => {
      if (id === now || audio.error || audio.seeking) return;
      const ahead = audio.currentTime - place;
      if (Math.abs(ahead) > FAR_S) audio.currentTime = place;
      audio.playbackRate = Math.abs(ahead) < NEAR_S ? 1 : 1 - Math.max(-0.1, Math.min(0.1, ahead * 2));
    });
  }

  function moved() {
    if (dragging) return;
    const place = current().currentTime;
    seek.value = place;
    elapsed.textContent = clock(place);
    seek.setAttribute('aria-valuetext', `${clock(place)} of ${clock(Number(seek.max))}`);
  }

  async function play() {
    playing = true;
    show();
    if (current().ended || current().currentTime >= Number(seek.max) - 0.05) jump(0);
    mix();
    try {
      await Promise.all([...tracks.values()].filter(audio => !audio.error).map(audio => audio.play()));
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        pause();
        find('.said').textContent = `Cannot play: ${failure.message}`;
      }
    }
  }

  function pause() {
    playing = false;
    tracks.forEach(audio => audio.pause());
    jump(current().currentTime);
    show();
  }

  function jump(seconds) {
    tracks.forEach(audio => { audio.currentTime = seconds; });
    moved();
  }

  root.classList.add('scripted');
  find('.transport').hidden = find('.chips').hidden = false;
  find('.files').hidden = true;
  tracks.forEach((audio, id) => {
    audio.controls = false;
    audio.preload = 'auto';
    audio.volume = 0;
    audio.addEventListener('timeupdate', () => { if (id === now) moved(); });
    audio.addEventListener('ended', () => { if (id === now) pause(); });
    audio.addEventListener('error', () => {
      radios.find(radio => radio.value === id).disabled = true;
      find('.said').textContent = `This browser cannot play ${audio.getAttribute('src')}.`;
    });
    audio.load();
  });
  setInterval(() => { if (playing) together(); }, CHECK_MS);
  button.addEventListener('click', () => playing ? pause() : play());
  seek.addEventListener('input', () => { dragging = true; elapsed.textContent = clock(Number(seek.value)); });
  seek.addEventListener('change', () => { dragging = false; jump(Number(seek.value)); });
  match.addEventListener('change', mix);
  radios.forEach(radio => radio.addEventListener('change', () => choose(radio.value)));
  player.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const radio = radios[Number(event.key) - 1];
    if (event.key === ' ' && event.target.matches('.chip input')) {
      event.preventDefault();
      button.click();
    } else if (event.key >= '1' && event.key <= '9' && radio && !radio.disabled) {
      radio.checked = true;
      radio.focus();
      choose(radio.value);
    }
  });
  const checked = radios.find(radio => radio.checked);
  if (checked) now = checked.value;
  show();
  moved();
})();
