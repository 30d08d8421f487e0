import { el } from '../ui/dom.js';
import { droppedFiles } from './dropped-files.js';

/** Where files are dropped, or chosen by a button. */
export function dropZone(onFiles) {
  const input = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': 'Audio files', onChange: () => {
    onFiles([...input.files]);
    input.value = '';
  } });
  const zone = el('div', { class: 'drop' },
    el('strong', {}, 'Drop music here'),
    el('span', { class: 'soft' }, 'WAV, FLAC, MP3, M4A, Ogg, AIFF and more; as many files or folders as you like'),
    el('button', { class: 'primary', type: 'button', onClick: () => input.click() }, 'Choose files'),
    input);
  let depth = 0;
  const over = change => {
    depth = Math.max(0, depth + change);
    zone.classList.toggle('over', depth > 0);
  };
  zone.addEventListener('dragenter', event => { event.preventDefault(); over(1); });
  zone.addEventListener('dragleave', () => over(-1));
  zone.addEventListener('drop', () => { depth = 0; over(0); });
  return zone;
}

/** Takes files that are dropped anywhere on the page. */
export function acceptDrops(onFiles, signal) {
  document.addEventListener('dragover', event => { if (carriesFiles(event)) event.preventDefault(); }, { signal });
  document.addEventListener('drop', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    droppedFiles(event.dataTransfer).then(onFiles);
  }, { signal });
}

/** Refuses them where no page takes them: a browser would open the file, and leave the console. */
export function refuseDrops() {
  for (const type of ['dragover', 'drop']) {
    addEventListener(type, event => {
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    });
  }
}

function carriesFiles(event) {
  return event.dataTransfer?.types.includes('Files');
}
