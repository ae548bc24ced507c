// How a test that started this process reaches it: over Node's own IPC channel, which exists only then.
import { app } from './app.ts';
import { hiddenBrowser } from './chromium.ts';
import { powerMonitor } from './desktop.ts';
import { answerDialogs, type DialogAnswer } from './dialog.ts';
import { printed, problems, requests } from './record.ts';
import { readWindowFacts } from './window-facts.ts';

/** What a test asks. `endpoint`: where Playwright can join the browser (a local pipe, never a port). */
export type TestRequest =
  | { readonly ask: 'endpoint' }
  | { readonly ask: 'records' }
  | { readonly ask: 'windows' }
  | { readonly ask: 'dialogs'; readonly answers: readonly DialogAnswer[] }
  | { readonly ask: 'power'; readonly event: string };

async function answer(request: TestRequest): Promise<unknown> {
  switch (request.ask) {
    case 'endpoint':
      // Not before the app had its say in how Chromium is started.
      await app.whenReady();
      return (await (await hiddenBrowser()).bind('register-under-test')).endpoint;
    case 'records':
      return { requests, problems, printed };
    case 'windows':
      return readWindowFacts();
    case 'dialogs':
      return answerDialogs(request.answers);
    case 'power':
      return powerMonitor.emit(request.event);
  }
}

export function answerTests(): void {
  if (process.channel === undefined) return;
  // A test that vanishes leaves no app behind.
  process.once('disconnect', () => app.quit());
  process.on('message', ({ id, request }: { id: number; request: TestRequest }) => {
    answer(request).then(
      (value) => process.send?.({ id, value: value ?? null }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    );
  });
}
