import { startTokenButton } from './api/token.js';
import { tracksPage } from './tracks/page.js';
import { startRouter } from './ui/router.js';
import { startTheme } from './ui/theme.js';
import { refuseDrops } from './upload/drop-zone.js';

const QUIET_MS = 1000;

const ROUTES = [
  { pattern: /^\/tracks$/, page: 'tracks', load: async () => tracksPage },
  { pattern: /^\/tracks\/([^/]+)$/, page: 'tracks', load: async () => (await import('./track/page.js')).trackPage },
  { pattern: /^\/pipeline$/, page: 'pipeline', load: async () => (await import('./pipeline/page.js')).pipelinePage },
];

startTheme();
startTokenButton();
refuseDrops();
startRouter(ROUTES);
// The other pages come when the first one is there, so that they open at once, and also when the server is gone by then.
addEventListener('load', () => setTimeout(() => Promise.allSettled(ROUTES.map(({ load }) => load())), QUIET_MS));
