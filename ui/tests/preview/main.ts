/** The window on the core in memory, to be looked at in any browser: `npx vite`, then /tests/preview/. */
import { mount } from 'svelte';
import App from '../../src/App.svelte';
import { setTransport, type Settings } from '../../src/ipc';
import '../../src/styles/index.css';
import { fake } from '../fake/project';

const asked = new URLSearchParams(location.search);
const core = fake((asked.get('begin') ?? 'samples') as 'samples');
core.settings.language = (asked.get('language') ?? 'en') as Settings['language'];
core.settings.theme = (asked.get('theme') ?? 'light') as Settings['theme'];
core.settings.contrast = (asked.get('contrast') ?? 'normal') as Settings['contrast'];
core.readOnly = asked.has('read-only');
setTransport(core);
Object.assign(window, { core });

const target = document.getElementById('app');
if (target) mount(App, { target });
