import { el, id } from './dom.js';

/**
 * Opens a dialog; resolves to the answer's value, or '' if it was closed.
 *
 * @param content elements
 * @param answers buttons [{label, value: '' to close only, primary}]
 * @param focus selector of what has the focus first
 */
export function ask({ title, content = [], answers, focus }) {
  const label = id('dialog');
  return new Promise(resolve => {
    const dialog = el('dialog', { 'aria-labelledby': label },
      el('form', { method: 'dialog' },
        el('h2', { id: label }, title),
        content,
        el('div', { class: 'answers' }, answers.map(answer => el('button', {
          value: answer.value,
          class: answer.primary && 'primary',
          type: answer.value ? 'submit' : 'button',
          onClick: answer.value ? undefined : () => dialog.close(''),
        }, answer.label)))));
    const before = document.activeElement;
    // Another page needs no answer.
    const leave = () => dialog.close('');
    addEventListener('hashchange', leave);
    dialog.addEventListener('close', () => {
      removeEventListener('hashchange', leave);
      dialog.remove();
      if (before && before.isConnected) before.focus();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
    if (focus) dialog.querySelector(focus).focus();
  });
}

/** Whether the user wants that done. */
export async function confirmed(title, text, verb) {
  const answer = await ask({
    title,
    content: [el('p', {}, text)],
    answers: [{ label: 'Cancel', value: '' }, { label: verb, value: 'yes', primary: true }],
    focus: '.answers button',
  });
  return answer === 'yes';
}
