// Development only: every component of the kit in every state, on invented people. Not part of the built app.
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { installStyles } from '../styles/install.ts';
import { UiProvider } from '../ui/ui-provider.tsx';
import { Gallery, SHEETS } from './gallery.tsx';

function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1));
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

function App() {
  const hash = useHash();
  return <Gallery sheet={hash in SHEETS ? hash : 'today'} />;
}

installStyles();
document.documentElement.dataset['textSize'] = new URLSearchParams(location.search).get('size') ?? 'standard';
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider>
        <App />
      </UiProvider>
    </StrictMode>,
  );
}
