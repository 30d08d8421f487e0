import { el } from '../ui/dom.js';
import { moment } from '../ui/words.js';

/** Where readers wait for ever, and what ends it; nothing where they do not. */
export function hangingTransactions() {
  const element = el('div', { class: 'hanging', role: 'alert', hidden: true });
  let shown = '';

  function show(transactions) {
    const now = JSON.stringify(transactions);
    if (now === shown) return;
    shown = now;
    element.hidden = transactions.length === 0;
    element.replaceChildren(...transactions.map(({ topic, partition, firstOffset, since }) => el('p', { class: 'trouble' },
      `Readers of ${topic}, partition ${partition}, wait at offset ${firstOffset} for a transaction that nobody ends, open since ${moment(since)}. `,
      'What ends it: ', el('code', {}, 'tonmeister topics --abort-hanging'))));
  }

  return { element, show };
}
