import { startTokenButton } from './api/token.js';
import { pipelinePage } from './pipeline/page.js';
import { trackPage } from './track/page.js';
import { tracksPage } from './tracks/page.js';
import { startRouter } from './ui/router.js';
import { startTheme } from './ui/theme.js';

startTheme();
startTokenButton();
startRouter([
  { pattern: /^\/tracks$/, page: 'tracks', show: tracksPage },
  { pattern: /^\/tracks\/([^/]+)$/, page: 'tracks', show: trackPage },
  { pattern: /^\/pipeline$/, page: 'pipeline', show: pipelinePage },
]);
