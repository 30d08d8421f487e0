const KEY = 'tonmeister.theme';
const root = document.documentElement;

/** Connects the theme's switch; whoever draws on a canvas listens for `themechange` on the document. */
export function startTheme() {
  const choice = document.getElementById('theme');
  choice.value = root.dataset.theme ?? 'auto';
  choice.addEventListener('change', () => {
    if (choice.value === 'auto') delete root.dataset.theme;
    else root.dataset.theme = choice.value;
    try {
      localStorage.setItem(KEY, choice.value);
    } catch {
      // Storage is forbidden: the choice holds for this page only.
    }
    changed();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}

function changed() {
  document.dispatchEvent(new Event('themechange'));
}

/** What a colour's token means in the theme of now, for canvases. */
export function colour(token) {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  probe.hidden = true;
  // Where the system forces its colours, those of a drawing would all be the same.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
