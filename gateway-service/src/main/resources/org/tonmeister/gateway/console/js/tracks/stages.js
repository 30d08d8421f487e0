import { el } from '../ui/dom.js';
import { percent } from '../ui/words.js';

/** The stages of a track in the order of the work, with a name for people and what happens there. */
const STAGES = [
  ['ingest', 'Read', 'reading the file'],
  ['features', 'Measure', 'measuring the sound'],
  ['predict', 'Models', 'asking the models'],
  ['ensemble', 'Decide', 'choosing the settings'],
  ['mix', 'Mix', 'mixing'],
];

/** What is happening to a track, in words. */
function activity(track) {
  if (track.state === 'queued') return 'waiting';
  if (track.state !== 'working') return '';
  const running = STAGES.filter(([name]) => stageOf(track, name)?.state === 'running').at(-1);
  return running ? running[2] : 'working';
}

function stageOf(track, name) {
  return track.stages.find(stage => stage.stage === name);
}

/** Five bars, one for each stage; `update(track)` moves them. */
export function stageBars(label) {
  const segments = new Map(STAGES.map(([name, title]) => [name, el('div', { class: 'seg', 'aria-hidden': 'true' },
    el('div', { class: 'bar' }, el('i')), el('span', {}, title))]));
  const element = el('div', { class: 'stages', role: 'progressbar', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100 },
    ...segments.values());

  function update(track) {
    let sum = 0;
    for (const [name, segment] of segments) {
      const stage = stageOf(track, name);
      const done = track.state === 'done' || stage?.state === 'done' ? 1 : stage?.fraction ?? 0;
      segment.className = `seg ${track.state === 'done' ? 'done' : stage?.state ?? ''}`;
      segment.querySelector('i').style.setProperty('--done', done);
      sum += done;
    }
    const share = sum / STAGES.length;
    element.setAttribute('aria-valuenow', Math.round(share * 100));
    element.setAttribute('aria-valuetext', `${percent(share)}, ${activity(track) || stateName(track.state)}`);
  }

  return { element, update };
}

const NAMES = { queued: 'Waiting', working: 'Working', done: 'Done', rejected: 'Rejected', failed: 'Failed' };

export function stateName(state) {
  return NAMES[state] ?? state;
}

/** The state with its dot; `update(track)` changes it. */
export function stateBadge() {
  const element = el('span', { class: 'state' });
  return {
    element,
    update: track => {
      const doing = activity(track);
      const text = track.state === 'working' && doing ? doing[0].toUpperCase() + doing.slice(1) : stateName(track.state);
      if (element.textContent !== text) element.textContent = text;
      element.className = `state ${track.state}`;
    },
  };
}
