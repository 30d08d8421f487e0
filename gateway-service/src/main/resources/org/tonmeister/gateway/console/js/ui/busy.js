/**
 * A listener for a button that starts something long: while that is under way the button does nothing more, but keeps the
 * focus, which it would lose if it were disabled.
 *
 * @param work gets the event; resolves when it is over, and never rejects
 */
export function whenIdle(work) {
  return async event => {
    const button = event.currentTarget;
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    try {
      await work(event);
    } finally {
      button.removeAttribute('aria-disabled');
    }
  };
}
