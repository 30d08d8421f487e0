import { el } from '../ui/dom.js';
import { notice } from '../ui/notices.js';
import { acceptDrops, dropZone } from './drop-zone.js';
import { uploadOptions } from './options.js';
import { Queue } from './queue.js';
import { uploadRow } from './upload-row.js';

// Outlive the page: uploads go on while another page is shown.
const queue = new Queue();
const rows = el('ul', { class: 'uploads', 'aria-label': 'Uploads' });

/** Everything about sending files. */
export function uploadPanel(signal, onAccepted) {
  const options = uploadOptions();
  const add = files => {
    const chosen = options.value();
    for (const file of files) {
      rows.append(uploadRow(file, chosen, {
        queue,
        onSent: (sent, accepted) => {
          notice(`${sent.name} has arrived.`);
          onAccepted(accepted);
        },
      }));
    }
  };
  acceptDrops(add, signal);
  return el('section', { 'aria-label': 'Upload' }, dropZone(add), options.element, rows);
}

addEventListener('beforeunload', event => {
  if (rows.querySelector('.bar') && [...rows.children].some(row => !row.querySelector('.reason:not([hidden])'))) event.preventDefault();
});
