import { reasonOf } from '../api/problem.js';
import { pipeline } from '../api/pipeline.js';
import { el, say } from '../ui/dom.js';
import { title } from '../ui/router.js';
import { section } from '../ui/section.js';
import { count, moment } from '../ui/words.js';
import { deadLetters } from './dead-letters.js';
import { servicesTable } from './services.js';
import { topicsTable } from './topics.js';
import { hangingTransactions } from './transactions.js';

const REFRESH_MS = 3000;

/** What goes on behind the tracks: services, topics, and what could not be worked on. */
export function pipelinePage(main, signal) {
  title('Pipeline');
  const trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
  const measured = el('p', { class: 'note' }, 'Measuring…');
  const services = section('Services', 'Lag: records that wait to be worked on.');
  const topics = section('Topics', 'Records kept, and how many came in each second of the last minute.');
  const hanging = hangingTransactions();
  const letters = deadLetters(signal);
  const dead = section('Dead letters',
    'Records that could not be worked on, each with its reason. Redrive puts one back where it came from, as it was.', null, letters.element);
  let known = false;
  main.append(el('h1', {}, 'Pipeline'), measured, trouble, hanging.element);

  async function refresh() {
    try {
      const status = await pipeline.status();
      if (signal.aborted) return;
      trouble.hidden = true;
      known = true;
      say(measured, `Measured at ${moment(status.measuredAt)}. Dead letters that were not worked on again: ${count(status.deadLetters)}.`);
      hanging.show(status.hangingTransactions);
      services.show([servicesTable(status.services)]);
      topics.show([topicsTable(status.topics)]);
    } catch (fault) {
      if (signal.aborted) return;
      say(trouble, reasonOf(fault));
      if (!known) say(measured, '');
      trouble.hidden = false;
    }
  }

  async function run() {
    // The tables come all at once, so that none pushes another away.
    await Promise.all([refresh(), letters.load()]);
    if (!signal.aborted) main.append(services.element, dead.element, topics.element);
    while (!signal.aborted) {
      await new Promise(resolve => setTimeout(resolve, REFRESH_MS));
      if (!document.hidden && !signal.aborted) await Promise.all([refresh(), letters.load()]);
    }
  }

  run();
}
